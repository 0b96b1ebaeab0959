import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseEnv } from 'node:util';
import packageJson from '../../package.json';
import { program } from '../../support/cli/program';
import { run } from '../support/program';
import { codes, Page, root } from './page';

const page = new Page('docs/reference/configuration.md');
const rows = page.table('Configuration').map(({ variable = '', flag = '', default: fallback = '' }) => ({
  variable: codes(variable)[0] ?? '',
  flag: codes(flag)[0],
  fallback,
}));
const example = readFileSync(join(root, '.env.example'), 'utf8');

/** Options that an environment variable sets, too, once each, whichever commands they are of. */
const options = [
  ...new Map(
    program()
      .commands.flatMap((command) => command.options)
      .map((option) => [option.envVar, option] as const),
  ).values(),
].filter(({ envVar }) => envVar !== undefined);

/** Every variable that the code names: it reads it, or tells the user to set it. */
const named = new Set(
  readdirSync(join(root, 'support'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, 'support', name), 'utf8'))
    .flatMap(
      (text) => text.match(/\b(?:LAB_[A-Z_]+|AWS_[A-Z]+_[A-Z_]+|AWS_REGION|AWS_PROFILE|NO_COLOR|FORCE_COLOR)\b/g) ?? [],
    ),
);

/** Variables that are named and do not configure this program. */
const ofOthers = [
  // What the sandbox tells the AWS CLI to use.
  'AWS_DEFAULT_REGION',
  // Set for the AWS CLI in the commands of a fix, for PowerShell.
  'AWS_CLI_FILE_ENCODING',
  // Set by AWS Batch for each job of an array; a file cannot say which part this is.
  'AWS_BATCH_JOB_ARRAY_INDEX',
  'AWS_BATCH_JOB_ARRAY_SIZE',
  // A value of one of AWS's settings.
  'AWS_OWNED_KEY',
  // Named to be taken away, or refused in .env.
  'AWS_ENDPOINT_URL_STS',
  'AWS_CONFIG_FILE',
  // Set by the program for the SDK.
  'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED',
];

describe('The configuration', () => {
  it('is the same in docs/reference/configuration.md and in .env.example, in the same order', () => {
    const listed = [...example.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(listed).to.deep.equal(rows.map(({ variable }) => variable));
  });

  it('has every variable that the code names', () => {
    expect(rows.map(({ variable }) => variable)).to.include.members(
      [...named].filter((name) => !ofOthers.includes(name)),
    );
  });

  it('has no variable of our own that the code does not know', () => {
    const own = rows.map(({ variable }) => variable).filter((name) => name.startsWith('LAB_'));
    expect([...named]).to.include.members(own);
  });

  it('has the flags and the defaults of the options that a variable sets, too', () => {
    const flagged = rows.filter(({ flag }) => flag !== undefined);
    expect(flagged.map(({ variable, flag }) => [variable, flag])).to.deep.equal(
      options.map(({ envVar, long }) => [envVar, long]),
    );
    for (const { defaultValue, long } of options.filter((option) => option.defaultValue !== undefined))
      expect(codes(flagged.find(({ flag }) => flag === long)?.fallback ?? '')[0]).to.equal(defaultValue);
  });

  it('can be copied as it is: it says nothing until a line is uncommented', () => {
    expect(parseEnv(example)).to.deep.equal({});
  });

  it('says nothing where a line is left empty', async () => {
    const own = rows.map(({ variable }) => variable).filter((name) => name.startsWith('LAB_'));
    const env: NodeJS.ProcessEnv = { ...process.env, ...Object.fromEntries(own.map((name) => [name, ''] as const)) };
    const { code, stderr } = await run(process.execPath, [join(root, 'bin/cognito-lab.js'), 'check', '--task', '7'], {
      env,
    });
    expect(code, stderr).to.equal(0);
  });

  it('names the versions of Node that package.json allows', () => {
    const [least = ''] = /[\d.]+/.exec(packageJson.engines.node) ?? [];
    for (const path of ['README.md', 'docs/learners.md', 'docs/instructors.md'])
      expect(new Page(path).text.replaceAll(/\]\([^)]*\)|\[/g, ''), path).to.contain(`Node.js ${least} or newer`);
  });
});
