@task-2 @needs:user-pool-exists
Feature: Task 2: Send email with Amazon SES
  SES sends, from an address of yours.

  Background:
    Given a learner has completed the lab

  @check:ses-sends @points:2
  Scenario: Amazon SES sends the email
    Hint: Choose "Send email with Amazon SES" and your verified identity.
    Hint if "Send email with Cognito": Cognito still sends, with its small daily limit. Choose "Send email with Amazon SES".
    Why: Cognito's own sender is for trying out: it sends some 50 messages a day.
    Classic wizard: Step 4, Configure message delivery > Email.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Then the email provider should be "Send email with Amazon SES"
    And the SES identity should be set

  @check:from-sender @points:1 @needs:ses-sends
  Scenario: The mail comes from the shop
    Hint: Write Shop <shop@example.com> as the FROM sender name.
    Hint if none: There is no FROM sender name, so that the bare address of the identity is shown.
    Classic wizard: Step 4, Configure message delivery > Email > FROM sender name.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Then the FROM sender name should be "Shop <shop@example.com>"

  @check:reply-to @points:1
  Scenario: Answers go to the help desk
    Hint: Write help@example.com as the REPLY-TO email address.
    Hint if none: Answers go nowhere: there is no REPLY-TO email address.
    Classic wizard: Step 4, Configure message delivery > Email > REPLY-TO email address.
    Console: your user pool > Authentication > Authentication methods > Email > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html

    Then the REPLY-TO email address should be "help@example.com"
