import { operations, type Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';

/** The store of a submission's answers: a folder of files, or one file. */
export interface Answers {
  /**
   * The answer of an operation; of one that is asked for each of several things, that of the thing.
   *
   * @throws CouldNotLook if it is missing, or not an answer of AWS
   */
  read(operation: Operation, ...names: string[]): Record<string, unknown>;
}

/** Placeholder for the id of a pool whose description is missing; the other answers can still be checked. */
export const unknownPool = 'unknown_pool';

interface Input {
  ClientId?: string;
  ProviderName?: string;
  Domain?: string;
  Username?: string;
  NextToken?: string;
  PaginationToken?: string;
}

interface SavedUser {
  Username?: string;
  Attributes?: { Name?: string; Value?: string }[];
}

/** A submitted pool: the answers of the five calls that the checks read, or why one is missing. */
export class Submission {
  constructor(private readonly answers: Answers) {}

  /** The submission's description of itself. Self-reported. */
  identity(): { userPoolId: string; arn?: string } {
    try {
      const { Id, Arn } = this.#pool();
      return { userPoolId: Id ?? unknownPool, arn: Arn };
    } catch (error) {
      if (error instanceof CouldNotLook) return { userPoolId: unknownPool };
      throw error;
    }
  }

  /** @throws CouldNotLook if the answer is missing, incomplete, or of another pool */
  answer(operation: string, input: Input): object {
    if (!isSaved(operation)) throw new Error(`A submission has no answer of ${operation}.`);
    if (input.NextToken ?? input.PaginationToken)
      throw new CouldNotLook(
        `The answer of ${operation} is only its first page.`,
        'Run the command again without --max-items, --page-size and --no-paginate, so that the AWS CLI reads it to the end.',
      );
    const answer = this.answers.read(operation, ...this.#namesIn(operation, input));
    for (const id of poolsNamedIn(answer)) this.#checkPool(operation, id);
    if (operation === 'DescribeUserPool') this.#checkArn();
    // The AWS CLI writes NextToken for this operation's PaginationToken when it stops before the last page.
    const { NextToken } = answer;
    return operation === 'ListUsers' && NextToken !== undefined ? { ...answer, PaginationToken: NextToken } : answer;
  }

  /** What the thing that is asked for may be called: a user also by address, because a learner asks so. */
  #namesIn(operation: Operation, { ClientId, ProviderName, Domain, Username }: Input): string[] {
    const [name] = [ClientId, ProviderName, Domain, Username].filter((each) => each !== undefined);
    if (operation !== 'AdminListGroupsForUser' || name === undefined) return name === undefined ? [] : [name];
    const users = (this.answers.read('ListUsers').Users ?? []) as SavedUser[];
    const { Attributes = [] } = users.find((each) => each.Username === name) ?? {};
    const addresses = Attributes.filter(({ Name }) => Name === 'email' || Name === 'phone_number');
    return [name, ...addresses.flatMap(({ Value }) => Value ?? [])];
  }

  #pool(): { Id?: string; Arn?: string } {
    return this.answers.read('DescribeUserPool').UserPool as { Id?: string; Arn?: string };
  }

  /** Checks that the id and the ARN name the same pool; otherwise one of them was edited. */
  #checkArn(): void {
    const { Id, Arn } = this.#pool();
    const [, named] = /:userpool\/(.+)$/.exec(Arn ?? '') ?? [];
    if (Id === undefined || named === undefined || named === Id) return;
    throw new CouldNotLook(
      `The answer of DescribeUserPool is of the user pool ${Id}, but the ARN in it is that of ${named}.`,
      'Hand in answers that are all of one user pool, as the AWS CLI wrote them.',
    );
  }

  #checkPool(operation: Operation, id: string): void {
    const { userPoolId } = this.identity();
    if (userPoolId === unknownPool || userPoolId === id) return;
    throw new CouldNotLook(
      `The answer of ${operation} is of the user pool ${id}, but that of DescribeUserPool is of ${userPoolId}.`,
      'Hand in answers that are all of one user pool.',
    );
  }
}

const isSaved = (operation: string): operation is Operation => (operations as readonly string[]).includes(operation);

/** The pool ids that the things in an answer name. */
const poolsNamedIn = (answer: Record<string, unknown>): string[] =>
  Object.entries(answer)
    .flatMap(([member, value]) => (member === 'UserPool' ? [] : [value].flat()))
    .flatMap((thing) => (thing as { UserPoolId?: string } | undefined)?.UserPoolId ?? []);
