@task-3 @needs:user-pool-exists
Feature: Task 3: Sign in
  An app client, and a sign-in with the second factor.

  Background:
    Given a learner has completed the lab

  @check:app-client @points:1 @needs:user-pool-exists
  Scenario: There is an app client named portal
    Hint: Create an app client with the name portal, spelled just so. A client secret is optional.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "portal"

  @behaviour @check:authenticator-asked-for @points:1 @needs:authenticator-apps-only
  Scenario: The sign-in asks for a code of the authenticator app
    Hint: After the right password a code of the authenticator app must be asked for, and accepted.
    Classic wizard: Step 2, Configure security requirements > Multi-factor authentication.
    Console: your user pool > Authentication > Sign-in > Multi-factor authentication > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html

    Given a user of the pool with an authenticator app
    When the user signs in
    Then a code of the authenticator app should be asked for
    When the user answers with a code of the authenticator app
    Then the sign-in should be accepted
