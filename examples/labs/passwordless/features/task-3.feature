@task-3 @needs:user-pool-exists
Feature: Task 3: Let the app offer the choice
  The app client allows choice-based sign-in, and no plain passwords.

  Background:
    Given a learner has completed the lab

  @check:app-client @points:1 @needs:user-pool-exists
  Scenario: There is an app client named web
    Hint: Create an app client with the name web, spelled just so. A client secret is optional.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "web"

  @check:choice-based @points:2 @needs:app-client
  Scenario: The app offers the choice
    Hint: Allow ALLOW_USER_AUTH, "Choice-based sign-in".
    Hint if without "ALLOW_USER_AUTH": The app client does not allow choice-based sign-in. Select it.
    Console: your user pool > Applications > App clients > your app client > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html

    Then the authentication flows of the app client "web" should include "ALLOW_USER_AUTH"

  @check:no-plain-passwords @points:1 @needs:choice-based
  Scenario: The app sends no plain passwords
    Hint: Do not allow ALLOW_USER_PASSWORD_AUTH.
    Hint if "ALLOW_USER_PASSWORD_AUTH": The app client lets apps send passwords as they are. Deselect it.
    Console: your user pool > Applications > App clients > your app client > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html

    Then the authentication flows of the app client "web" should not include "ALLOW_USER_PASSWORD_AUTH"
