import { setWorldConstructor, World } from '../cucumber/definitions';
import { AssertionError } from 'chai';
import { shorten } from '../../common/text/shorten';
import type { CheckStatus } from '../../lab/result/result';
import { wantedOf, type Given, type NamedSetting, type Relation } from '../../lab/phrases';
import { engine, type WorldParameters } from '../cucumber/engine';
import { equalTo } from '../findings/comparisons';
import { compare, type Claim } from '../findings/finding';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { LabSession } from '../session/lab-session';
import type { UserAttempt } from '../test-users/user-attempt';
import type { TestUser } from '../test-users/test-user';
import type { TestUsers } from '../test-users/test-users';
import { Blocked, changeMediaType, findingMediaType, outcomeMediaType, type Outcome } from './outcome';
import { PoolSettings } from './pool-settings';
import { settingClaims } from './setting-claims';

/** The state of one scenario: its user, and the user's attempts. Shared state is in the session. */
export class LabWorld extends World<WorldParameters> {
  /** The scenario's user. */
  user?: TestUser;
  /** The user's attempts in order, each under its wording in the feature. */
  readonly attempts = new Map<string, UserAttempt>();
  /** What the scenario runs against; the one that was open when it started. */
  readonly session: LabSession = engine.session();
  #status?: CheckStatus;

  /**
   * The settings of the pool.
   *
   * @throws Blocked if the learner created none
   * @throws CouldNotLook if the lab could not be completed
   */
  async settings(): Promise<PoolSettings> {
    return new PoolSettings(await this.reader());
  }

  /** The reader of the pool. @throws Blocked or CouldNotLook as {@link settings} */
  async reader(): Promise<PoolReader> {
    return this.session.reader(await this.#userPoolId());
  }

  /**
   * Compares a setting with what a step says of it.
   *
   * @param ofEach whether that is said of each entry of a list
   * @throws as {@link settings} and {@link verify}; Problem for what the setting cannot be
   */
  async verifySetting(named: NamedSetting, relation: Relation, given?: Given, ofEach?: boolean): Promise<void> {
    const wanted = wantedOf(named.setting, relation, given, ofEach);
    this.verify(...(await settingClaims(await this.reader(), named, wanted)));
  }

  /** The driver of the pool's test users. @throws Blocked or CouldNotLook as {@link settings} */
  async testUsers(): Promise<TestUsers> {
    return this.session.testUsers(await this.#userPoolId());
  }

  /** The scenario's user: a new visitor, unless a step named one. */
  async currentUser(): Promise<TestUser> {
    return (this.user ??= await (await this.testUsers()).visitor());
  }

  async #userPoolId(): Promise<string> {
    const { userPoolId } = await this.session.lab();
    if (userPoolId === undefined) throw new Blocked('There is no user pool.');
    return userPoolId;
  }

  /** The outcome of an earlier attempt in the scenario. */
  attempt(label: string): UserAttempt {
    const attempt = this.attempts.get(label);
    if (!attempt) throw new Error(`Nothing was tried as "${label}" in this scenario.`);
    return attempt;
  }

  /** Adds a finding for each attempt: `accepted` must have been accepted, and all others refused. */
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
   * Compares settings with their expected values. Every comparison adds a finding, whether it holds or not, so that a
   * report can show everything that was compared.
   *
   * @throws AssertionError for the comparisons that fail
   * @throws CouldNotLook for a missing value, if all other comparisons hold: a wrong value takes precedence
   */
  verify(...claims: Claim[]): void {
    const compared = claims.filter(({ missing }) => !missing).map(compare);
    for (const { finding, changes } of compared) {
      this.attach(JSON.stringify(finding), findingMediaType);
      for (const change of changes) this.attach(JSON.stringify(change), changeMediaType);
      if (this.#status !== 'failed') this.#status = finding.holds ? 'passed' : 'failed';
    }
    const failures = compared.flatMap(({ failure }) => failure?.message ?? []);
    if (failures.length) throw new AssertionError(failures.join('\n'));
    for (const { missing } of claims) if (missing) throw missing;
  }

  /** Attaches the reason why there is no verdict. */
  recordOutcome({ reason, ...outcome }: Outcome): void {
    this.#status = outcome.status;
    this.attach(JSON.stringify({ ...outcome, reason: shorten(reason) }), outcomeMediaType);
  }

  /** The scenario's state so far: a verdict needs a finding. */
  get status(): CheckStatus {
    return this.#status ?? 'error';
  }
}

setWorldConstructor(LabWorld);
