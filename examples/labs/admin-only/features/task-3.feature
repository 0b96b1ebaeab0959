@task-3 @needs:user-pool-exists
Feature: Task 3: Make the groups
  Administrators and readers, each with a role.

  Background:
    Given a learner has completed the lab

  @check:admins @points:1
  Scenario: There is a group named admins
    Hint: Create a group named admins, spelled just so.
    Classic wizard: Groups > Create group.
    Console: your user pool > User management > Groups.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Then there should be a group named "admins"

  @check:admins-role @points:2 @needs:admins
  Scenario: Administrators have a role, and it comes first
    Hint: Give the group an IAM role, and the precedence 1.
    Hint if none: The group lacks a role or a precedence. Edit it.
    Hint if "10": The precedence is 10, and administrators must come first: make it 1.
    Why: Of several groups, the role of the one with the lowest number counts.
    Classic wizard: Groups > Create group.
    Console: your user pool > User management > Groups.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Then the IAM role of the group "admins" should be set
    And the precedence of the group "admins" should be 1

  @check:readers @points:1
  Scenario: There is a group named readers
    Hint: Create a group named readers, spelled just so.
    Classic wizard: Groups > Create group.
    Console: your user pool > User management > Groups.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Then there should be a group named "readers"

  @check:readers-role @points:1 @needs:readers
  Scenario: Readers have a role of their own
    Hint: Give the group the role lab-readers, not that of the administrators.
    Hint if none: The group has no role. Edit it.
    Classic wizard: Groups > Create group.
    Console: your user pool > User management > Groups.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html

    Then the IAM role of the group "readers" should be "lab-readers"
