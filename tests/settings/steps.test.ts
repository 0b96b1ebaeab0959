import { expect } from 'chai';
import type { CheckStatus } from '../../support/lab/result/result';
import { planOf } from '../../support/lab/solution/choices';
import { runLab } from '../../support/runner/run-lab';
import { LabSession } from '../../support/runner/session/lab-session';
import { simulate } from '../../support/targets/mock/simulate';
import { labOfFeatures } from '../support/lab-folder';
import { solutionWith } from './lab-of-examples';

/** Steps, and what they come to on the pool in which every setting is as its example has it. */
const steps: [step: string, status: CheckStatus][] = [
  ['there should be an app client named "web"', 'passed'],
  ['there should be an app client named "Web"', 'failed'],
  ['there should be a group named "admins"', 'passed'],
  ['there should be a group named "staff"', 'failed'],
  ['there should be a user named "keke@example.com"', 'passed'],
  ['there should be a user named "KEKE@example.com"', 'passed'],
  ['there should be a user named "koko@example.com"', 'failed'],
  ['there should be a resource server named "https://api.example.com"', 'passed'],
  ['there should be a resource server named "Lab API"', 'passed'],
  ['there should be an identity provider named "campus"', 'passed'],
  ['there should be an identity provider named "school"', 'failed'],
  ['there should be a custom attribute named "team"', 'passed'],
  ['there should be a custom attribute named "squad"', 'failed'],
  ['there should be no group named "staff"', 'passed'],
  ['there should be no group named "admins"', 'failed'],
  ['the user "keke@example.com" should be in the group "admins"', 'passed'],
  ['the user "keke@example.com" should be in the group "staff"', 'failed'],
  ['the user "keke@example.com" should not be in the group "staff"', 'passed'],
  ['the user "keke@example.com" should not be in the group "admins"', 'failed'],
  ['the user "koko@example.com" should not be in the group "admins"', 'failed'],
  ['the user pool should have the trigger "Pre sign-up"', 'passed'],
  ['the user pool should have the trigger "Custom message"', 'failed'],
  ['the user pool should have the tag "course"', 'passed'],
  ['the user pool should have the tag "term"', 'failed'],
  ['the MFA methods should be set', 'passed'],
  ['the SES configuration set should be set', 'passed'],
  ['the custom domain should not be set', 'failed'],
  ['the Lambda triggers should not be set', 'failed'],
  ['threat protection should not be "No enforcement"', 'passed'],
  ['threat protection should not be "Full-function"', 'failed'],
  ['deletion protection should be on', 'passed'],
  ['deletion protection should not be on', 'failed'],
  ['the MFA methods should include "Authenticator apps"', 'passed'],
  ['the MFA methods should include "Authenticator apps, Email message"', 'failed'],
  ['the authentication flows of the app client "web" should not include "ALLOW_USER_PASSWORD_AUTH"', 'passed'],
  ['the authentication flows of every app client should not include "ALLOW_USER_SRP_AUTH"', 'failed'],
  ['the authentication flows of the app client "none" should not include "ALLOW_USER_PASSWORD_AUTH"', 'failed'],
  ['each of the callback URLs of the app client "web" should start with "https://"', 'passed'],
  ['each of the callback URLs of the app client "web" should start with "https://app.example.com/in"', 'failed'],
  ['the metadata document URL of the identity provider "campus" should start with "https://"', 'passed'],
  ['the metadata document URL of the identity provider "campus" should start with "http://"', 'failed'],
  ['the verification email message should contain "{####}"', 'passed'],
  ['the verification email message should not contain "The lab"', 'failed'],
  ['the precedence of the group "admins" should be at most 5', 'passed'],
  ['the precedence of the group "admins" should be at least 2', 'failed'],
  ['the access token should expire after at most 60 minutes', 'passed'],
  ['the access token should expire after at most 10 minutes', 'failed'],
  ['the refresh token should be at least 31 days', 'failed'],
  ['the tags should include\n      | course | security |', 'passed'],
  ['the tags should include\n      | course | other |', 'failed'],
  ['the app clients should include "web"', 'passed'],
  [
    'the verification email message should be\n      """\n      The lab says that your code is {####}.\n      """',
    'passed',
  ],
  ['threat protection should be "Fully functional"', 'error'],
  ['the access token should expire after 1 minute', 'error'],
];

describe('A step of any setting', () => {
  it('comes to what it should', async () => {
    const text = [
      '@task-1',
      'Feature: Task 1: Steps',
      ...steps.flatMap(([step], at) => [
        `  @check:step-${at} @points:1`,
        `  Scenario: Step ${at}`,
        '    Hint: Set it.',
        '    Classic wizard: x',
        '    Console: x',
        '    Docs: https://docs.aws.amazon.com/cognito/',
        '',
        `    Then ${step}`,
      ]),
    ].join('\n');
    const session = new LabSession(simulate(planOf(solutionWith())));
    try {
      const { tasks } = await runLab(labOfFeatures({ 'features/task-1.feature': text }), session);
      const checks = tasks.flatMap((task) => task.checks);
      const wrong = checks.flatMap(({ status, reason }, at) =>
        status === steps[at]?.[1] ? [] : [`${steps[at]?.[0]}: ${status} (${reason})`],
      );
      expect(wrong).to.deep.equal([]);
      for (const { reason, status } of checks) if (status === 'error') expect(reason).to.not.include('unexpected');
    } finally {
      await session.close();
    }
  });
});
