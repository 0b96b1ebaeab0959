import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { cliFiles } from '../../../support/targets/submission/cli-folder';
import { file, folder, type Kind } from './kind';

const poolWith = (value: string): Kind['make'] =>
  folder({ [cliFiles.DescribeUserPool]: `{"UserPool":{"Policies":{"PasswordPolicy":{"MinimumLength":${value}}}}}` });

const list = (member: string, entry: string, count: number): string =>
  `{"${member}":[${`${entry},`.repeat(count - 1)}${entry}]}`;

export const sizes: Record<string, Kind> = {
  'a text of 9 MB': { make: poolWith(JSON.stringify('x'.repeat(9_000_000))), reason: /is 9 MB/ },
  'a text of 1 MB': {
    make: poolWith(JSON.stringify('x'.repeat(1_000_000))),
    reason: /a text of 1000000 characters|Expected number/,
  },
  '5 million empty users': {
    make: folder({ [cliFiles.ListUsers]: list('Users', '{}', 5_000_000) }),
    reason: /^list-users\.json is 15 MB/,
  },
  '100,000 users of the right shape': {
    make: folder({ [cliFiles.ListUsers]: list('Users', '{"Username":"u"}', 100_000) }),
    reason: /^list-users\.json holds more values/,
  },
  '20,000 users with an email address': {
    make: folder({ [cliFiles.ListUsers]: list('Users', '{"Attributes":[{"Name":"email","Value":"a@b.c"}]}', 20_000) }),
    reason: /^list-users\.json .*: a list of 20000/,
  },
  '15,000 app clients of the name': {
    make: folder({
      [cliFiles.ListUserPoolClients]: list('UserPoolClients', '{"ClientId":"c","ClientName":"kekeclient"}', 15_000),
    }),
    reason: /^list-user-pool-clients\.json .*: a list of 15000/,
  },
  'a sparse file of 1 TB': {
    make: (path) => {
      folder()(path);
      truncateSync(join(path, cliFiles.ListUsers), 2 ** 40);
    },
    reason: /^list-users\.json is 1048576 MB/,
  },
  'a number that is none': { make: poolWith('1e999'), reason: /MinimumLength/ },
  'a number of a million digits': {
    make: folder({ [cliFiles.ListUsers]: `{"Users":[${'9'.repeat(1_000_000)}]}` }),
    reason: /^list-users\.json is not what ListUsers answers/,
  },
  'files that are empty': {
    make: folder(Object.fromEntries(Object.values(cliFiles).map((name) => [name, '']))),
    reason: /is empty/,
  },
  '1 MB of blanks': {
    make: file(JSON.stringify({ schema: `x${' '.repeat(1_000_000)}y` })),
    reason: /of the schema "x/,
  },
  'escapes without an end': { make: poolWith(JSON.stringify('\u001b['.repeat(200_000))), reason: /MinimumLength/ },
};
