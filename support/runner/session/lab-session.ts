import { countCalls } from '../../aws/middleware/call-log';
import { TestUsers } from '../test-users/test-users';
import { PoolReader } from '../../aws/pool/pool-reader';
import { accountOfArn } from '../../common/aws-names';
import { maskAccount } from '../../common/text/mask';
import type { CheckStatus, TargetDescription } from '../../lab/result/result';
import type { CompletedLab, Target } from '../../targets/target';

/** What the class agreed on beyond what the features say. */
export interface ClassAgreement {
  /** The name that every learner's pool was to get; any name is right where there is none. */
  userPoolName?: string;
}

/**
 * One run of the lab against one target: what was read of the pool, and what the checks came to so far. Scenarios
 * share it; what only one scenario knows is in its World.
 */
export class LabSession {
  /** What each check came to so far, by its id: a check that needs another finds that one's here. */
  readonly statuses = new Map<string, CheckStatus>();
  #lab?: Promise<CompletedLab>;
  #reader?: PoolReader;
  #testUsers?: TestUsers;
  #stopped?: Error;

  constructor(
    readonly target: Target,
    readonly agreement: ClassAgreement = {},
  ) {}

  /** "A learner has completed the lab", once, however many scenarios begin with it. @throws CouldNotLook */
  lab(): Promise<CompletedLab> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    return (this.#lab ??= this.target.complete());
  }

  /** The one reader of the run. */
  reader(userPoolId: string): PoolReader {
    return (this.#reader ??= new PoolReader(this.target.client, userPoolId, this.target.place));
  }

  /** The driver of the test users of the behaviour checks, one a run. */
  testUsers(userPoolId: string): TestUsers {
    return (this.#testUsers ??= new TestUsers(this.target, this.reader(userPoolId)));
  }

  /** What was read; the account of a pool that was read is the one in its ARN. */
  async describe(): Promise<TargetDescription> {
    const description = this.target.describe();
    if (description.account !== undefined || !this.#reader) return description;
    const arn = await this.#reader.arn();
    const account = accountOfArn(arn);
    return { ...description, ...(account && { account: maskAccount(account) }) };
  }

  /** How often each operation was called. */
  get calls(): Record<string, number> {
    return countCalls(this.target.calls);
  }

  /** Lets nothing new begin: every scenario that has not started yet comes to an error. */
  stop(why: Error): void {
    this.#stopped = why;
    this.target.stop?.();
  }

  close(): Promise<void> {
    return this.target.close();
  }
}
