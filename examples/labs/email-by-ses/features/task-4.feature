@task-4 @needs:user-pool-exists
Feature: Task 4: Try a sign-up
  An app client, and a visitor who signs up.

  Background:
    Given a learner has completed the lab

  @check:app-client @points:1 @needs:user-pool-exists
  Scenario: There is an app client named shop
    Hint: Create an app client with the name shop, spelled just so. A client secret is optional.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "shop"

  @behaviour @check:code-by-email @points:1 @needs:ses-sends @needs:email-verified
  Scenario: The confirmation code goes to the email address
    Hint: After a sign-up the pool must send the code to the new user's email address.
    Classic wizard: Step 4, Configure message delivery > Email.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html

    Given a visitor
    When the visitor signs up
    Then the confirmation code should go to their "Email"
