import { labFile, labSchemaId } from '../../lab/lab-folder';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 64) || 'lab';

const pool = { number: 1, title: 'Create the user pool' };
const passwords = { number: 2, title: 'Make passwords long' };
const app = { number: 3, title: 'Add the app' };
const guide = 'https://docs.aws.amazon.com/cognito/latest/developerguide';

/** The files of a lab of three tasks, by their names. */
export const newLab = (title: string, client: string): Record<string, string> => ({
  [labFile]: json({
    schema: labSchemaId,
    id: idOf(title),
    title,
    version: '1.0.0',
    tasks: [pool, passwords, app].map(({ number: id, title: each }) => ({ id, title: each })),
  }),
  'fixtures/model-solution.json': json({
    tasks: [
      { id: 1, choices: { 'Create user pool': true, 'Cognito user pool sign-in options': ['Email'] } },
      { id: 2, choices: { 'Password policy mode': 'Custom', 'Password minimum length': 14 } },
      { id: 3, choices: { 'App client name': client } },
    ],
  }),
  'fixtures/solutions/right/longer-passwords.json': json({ choices: { 'Password minimum length': 16 } }),
  'fixtures/solutions/wrong/short-passwords.json': json({
    fails: ['password-length'],
    choices: { 'Password minimum length': 8 },
  }),
  'features/task-1.feature': `@task-1
Feature: Task 1: ${pool.title}

  Background:
    Given a learner has completed the lab

  @check:user-pool-exists @points:1
  Scenario: There is a user pool
    Hint: Create a user pool, and go through to the last button.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: ${guide}/getting-started-user-pools.html

    Then there should be a user pool

  @check:sign-in-by-email @points:1 @needs:user-pool-exists
  Scenario: Users sign in with their email address
    Hint: Choose "Email" and nothing else. This is fixed once the pool exists, so that a wrong pool must be made again.
    Hint if "Phone number": The pool takes phone numbers. Make it again, with "Email" alone.
    Why: An address that users know already is no further name to forget.
    Console: Create user pool > Options for sign-in identifiers.
    Docs: ${guide}/user-pool-settings-attributes.html

    Then the sign-in options should be exactly "Email"
`,
  'features/task-2.feature': `@task-2 @needs:user-pool-exists
Feature: Task 2: ${passwords.title}

  Background:
    Given a learner has completed the lab

  @check:password-length @points:2 @control:securityhub.Cognito.3
  Scenario: Passwords have at least 14 characters
    Hint: Choose a custom password policy, and a minimum length of 14 or more.
    Why: Length is what makes guessing take long.
    Console: your user pool > Authentication > Authentication methods > Password policy > Edit.
    Docs: ${guide}/user-pool-settings-policies.html

    Then the password minimum length should be at least 14
`,
  'features/task-3.feature': `@task-3 @needs:user-pool-exists
Feature: Task 3: ${app.title}

  Background:
    Given a learner has completed the lab

  @check:app-client @points:1
  Scenario: There is an app client named ${client}
    Hint: Create an app client with the name "${client}", spelled just so.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: ${guide}/user-pool-settings-client-apps.html

    Then there should be an app client named "${client}"
`,
});
