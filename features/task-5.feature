@task-5 @needs:user-pool-exists
Feature: Task 5: Configure sign-up experience
  Users sign themselves up. Attribute verification: the default. Required attributes: Name, Preferred username, Phone number.

  Background:
    Given a learner has completed the lab

  @check:self-sign-up @points:1 @against:prowler.cognito_user_pool_self_registration_disabled
  Scenario: Users may sign themselves up
    Hint: Enable self-registration, so that a user can sign up without an administrator.
    Hint if "AdminCreateUserConfig.AllowAdminCreateUserOnly": Only an administrator can create users. Enable self-registration.
    Why: The lab's app has a page on which users sign themselves up.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html

    Then users should be able to sign themselves up

  @behaviour @check:anyone-can-sign-up @points:1 @needs:self-sign-up
  Scenario: Anyone can sign up by themselves
    Hint: A sign-up with every required attribute and a good password must go through, without an administrator.
    Why: A sign-up that is enabled can still be refused for another reason.
    Classic wizard: Step 3, Configure sign-up experience > Self-service sign-up > Enable self-registration.
    Console: your user pool > Authentication > Sign-up > Self-service sign-up > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html

    Given a visitor
    When the visitor signs up
    Then the sign-up should be accepted

  @check:email-verified-at-sign-up @points:1
  Scenario: The email address is verified at sign-up
    Hint: Keep the default, "Send email message, verify email address". A pool made with the CLI, CloudFormation or Terraform verifies nothing unless told: set AutoVerifiedAttributes to email.
    Hint if "Phone number": The phone number is verified, in place of the email address or beside it. Choose "Send email message, verify email address".
    Hint if "none": Nothing is verified. Choose "Send email message, verify email address"; in the CLI, CloudFormation or Terraform, set AutoVerifiedAttributes to email.
    Why: An address that was never verified may belong to somebody else.
    Classic wizard: Step 3, Configure sign-up experience > Attribute verification and user account confirmation.
    Console: your user pool > Authentication > Sign-up > Attribute verification and user account confirmation > Edit.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html

    Then the attributes verified at sign-up should be exactly "Email"

  @check:required-attributes @points:2
  Scenario: Name, Preferred username and Phone number are required
    Hint: Under "Additional required attributes" select name, preferred_username and phone_number, and no other. Required attributes are fixed once the pool exists, so a pool with others must be made again.
    Hint if without "name": The name is not required, or nothing is. Make the pool again, with name, preferred_username and phone_number.
    Hint if without "preferred_username": The preferred username is not required. Make the pool again, with name, preferred_username and phone_number.
    Hint if without "phone_number": The phone number is not required. Make the pool again, with name, preferred_username and phone_number.
    Hint if "SchemaAttributes[].Required": More is required than name, preferred_username and phone_number. Make the pool again, with these three.
    Why: The lab's app greets users by name and reaches them by phone, and what is required can never be changed.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Then the required attributes should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |

  @behaviour @check:sign-up-needs-attributes @points:1 @needs:required-attributes @needs:anyone-can-sign-up
  Scenario: A sign-up that lacks a required attribute is refused
    Hint: A sign-up without a name, without a preferred username or without a phone number must be turned away.
    Why: What is required and not asked for would be missing in the app.
    Classic wizard: Step 3, Configure sign-up experience > Required attributes.
    Console: Create user pool > Required attributes for sign-up. Of a pool that exists: Authentication > Sign-up.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html

    Given a visitor
    When the visitor signs up, each time without one of
      | Name               |
      | Preferred username |
      | Phone number       |
    Then each of these sign-ups should be refused
