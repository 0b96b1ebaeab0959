import { defineParameterType } from '@cucumber/cucumber';

/** `"Email"`, or `"Email, Phone number"` where there are several. */
defineParameterType({
  name: 'labels',
  regexp: /"([^"]*)"/,
  transformer: (labels: string) =>
    labels
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
});
