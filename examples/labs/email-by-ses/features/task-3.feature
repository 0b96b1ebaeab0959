@task-3 @needs:user-pool-exists
Feature: Task 3: Write the messages
  A verification and an invitation in words of your own.

  Background:
    Given a learner has completed the lab

  @check:verification-subject @points:1
  Scenario: The verification email has a subject of its own
    Hint: Write the subject: Your code for the shop
    Hint if none: The template is still AWS's own.
    Console: your user pool > Authentication > Message templates.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html

    Then the verification email subject should be "Your code for the shop"

  @check:verification-message @points:1
  Scenario: The verification email has the code
    Hint: Write a message that has the shop's name, "our shop", and the placeholder {####} in it.
    Hint if none: The template is still AWS's own.
    Console: your user pool > Authentication > Message templates.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html

    Then the verification email message should contain "our shop"
    And the verification email message should contain "{####}"

  @check:code-not-link @points:1
  Scenario: The verification is a code
    Hint: Choose "Code" as the verification type.
    Hint if "Link": A link goes out in place of a code. Choose "Code".
    Console: your user pool > Authentication > Message templates.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html

    Then the verification type should be "Code"

  @check:invitation-message @points:1
  Scenario: The invitation greets the user
    Hint: Write an invitation that has "our shop", {username} and {####} in it.
    Hint if none: The template is still AWS's own.
    Console: your user pool > Authentication > Message templates.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html

    Then the invitation email message should contain "our shop"
    And the invitation email message should contain "{username}"
    And the invitation email message should contain "{####}"
