@task-3 @needs:user-pool-exists
Feature: Task 3: Configure sign-in experience
  Provider types: Cognito user pool. Cognito user pool sign-in options: Email.

  Background:
    Given a learner has completed the lab

  @check:provider-cognito @points:1
  Scenario: The user pool is the only provider
    Hint: Select "Cognito user pool" and no federated identity provider. If you added one, delete it.
    Hint if "Google", "Facebook", "LoginWithAmazon": The pool takes users of a social provider. Delete that identity provider.
    Hint if "Identity providers": The pool takes users of an external provider, by SAML or OpenID Connect. Delete that identity provider.
    Why: The lab's users have their accounts in the pool itself.
    Classic wizard: Step 1, Configure sign-in experience > Provider types.
    Console: your user pool > Authentication > Social and external providers > Delete identity provider.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-identity-federation.html

    Then the provider types should be exactly "Cognito user pool"

  @check:sign-in-email-only @points:2
  Scenario: Users sign in with their email address
    Hint: Tick "Email" and nothing else: with "User name" ticked as well, the email address is only an alias. The options are fixed once the pool exists, so a pool with other options must be made again.
    Hint if "AliasAttributes": "User name" is ticked as well, so that the addresses are only aliases of it. Make the pool again, with "Email" alone.
    Hint if "none": Users of this pool sign in with a user name. Make the pool again, with "Email" alone.
    Hint if "Phone number": "Phone number" is ticked, in place of "Email" or beside it. Make the pool again, with "Email" alone.
    Why: An address that users know already is no further name to forget, and the options can never be changed.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Then the sign-in options should be exactly "Email"

  @behaviour @check:signs-in-by-email @points:1 @needs:sign-in-email-only
  Scenario: A user signs in by email and by nothing else
    Hint: The email address must open the door, and neither the phone number nor the preferred username may.
    Why: What is not a sign-in option must not open the door either.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers. Of a pool that exists: Authentication > Sign-in.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Given a user of the pool with a password
    When the user tries to sign in by each of
      | Email              |
      | Phone number       |
      | Preferred username |
    Then only the sign-in by "Email" should be accepted
