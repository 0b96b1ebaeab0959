@task-6 @needs:user-pool-exists
Feature: Task 6: Configure Message delivery
  Email provider: Send email with Cognito.

  Background:
    Given a learner has completed the lab

  @check:cognito-email @points:1
  Scenario: Cognito sends the email
    Hint: Choose "Send email with Cognito" and leave the SES identity blank.
    Hint if "Send email with Amazon SES": Amazon SES sends the email. Choose "Send email with Cognito".
    Hint if "EmailConfiguration.SourceArn": Cognito sends the email from an SES identity. Leave the identity blank.
    Why: Cognito's own mail needs no verified identity, and 50 messages a day are enough for a lab.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Then the email provider should be "Send email with Cognito"

  @behaviour @check:code-by-cognito-email @points:1 @needs:cognito-email @needs:email-verified-at-sign-up @needs:anyone-can-sign-up
  Scenario: The confirmation code goes out by Cognito's email
    Hint: After a sign-up the pool must send the code to the new user's email address, through Cognito.
    Why: Without the code, nobody can finish a sign-up.
    Classic wizard: Step 4, Configure message delivery > Email provider.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Given a visitor
    When the visitor signs up
    Then the confirmation code should go to their "Email"
