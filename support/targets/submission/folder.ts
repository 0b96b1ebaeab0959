import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, type Operation } from '../../aws/answer-shapes';
import { CouldNotLook } from '../../common/could-not-look';
import { listFolder } from '../../common/files/list-folder';
import { readBounded, type BoundedFile } from '../../common/files/read-bounded';
import { systemReason } from '../../common/files/system-error';
import { isoDate } from '../../common/iso-date';
import { parseJson } from '../../common/json/parse-json';
import { decode } from '../../common/text/decode';
import { oneLine } from '../../common/text/plain-text';
import { shorten } from '../../common/text/shorten';
import type { Answers } from './submission';

/** File names of saved AWS CLI output. */
export const files: Record<Operation, string> = {
  DescribeUserPool: 'describe-user-pool.json',
  ListIdentityProviders: 'list-identity-providers.json',
  ListUserPoolClients: 'list-user-pool-clients.json',
  DescribeUserPoolClient: 'describe-user-pool-client.json',
  ListUsers: 'list-users.json',
};

/** The folder for several app clients, one file each. */
export const clientsFolder = 'user-pool-clients';

const megabyte = 1024 * 1024;

/**
 * Limits for a submission. A user takes about a kilobyte of AWS CLI output, and a lab's pool has a handful: 2 MB are
 * some 2,000 users. An app client takes a few kilobytes, and a learner has a few.
 */
export const submissionLimits = {
  file: 2 * megabyte,
  whole: 4 * megabyte,
  clientFile: megabyte,
  clients: 100,
} as const;

/**
 * A folder of plain AWS CLI output, for learners who have only the CLI. Unknown files are ignored, links are not
 * followed, and each file is read and validated once, with its error kept.
 */
export class FolderAnswers implements Answers {
  readonly #folder: string;
  readonly #files = new Map<string, BoundedFile | CouldNotLook>();
  readonly #answers = new Map<string, Record<string, unknown> | CouldNotLook>();
  #clientNames?: string[] | CouldNotLook;
  #left: number = submissionLimits.whole;

  /** @param folder may be a link itself, if the user named it; links within it are refused */
  constructor(folder: string) {
    this.#folder = realpathSync(folder);
  }

  /** Whether the folder contains any file of a submission. */
  static looksLikeOne = (folder: string): boolean =>
    [...Object.values(files), clientsFolder].some((name) => existsSync(join(folder, name)));

  /**
   * The SHA-256 of all files that are read, and the modification time of the newest. Unreadable files are skipped
   * here and reported when they are needed.
   */
  facts(): { digest: string; modifiedAt?: string } {
    const hash = createHash('sha256');
    let newest = 0;
    const clients = orFault(() => this.#clients());
    for (const name of [...Object.values(files), ...(clients instanceof CouldNotLook ? [] : clients)]) {
      const file = this.#file(name);
      if (file instanceof CouldNotLook) continue;
      hash.update(`${name}\0${file.bytes.length}\0`).update(file.bytes);
      newest = Math.max(newest, file.modified);
    }
    return { digest: `sha256:${hash.digest('hex')}`, modifiedAt: isoDate(newest) };
  }

  read(operation: Operation, clientId?: string): Record<string, unknown> {
    return operation === 'DescribeUserPoolClient' ? this.#client(clientId) : this.#answer(files[operation], operation);
  }

  #client(clientId = ''): Record<string, unknown> {
    const operation = 'DescribeUserPoolClient';
    const names = [...this.#clients()];
    if (existsSync(join(this.#folder, files[operation])) || !names.length) names.push(files[operation]);
    let fault: CouldNotLook | undefined;
    for (const name of names) {
      const answer = orFault(() => this.#answer(name, operation));
      if (answer instanceof CouldNotLook) fault ??= answer;
      else if ((answer.UserPoolClient as { ClientId: string }).ClientId === clientId) return answer;
    }
    // The requested file may be among the unreadable ones.
    if (fault) throw fault;
    const client = shorten(clientId, 128);
    throw new CouldNotLook(
      `${names.length > 1 ? `None of the ${names.length} files of app clients is` : `${names.join()} is not`} of the app client ${client}.`,
      `Add the answer of "aws cognito-idp describe-user-pool-client" for the client ${client}.`,
    );
  }

  /** The app client files, by their paths in the folder. */
  #clients(): string[] {
    this.#clientNames ??= orFault(() => listClients(this.#folder));
    if (this.#clientNames instanceof CouldNotLook) throw this.#clientNames;
    return this.#clientNames;
  }

  #answer(name: string, operation: Operation): Record<string, unknown> {
    const known = this.#answers.get(name) ?? orFault(() => this.#parse(name, operation));
    this.#answers.set(name, known);
    if (known instanceof CouldNotLook) throw known;
    return known;
  }

  #parse(name: string, operation: Operation): Record<string, unknown> {
    const file = this.#file(name);
    if (file instanceof CouldNotLook) throw file;
    const shown = shownName(name);
    return answerOf(operation, parseJson(decode(file.bytes), shown), shown);
  }

  #file(name: string): BoundedFile | CouldNotLook {
    const known = this.#files.get(name) ?? orFault(() => this.#read(name));
    this.#files.set(name, known);
    return known;
  }

  #read(name: string): BoundedFile {
    const most = name.startsWith(clientsFolder) ? submissionLimits.clientFile : submissionLimits.file;
    const file = readBounded(join(this.#folder, name), {
      name: shownName(name),
      most,
      followLinks: false,
    });
    if (file.bytes.length > this.#left)
      throw new CouldNotLook(
        `${shownName(name)} was not read: the files of this submission have more than ${submissionLimits.whole / megabyte} MB together.`,
        'Hand in what the AWS CLI or "cognito-lab snapshot" wrote, and nothing else.',
      );
    this.#left -= file.bytes.length;
    return file;
  }
}

const shownName = (name: string): string => shorten(oneLine(name), 100);

function listClients(folder: string): string[] {
  const path = join(folder, clientsFolder);
  if (!existsSync(path)) return [];
  try {
    if (realpathSync(path) !== path)
      throw new CouldNotLook(`${clientsFolder} is a link. Links are not followed.`, 'Ask for the files themselves.');
    // macOS adds a metadata file beside each file of an archive, which doubles their number.
    const { names, more } = listFolder(path, 2 * submissionLimits.clients);
    const found = names.filter((name) => name.endsWith('.json'));
    if (more || found.length > submissionLimits.clients)
      throw new CouldNotLook(
        `${clientsFolder} holds more than ${submissionLimits.clients} files of app clients.`,
        `Keep those of the app clients of the lab, or hand in ${files.DescribeUserPoolClient} instead.`,
      );
    return found.map((name) => `${clientsFolder}/${name}`);
  } catch (error) {
    if (error instanceof CouldNotLook) throw error;
    throw new CouldNotLook(
      `${clientsFolder} cannot be read as a folder: ${systemReason(error) ?? 'unknown'}.`,
      `Make it a folder with one JSON file an app client, or hand in ${files.DescribeUserPoolClient} instead.`,
      false,
      { cause: error },
    );
  }
}

/** Errors are cached like answers, so that no file is read again for each check. */
function orFault<T>(read: () => T): T | CouldNotLook {
  try {
    return read();
  } catch (error) {
    if (error instanceof CouldNotLook) return error;
    throw error;
  }
}
