@task-1
Feature: Task 1: Create the user pool
  One pool, and an app client for a website.

  Background:
    Given a learner has completed the lab

  @check:user-pool-exists @points:1
  Scenario: There is a user pool
    Hint: Create a user pool and go through the wizard to the end: nothing exists before its last button is pressed.
    Classic wizard: Amazon Cognito > User pools > Create user pool.
    Console: Amazon Cognito > User pools > Create user pool.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Then there should be a user pool

  @check:sign-in-by-email @points:1 @needs:user-pool-exists
  Scenario: Users sign in with their email address
    Hint: Tick "Email" and nothing else. The options are fixed once the pool exists, so a pool with other options must be made again.
    Hint if "User name": The pool has user names. Make it again, with "Email" alone.
    Hint if "Phone number": The pool takes phone numbers. Make it again, with "Email" alone.
    Why: Users know their address, and need no further name.
    Classic wizard: Step 1, Configure sign-in experience > Cognito user pool sign-in options.
    Console: Create user pool > Options for sign-in identifiers.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Then the sign-in options should be exactly "Email"

  @check:app-client @points:1 @needs:user-pool-exists
  Scenario: There is an app client named web
    Hint: Create an app client with the name web, spelled just so. A client secret is optional.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "web"
