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
import { keyedOperations } from './keyed-answers';
import type { Answers } from './submission';

/** File names of saved AWS CLI output, of what any lab asks for: a folder is a submission by one of them. */
export const cliFiles = {
  DescribeUserPool: 'describe-user-pool.json',
  ListIdentityProviders: 'list-identity-providers.json',
  ListUserPoolClients: 'list-user-pool-clients.json',
  DescribeUserPoolClient: 'describe-user-pool-client.json',
  ListUsers: 'list-users.json',
} satisfies Partial<Record<Operation, string>>;

/** The same, and of what other labs ask for. */
export const allFiles: Record<Operation, string> = {
  ...cliFiles,
  GetUserPoolMfaConfig: 'get-user-pool-mfa-config.json',
  DescribeRiskConfiguration: 'describe-risk-configuration.json',
  GetLogDeliveryConfiguration: 'get-log-delivery-configuration.json',
  DescribeUserPoolDomain: 'describe-user-pool-domain.json',
  DescribeIdentityProvider: 'describe-identity-provider.json',
  ListResourceServers: 'list-resource-servers.json',
  ListGroups: 'list-groups.json',
  AdminListGroupsForUser: 'admin-list-groups-for-user.json',
};

/** The folders for several things of a kind, one file each: `user-pool-clients`. */
export const answerFolders: readonly string[] = Object.values(keyedOperations).map(({ folder }) => folder);

/** The names of everything that is read of one. */
export const answerNames: readonly string[] = [...Object.values(allFiles), ...answerFolders];

/** The folder for several app clients, one file each. */
export const clientsFolder = 'user-pool-clients';

/** The names by which a folder of AWS CLI output is known. */
export const usualNames: readonly string[] = [...Object.values(cliFiles), clientsFolder];

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
  readonly #names = new Map<string, string[] | CouldNotLook>();
  #left: number = submissionLimits.whole;

  /** @param folder may be a link itself, if the user named it; links within it are refused */
  constructor(folder: string) {
    this.#folder = realpathSync(folder);
  }

  /** Whether the folder contains any file of a submission. */
  static looksLikeOne = (folder: string): boolean => usualNames.some((name) => existsSync(join(folder, name)));

  /**
   * The SHA-256 of all files that are read, and the modification time of the newest. Unreadable files are skipped
   * here and reported when they are needed.
   */
  facts(): { digest: string; modifiedAt?: string } {
    const hash = createHash('sha256');
    let newest = 0;
    const several = answerFolders.flatMap((folder) => {
      const names = orFault(() => this.#filesIn(folder));
      return names instanceof CouldNotLook ? [] : names;
    });
    for (const name of [...Object.values(allFiles), ...several]) {
      const file = this.#file(name);
      if (file instanceof CouldNotLook) continue;
      hash.update(`${name}\0${file.bytes.length}\0`).update(file.bytes);
      newest = Math.max(newest, file.modified);
    }
    return { digest: `sha256:${hash.digest('hex')}`, modifiedAt: isoDate(newest) };
  }

  /** @param names the thing that is asked for; a user by several */
  read(operation: Operation, ...names: string[]): Record<string, unknown> {
    const keyed = keyedOperations[operation];
    return keyed ? this.#oneOf(operation, keyed, names) : this.#answer(allFiles[operation], operation);
  }

  #oneOf(
    operation: Operation,
    { folder, of, command, key }: NonNullable<(typeof keyedOperations)[Operation]>,
    wanted: readonly string[],
  ): Record<string, unknown> {
    const names = [...this.#filesIn(folder)];
    if (existsSync(join(this.#folder, allFiles[operation])) || !names.length) names.push(allFiles[operation]);
    let fault: CouldNotLook | undefined;
    for (const name of names) {
      const named = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1, -'.json'.length) : undefined;
      // Whose groups they are only the name of the file can say.
      if (operation === 'AdminListGroupsForUser' && named !== undefined && !wanted.includes(named)) continue;
      const answer = orFault(() => this.#answer(name, operation));
      if (answer instanceof CouldNotLook) fault ??= answer;
      else if (operation === 'AdminListGroupsForUser' || wanted.includes(key(answer) ?? '')) return answer;
    }
    // The requested file may be among the unreadable ones.
    if (fault) throw fault;
    const thing = shorten(oneLine(wanted[0] ?? ''), 128);
    throw new CouldNotLook(
      `${names.length > 1 ? `None of the ${names.length} files of ${of}s is` : `${names.join()} is not`} of the ${of} ${thing}.`,
      of === 'app client'
        ? `Add the answer of "aws cognito-idp describe-user-pool-client" for the client ${thing}.`
        : `Add the answer of "aws cognito-idp ${command}" for the ${of} ${thing} to the folder ${folder}.`,
    );
  }

  /** The files of a folder in the folder, by their paths in it. */
  #filesIn(folder: string): string[] {
    const known = this.#names.get(folder) ?? orFault(() => listFiles(this.#folder, folder));
    this.#names.set(folder, known);
    if (known instanceof CouldNotLook) throw known;
    return known;
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
    const most = name.includes('/') ? submissionLimits.clientFile : submissionLimits.file;
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

function listFiles(folder: string, own: string): string[] {
  const path = join(folder, own);
  const [operation, { of }] = Object.entries(keyedOperations).find(([, keyed]) => keyed.folder === own)!;
  const instead = `hand in ${allFiles[operation as Operation]} instead`;
  if (!existsSync(path)) return [];
  try {
    if (realpathSync(path) !== path)
      throw new CouldNotLook(`${own} is a link. Links are not followed.`, 'Ask for the files themselves.');
    // macOS adds a metadata file beside each file of an archive, which doubles their number.
    const { names, more } = listFolder(path, 2 * submissionLimits.clients);
    const found = names.filter((name) => name.endsWith('.json'));
    if (more || found.length > submissionLimits.clients)
      throw new CouldNotLook(
        `${own} holds more than ${submissionLimits.clients} files of ${of}s.`,
        `Keep those of the ${of}s of the lab, or ${instead}.`,
      );
    return found.map((name) => `${own}/${name}`);
  } catch (error) {
    if (error instanceof CouldNotLook) throw error;
    throw new CouldNotLook(
      `${own} cannot be read as a folder: ${systemReason(error) ?? 'unknown'}.`,
      `Make it a folder with one JSON file ${/^[aeiou]/.test(of) ? 'an' : 'a'} ${of}, or ${instead}.`,
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
