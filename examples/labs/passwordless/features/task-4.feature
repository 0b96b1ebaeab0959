@task-4 @needs:user-pool-exists
Feature: Task 4: Try a sign-up
  A visitor signs up, and the code goes out.

  Background:
    Given a learner has completed the lab

  @behaviour @check:code-by-email @points:1 @needs:email-verified
  Scenario: The confirmation code goes to the email address
    Hint: After a sign-up the pool must send the code to the new user's email address.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html

    Given a visitor
    When the visitor signs up
    Then the confirmation code should go to their "Email"
