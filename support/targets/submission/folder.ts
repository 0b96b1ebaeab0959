import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, type Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { readJson } from '../../common/json/read-json';
import type { Answers } from './submission';

/** Names of the files that the AWS CLI's output is saved in. */
export const files: Record<Operation, string> = {
  DescribeUserPool: 'describe-user-pool.json',
  ListIdentityProviders: 'list-identity-providers.json',
  ListUserPoolClients: 'list-user-pool-clients.json',
  DescribeUserPoolClient: 'describe-user-pool-client.json',
  ListUsers: 'list-users.json',
};

/** Where several app clients are handed in, one file each. */
export const clientsFolder = 'user-pool-clients';

/** One app client takes a few kilobytes, and a learner has a few: more than that is not even looked through. */
const mostClients = { files: 100, bytes: 1024 * 1024 } as const;

/** A folder of plain AWS CLI output, so that a learner needs nothing but the CLI. Unknown files are ignored. */
export class FolderAnswers implements Answers {
  readonly #read = new Map<string, Record<string, unknown>>();

  constructor(private readonly folder: string) {}

  /** Whether the folder has any file of a submission. */
  static looksLikeOne = (folder: string): boolean =>
    [...Object.values(files), clientsFolder].some((name) => existsSync(join(folder, name)));

  read(operation: Operation, clientId?: string): Record<string, unknown> {
    return operation === 'DescribeUserPoolClient' ? this.#client(clientId) : this.#file(files[operation], operation);
  }

  #client(clientId?: string): Record<string, unknown> {
    const operation = 'DescribeUserPoolClient';
    const names = this.#several()
      .filter((name) => name.endsWith('.json'))
      .slice(0, mostClients.files)
      .map((name) => `${clientsFolder}/${name}`);
    if (existsSync(join(this.folder, files[operation])) || !names.length) names.push(files[operation]);
    let fault: CouldNotLook | undefined;
    for (const name of names) {
      try {
        const answer = this.#file(name, operation);
        if ((answer.UserPoolClient as { ClientId: string }).ClientId === clientId) return answer;
      } catch (error) {
        if (!(error instanceof CouldNotLook)) throw error;
        fault ??= error;
      }
    }
    // The file that is wanted may be one of those that cannot be read.
    if (fault) throw fault;
    throw new CouldNotLook(
      `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} not of the app client ${clientId}.`,
      `Add the answer of "aws cognito-idp describe-user-pool-client" for the client ${clientId}.`,
    );
  }

  #several(): string[] {
    const several = join(this.folder, clientsFolder);
    if (!existsSync(several)) return [];
    try {
      return readdirSync(several).sort();
    } catch (error) {
      throw new CouldNotLook(
        `${clientsFolder} cannot be read as a folder (${(error as NodeJS.ErrnoException).code}).`,
        `Make it a folder with one JSON file an app client, or hand in ${files.DescribeUserPoolClient} instead.`,
        false,
        { cause: error },
      );
    }
  }

  #file(name: string, operation: Operation): Record<string, unknown> {
    const known = this.#read.get(name);
    if (known) return known;
    const bytes = operation === 'DescribeUserPoolClient' ? mostClients.bytes : undefined;
    const answer = answerOf(operation, readJson(join(this.folder, name), name, bytes), name);
    this.#read.set(name, answer);
    return answer;
  }
}
