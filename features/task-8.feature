@task-8 @needs:user-pool-exists
Feature: Task 8: Review
  The pool is reviewed and created, and a user is created in it.

  Background:
    Given a learner has completed the lab

  @check:user-created @points:2
  Scenario: There is a user with an email address
    Hint: Create a user and give it an email address.
    Hint if "no users": There is no user yet. Create one, with an email address.
    Why: A pool is reviewed by using it.
    Classic wizard: your user pool > Users > Create user.
    Console: your user pool > User management > Users > Create user.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    Then there should be a user with an email address

  @behaviour @check:first-sign-in @points:1 @needs:user-created @needs:sign-in-email-only @needs:required-attributes
  Scenario: The created user completes their account at the first sign-in
    Hint: The password that the administrator gave is temporary: the first sign-in must ask for a new one, and for the required attributes that the user has not got yet.
    Why: Nobody but the user should know the password in the end.
    Classic wizard: your user pool > Users > Create user > Temporary password.
    Console: your user pool > User management > Users > Create user > Temporary password.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html

    Given the user that the learner created
    When the user signs in
    Then a new password should be asked for
    And the attributes asked for should be exactly
      | Name               |
      | Preferred username |
      | Phone number       |
