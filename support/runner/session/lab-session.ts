import { countCalls } from '../../aws/middleware/call-log';
import { TestUsers } from '../test-users/test-users';
import { PoolReader } from '../../aws/pool/pool-reader';
import type { Evidence } from '../../lab/fixes';
import { accountOfArn } from '../../common/aws-names';
import { maskAccount } from '../../common/text/mask';
import type { CheckStatus, TargetDescription } from '../../lab/result/result';
import type { CompletedLab, Target } from '../../targets/target';

/** The agreement of the class beyond the features. */
export interface ClassAgreement {
  /** The required name of every learner's pool (default: any name). */
  userPoolName?: string;
}

/**
 * The state of one run of the lab against one target: the answers about the pool, and the states of the checks so
 * far. Shared by all scenarios; the state of one scenario is in its World.
 */
export class LabSession {
  /** The state of each finished check, by id, for checks that need it. */
  readonly statuses = new Map<string, CheckStatus>();
  #lab?: Promise<CompletedLab>;
  #reader?: PoolReader;
  #testUsers?: TestUsers;
  #stopped?: Error;

  constructor(
    readonly target: Target,
    readonly agreement: ClassAgreement = {},
  ) {}

  /** "A learner has completed the lab", once per run, however many scenarios start with it. @throws CouldNotLook */
  lab(): Promise<CompletedLab> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    return (this.#lab ??= this.target.complete());
  }

  /** The pool reader, one per run. */
  reader(userPoolId: string): PoolReader {
    return (this.#reader ??= new PoolReader(this.target.client, userPoolId, this.target.place));
  }

  /** The driver of the behaviour checks' test users, one per run. */
  testUsers(userPoolId: string): TestUsers {
    return (this.#testUsers ??= new TestUsers(this.target, this.reader(userPoolId)));
  }

  /** What was checked. The account of a pool that was read comes from its ARN. */
  async describe(): Promise<TargetDescription> {
    const description = this.target.describe();
    if (description.account !== undefined || !this.#reader) return description;
    const arn = await this.#reader.arn();
    const account = accountOfArn(arn);
    return { ...description, ...(account && { account: maskAccount(account) }) };
  }

  /**
   * What was read of a pool that exists, for the way to put it right; nothing is read for it. Undefined for a pool that
   * the program made itself, and removes again.
   */
  async evidence(): Promise<Evidence | undefined> {
    if (this.target.readOnly === undefined || !this.#reader) return undefined;
    const { kind, userPoolId } = this.target.describe();
    if (userPoolId === undefined) return undefined;
    return { userPoolId, place: this.target.place, isLive: kind === 'aws', ...(await this.#reader.known()) };
  }

  /** The number of calls by operation. */
  get calls(): Record<string, number> {
    return countCalls(this.target.calls);
  }

  /** Stops the run: every scenario that has not started yet ends in an error. */
  stop(why: Error): void {
    this.#stopped = why;
    this.target.stop?.();
  }

  close(): Promise<void> {
    return this.target.close();
  }
}
