import { setWorldConstructor, World } from '@cucumber/cucumber';
import { AssertionError, expect } from 'chai';
import type { Attempt } from '../test-users/attempt';
import type { Cast } from '../test-users/test-users';
import type { Person } from '../test-users/test-user';
import type { PoolReader } from '../../aws/pool/pool-reader';
import type { CheckStatus, Finding } from '../../lab/result/result';
import { Blocked } from './blocked';
import { findingMediaType, outcomeMediaType, type Claim, type Outcome } from './outcome';
import type { LabSession } from '../session/lab-session';
import { findSession, nameOf, type WorldParameters } from '../session/open-sessions';

/** What one scenario knows: whom it is about, and what they tried. Everything that scenarios share is the session's. */
export class LabWorld extends World<WorldParameters> {
  /** The visitor or user that the scenario is about. */
  person?: Person;
  /** What the person tried, in order, each under the words of the feature for it. */
  attempts = new Map<string, Attempt>();
  #findings: Finding[] = [];
  #outcome?: Outcome;

  /** The session of this scenario, where several share a run. */
  sessionName?: string;

  get session(): LabSession {
    const session = findSession(this.sessionName ?? nameOf(this.parameters));
    if (!session) throw new Error('The scenario has no session: the BeforeAll hook did not open one.');
    return session;
  }

  /**
   * The pool to read.
   *
   * @throws Blocked where the learner created none
   * @throws CouldNotLook where the lab could not be completed
   */
  async reader(): Promise<PoolReader> {
    return this.session.reader(await this.#userPoolId());
  }

  /** What people can do with the pool. @throws Blocked or CouldNotLook as {@link reader} */
  async cast(): Promise<Cast> {
    return this.session.cast(await this.#userPoolId());
  }

  async #userPoolId(): Promise<string> {
    const { userPoolId } = await this.session.lab();
    if (userPoolId === undefined) throw new Blocked('There is no user pool.');
    return userPoolId;
  }

  /**
   * The pool with the people in it, and the one whom the scenario is about.
   *
   * @throws Blocked or CouldNotLook as {@link reader}
   */
  async stage(): Promise<{ cast: Cast; person: Person }> {
    const cast = await this.cast();
    return { cast, person: (this.person ??= await cast.visitor()) };
  }

  /** What came of something that was tried before in the scenario. */
  attempt(label: string): Attempt {
    const attempt = this.attempts.get(label);
    if (!attempt) throw new Error(`Nobody tried "${label}" in this scenario.`);
    return attempt;
  }

  /** One finding for each thing that was tried: `accepted` alone must have been. */
  attestOnly(accepted: string, what: string, source: string): void {
    this.attempt(accepted);
    this.attest(
      [...this.attempts].map(([label, attempt]) => {
        const wanted = label === accepted;
        return {
          setting: `${what} ${label}`,
          expected: wanted ? 'accepted' : 'refused',
          actual: attempt.accepted ? 'accepted' : `refused (${attempt.refusal}: ${attempt.message})`,
          source,
          assert: () => expect(attempt.accepted, `${what} ${label}`).to.equal(wanted),
        };
      }),
    );
  }

  /**
   * Leaves a finding for each claim, whether it holds or not, so that a report can show all that was looked at.
   *
   * @throws AssertionError for the claims that do not hold
   */
  attest(claims: Claim[]): void {
    const broken: Error[] = [];
    for (const { assert, ...seen } of claims) {
      const finding: Finding = { ...seen, holds: true };
      try {
        assert();
      } catch (error) {
        if (!(error instanceof AssertionError)) throw error;
        finding.holds = false;
        broken.push(error);
      }
      this.#findings.push(finding);
      this.attach(JSON.stringify(finding), findingMediaType);
    }
    if (broken.length) throw new AssertionError(broken.map(({ message }) => message).join('\n'));
  }

  /** Leaves word of why there is no verdict. */
  explain(outcome: Outcome): void {
    this.#outcome = outcome;
    this.attach(JSON.stringify(outcome), outcomeMediaType);
  }

  /** What the scenario has come to: a verdict needs a finding. */
  get verdict(): CheckStatus {
    if (this.#outcome) return this.#outcome.status;
    if (this.#findings.some(({ holds }) => !holds)) return 'failed';
    return this.#findings.length ? 'passed' : 'error';
  }
}

setWorldConstructor(LabWorld);
