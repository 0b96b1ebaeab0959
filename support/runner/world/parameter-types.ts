import { defineParameterType } from '@cucumber/cucumber';

/** `"Email"`, or several: `"Email, Phone number"`. */
defineParameterType({
  name: 'labels',
  regexp: /"([^"]*)"/,
  transformer: (labels: string) =>
    labels
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
});
