@task-3 @needs:user-pool-exists
Feature: Task 3: Describe the API
  A resource server, with two scopes.

  Background:
    Given a learner has completed the lab

  @check:resource-server @points:1
  Scenario: There is a resource server for the API
    Hint: Create a resource server with the identifier https://api.example.com and the custom scopes read and write.
    Hint if without "write": The custom scope write is missing.
    Classic wizard: App integration > Resource servers.
    Console: your user pool > Branding > Domain > Resource servers > Create resource server.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html

    Then there should be a resource server named "https://api.example.com"
    And the custom scopes of the resource server "https://api.example.com" should be exactly "read, write"
