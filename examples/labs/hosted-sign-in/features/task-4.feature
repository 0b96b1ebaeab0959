@task-4 @needs:user-pool-exists
Feature: Task 4: Set up the login pages
  Code grant alone, exact addresses, and the scopes that the website needs.

  Background:
    Given a learner has completed the lab

  @check:code-grant @points:2 @needs:app-client
  Scenario: The only grant is the authorization code grant
    Hint: Select "Authorization code grant" and no other grant type.
    Hint if "Implicit grant": Deselect "Implicit grant": it puts tokens into addresses.
    Hint if none: No grant type is selected. Select "Authorization code grant".
    Why: The implicit grant puts tokens into addresses, where histories and logs keep them.
    Console: your user pool > Applications > App clients > your app client > Login pages > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then the OAuth grant types of the app client "web" should be exactly "Authorization code grant"
    And the OAuth in the user pool client of the app client "web" should be on

  @check:callback-urls @points:1 @needs:app-client
  Scenario: Users come back to the website
    Hint: Allow https://app.example.com/signed-in as the only callback URL.
    Hint if "http://localhost:3000": An address for development is still allowed. Remove it.
    Hint if none: There is no callback URL.
    Why: A code that is sent to another address can be redeemed there.
    Console: your user pool > Applications > App clients > your app client > Login pages > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then the callback URLs of the app client "web" should be exactly "https://app.example.com/signed-in"

  @check:sign-out-urls @points:1 @needs:app-client
  Scenario: Every sign-out URL is encrypted
    Hint: Allow a sign-out URL, and only those that start with https://.
    Hint if none: There is no sign-out URL.
    Console: your user pool > Applications > App clients > your app client > Login pages > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then each of the sign-out URLs of the app client "web" should start with "https://"

  @check:pool-users @points:1 @needs:app-client
  Scenario: The users of the pool sign in there
    Hint: Select "Cognito user pool" as the identity provider.
    Hint if none: No identity provider is selected, so that nobody can sign in.
    Console: your user pool > Applications > App clients > your app client > Login pages > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then the supported identity providers of the app client "web" should include "Cognito user pool"

  @check:scopes @points:2 @needs:app-client @needs:resource-server
  Scenario: The website may read, and not write
    Hint: Allow the scopes openid, email and https://api.example.com/read, and no other.
    Hint if "https://api.example.com/write": The website may write. Deselect that scope.
    Hint if without "https://api.example.com/read": Select the custom scope https://api.example.com/read.
    Why: An app that may do less loses less.
    Console: your user pool > Applications > App clients > your app client > Login pages > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html

    Then the OAuth scopes of the app client "web" should be exactly
      | openid                       |
      | email                        |
      | https://api.example.com/read |
