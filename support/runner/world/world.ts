import { setWorldConstructor, World } from '@cucumber/cucumber';
import { AssertionError } from 'chai';
import { shorten } from '../../common/text/shorten';
import type { CheckStatus } from '../../lab/result/result';
import { engine, type WorldParameters } from '../cucumber/engine';
import { equalTo } from '../findings/comparisons';
import { compare, type Claim } from '../findings/finding';
import type { LabSession } from '../session/lab-session';
import type { Attempt } from '../test-users/attempt';
import type { TestUser } from '../test-users/test-user';
import type { TestUsers } from '../test-users/test-users';
import { Blocked, findingMediaType, outcomeMediaType, type Outcome } from './outcome';
import { PoolSettings } from './pool-settings';

/** The state of one scenario: its user, and what they tried. Everything that scenarios share is the session's. */
export class LabWorld extends World<WorldParameters> {
  /** The user whom the scenario is about. */
  user?: TestUser;
  /** What the user tried, in order, each under the words of the feature for it. */
  readonly attempts = new Map<string, Attempt>();
  /** The name of the session of this scenario, where several share a run. */
  sessionName?: string;
  #status?: CheckStatus;

  /** @throws Error where none is open under the scenario's name */
  get session(): LabSession {
    return engine.session(this.sessionName ?? this.parameters.session);
  }

  /**
   * The settings of the pool.
   *
   * @throws Blocked where the learner created none
   * @throws CouldNotLook where the lab could not be completed
   */
  async settings(): Promise<PoolSettings> {
    return new PoolSettings(this.session.reader(await this.#userPoolId()));
  }

  /** The driver of the pool's test users. @throws Blocked or CouldNotLook as {@link settings} */
  async testUsers(): Promise<TestUsers> {
    return this.session.testUsers(await this.#userPoolId());
  }

  /** The user whom the scenario is about: a new visitor, where no step named one. */
  async currentUser(): Promise<TestUser> {
    return (this.user ??= await (await this.testUsers()).visitor());
  }

  async #userPoolId(): Promise<string> {
    const { userPoolId } = await this.session.lab();
    if (userPoolId === undefined) throw new Blocked('There is no user pool.');
    return userPoolId;
  }

  /** What came of something that was tried before in the scenario. */
  attempt(label: string): Attempt {
    const attempt = this.attempts.get(label);
    if (!attempt) throw new Error(`Nothing was tried as "${label}" in this scenario.`);
    return attempt;
  }

  /** One finding for each thing that was tried: `accepted` must have been accepted, and everything else refused. */
  verifyOnly(accepted: string, what: string, source: string): void {
    this.attempt(accepted);
    const claims = [...this.attempts].map(([label, attempt]): Claim => {
      const actual = attempt.accepted ? 'accepted' : 'refused';
      const shown = attempt.accepted ? actual : `refused (${attempt.refusal}: ${attempt.message})`;
      const should = equalTo(label === accepted ? 'accepted' : 'refused');
      return { setting: `${what} ${label}`, source, actual, shown, should };
    });
    this.verify(...claims);
  }

  /**
   * Compares settings with what they should be. Every comparison leaves a finding, whether it holds or not, so that a
   * report can show all that was compared.
   *
   * @throws AssertionError for the claims that do not hold
   * @throws CouldNotLook for a missing value, where all other claims hold: what is there and wrong decides
   */
  verify(...claims: Claim[]): void {
    const compared = claims.filter(({ missing }) => !missing).map(compare);
    for (const { finding } of compared) {
      this.attach(JSON.stringify(finding), findingMediaType);
      if (this.#status !== 'failed') this.#status = finding.holds ? 'passed' : 'failed';
    }
    const failures = compared.flatMap(({ failure }) => failure?.message ?? []);
    if (failures.length) throw new AssertionError(failures.join('\n'));
    for (const { missing } of claims) if (missing) throw missing;
  }

  /** Leaves the reason why there is no verdict. */
  recordOutcome({ reason, ...outcome }: Outcome): void {
    this.#status = outcome.status;
    this.attach(JSON.stringify({ ...outcome, reason: shorten(reason) }), outcomeMediaType);
  }

  /** What the scenario has come to so far: a verdict needs a finding. */
  get status(): CheckStatus {
    return this.#status ?? 'error';
  }
}

setWorldConstructor(LabWorld);
