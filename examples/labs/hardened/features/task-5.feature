@task-5 @needs:user-pool-exists
Feature: Task 5: Harden the app
  What each app client is allowed.

  Background:
    Given a learner has completed the lab

  @check:app-client @points:1 @needs:user-pool-exists
  Scenario: There is an app client named portal
    Hint: Create an app client with the name portal, spelled just so. A client secret is optional.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "portal"

  @check:token-revocation @points:1 @needs:app-client
  @control:prowler.cognito_user_pool_client_token_revocation_enabled
  Scenario: Tokens can be revoked
    Hint: Enable token revocation in every app client.
    Hint if "off": A stolen refresh token stays good. Enable token revocation.
    Why: A token that was stolen must have an end.
    Console: your user pool > Applications > App clients > your app client > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then the token revocation of every app client should be on

  @check:no-user-existence-errors @points:1 @needs:app-client
  @control:prowler.cognito_user_pool_client_prevent_user_existence_errors
  Scenario: Errors do not say who has an account
    Hint: Enable "Prevent user existence errors" in every app client.
    Hint if "off": Errors tell strangers who has an account. Enable it.
    Why: Whoever guesses addresses learns nothing from the answer.
    Console: your user pool > Applications > App clients > your app client > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then the prevention of user existence errors of every app client should be on
