import type { CreateUserPoolCommandInput } from '@aws-sdk/client-cognito-identity-provider';
import { CouldNotLook } from '../../common/could-not-look';
import { explain } from '../../aws/explain';
import { isOutcomeUnknown } from '../../aws/outcome-unknown';
import type { Plan } from '../../lab/solution/plan';
import { play } from './play-plan';
import { Problem } from '../../common/problem';
import type { TargetDescription } from '../../lab/result/result';
import { newRun, sweepLine, type OwnRun } from './run-tags';
import { removePoolById } from './remove-pool';
import { createPool, findPool, type MadePool } from './create-pool';
import type { TargetClient, CompletedLab, Target } from '../target';

export interface OwnedPoolOptions {
  run?: OwnRun;
  /** See {@link Target.notice}. */
  notice?: string;
  /** The delays before each search for a pool whose creation was not answered, in milliseconds. */
  searchDelays?: readonly number[];
  /** The backoff delays for a throttled removal, in milliseconds. */
  backoff?: readonly number[];
}

/** A pool that the program owns: it plays the solution, and removes the pool at the end. One pool per run. */
export class OwnedPool implements Target {
  readonly client: TargetClient['client'];
  readonly calls: TargetClient['calls'];
  readonly place: TargetClient['place'];
  readonly notice?: string;
  readonly #run: OwnRun;
  readonly #stop = new AbortController();
  #made?: MadePool;
  /** `perhaps`: creation was requested, and its outcome is unknown. */
  #there: 'no' | 'perhaps' | 'yes' = 'no';

  constructor(
    behind: TargetClient,
    private readonly plan: Plan,
    private readonly description: TargetDescription,
    private readonly options: OwnedPoolOptions = {},
  ) {
    ({ client: this.client, calls: this.calls, place: this.place } = behind);
    this.notice = options.notice;
    this.#run = options.run ?? newRun();
  }

  describe(): TargetDescription {
    return { ...this.description, ...(this.#made && { userPoolId: this.#made.userPoolId }) };
  }

  async complete(): Promise<CompletedLab> {
    const [createdUser] = this.plan.users;
    try {
      await play(this.client, this.plan, this.place, (input) => this.#create(input), this.#stop.signal);
    } catch (error) {
      if (this.#there !== 'perhaps' || !(error instanceof CouldNotLook)) throw error;
      const remedy = `${error.remedy}\nA user pool may have been created anyway. ${this.#remedy()}`;
      throw new CouldNotLook(error.message, remedy, error.affectsAllChecks, { cause: error });
    }
    return { userPoolId: this.#made?.userPoolId, createdUser };
  }

  /** The call that creates the pool goes on: without its answer, the pool would have to be searched for. */
  stop(): void {
    this.#stop.abort();
  }

  async close(): Promise<void> {
    if (this.#there === 'no') return;
    let operation = 'DeleteUserPool';
    try {
      if (this.#there === 'perhaps') {
        operation = 'ListUserPools';
        const userPoolId = await findPool(this.client, this.plan.pool?.PoolName, this.#run);
        if (userPoolId !== undefined) this.#made = { userPoolId, tagged: true };
      }
      operation = 'DeleteUserPool';
      if (this.#made) await removePoolById(this.client, this.#made.userPoolId, this.options.backoff);
      this.#there = 'no';
    } catch (error) {
      const { message } = explain(error, { operation, userPoolId: this.#made?.userPoolId, ...this.place });
      throw new Problem(
        this.#made
          ? `The user pool ${this.#made.userPoolId}, created for this run, could not be removed: ${message}`
          : `A user pool may have been created for this run, but the list of pools could not be read to find it: ${message}`,
        this.#remedy(),
        { cause: error },
      );
    }
  }

  left(): string | undefined {
    if (this.#there === 'no' || this.description.kind !== 'aws') return undefined;
    const what = this.#made ? `The user pool ${this.#made.userPoolId} may be left.` : 'A user pool may be left.';
    return `${what} ${this.#remedy()}`;
  }

  async #create(input: CreateUserPoolCommandInput): Promise<string> {
    this.#there = 'perhaps';
    try {
      this.#made = await createPool(this.client, input, this.#run, this.options.searchDelays, this.#stop.signal);
    } catch (error) {
      if (!isOutcomeUnknown(error)) this.#there = 'no';
      throw error;
    }
    this.#there = 'yes';
    return this.#made.userPoolId;
  }

  /** How to remove what remains: by the run's tags, and manually if the id is known. */
  #remedy(): string {
    const { region = '' } = this.place;
    const byHand =
      this.#made && `aws cognito-idp delete-user-pool --region ${region} --user-pool-id ${this.#made.userPoolId}`;
    if (byHand && !this.#made?.tagged) return `This endpoint keeps no tags; remove it by hand: ${byHand}`;
    const line = sweepLine(region, this.#run);
    return `Remove it: ${line}${byHand ? `\nBy hand: ${byHand}` : ''}`;
  }
}
