@task-2 @needs:user-pool-exists
Feature: Task 2: Give the pages an address
  A domain, with managed login.

  Background:
    Given a learner has completed the lab

  @check:domain @points:2
  Scenario: The sign-in pages have a domain
    Hint: Create a Cognito domain with a prefix that nobody else has.
    Why: Without a domain there are no sign-in pages and no OAuth endpoints.
    Classic wizard: App integration > Domain.
    Console: your user pool > Branding > Domain > Actions > Create Cognito domain.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html

    Then the Cognito domain should be set

  @check:managed-login @points:1 @needs:domain
  Scenario: The pages are managed login
    Hint: Choose "Managed login" as the branding version.
    Hint if "Hosted UI (classic)": The domain has the classic pages. Choose "Managed login".
    Console: your user pool > Branding > Domain.
    Docs: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-integration.html

    Then the branding version should be "Managed login"
