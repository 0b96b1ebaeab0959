@task-7 @needs:user-pool-exists
Feature: Task 7: Integrate your app
  The user pool gets its name and an app client named kekeclient. A client secret is optional.

  Background:
    Given a learner has completed the lab

  @check:user-pool-name @points:1
  Scenario: The user pool has its name
    Hint: Give the user pool the name that your class agreed on. The present console makes a name up; rename the pool afterwards.
    Hint if "Name": The pool has another name. Upper and lower case count, and so do blanks. Rename it to the name that your class agreed on.
    Why: By its name the pool is found among others.
    Classic wizard: Step 5, Integrate your app > User pool name.
    Console: your user pool > Overview > Rename.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/getting-started-user-pools.html

    Then the user pool should have the name that the class agreed on

  @check:app-client @points:2
  Scenario: There is an app client named kekeclient
    Hint: Create an app client with the name kekeclient, spelled just so. In the present console the client takes the application's name.
    Hint if "none": There is no app client yet. Create one with the name kekeclient.
    Hint if "UserPoolClients[].ClientName": There are app clients, and none with the name kekeclient: upper and lower case count, and so do blanks. Rename one, or create one.
    Why: An app signs its users in through a client of its own.
    Classic wizard: Step 5, Integrate your app > Initial app client > App client name.
    Console: your user pool > Applications > App clients > Create app client.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html

    Then there should be an app client named "kekeclient"
