#!/usr/bin/env node
// Stands in for the AWS CLI and the GitHub CLI, whichever name it is called by: it keeps what it is told in the file
// $STAND_IN_STATE, and refuses every command and option that it does not know.
'use strict';
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const jmespath = require('jmespath');

const root = join(__dirname, '../../..');
const account = '123456789012';
const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
const file = process.env.STAND_IN_STATE;
const state = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { providers: [], stacks: {}, variables: {}, started: [] };

/** Words before the first option, and the options with their values. */
function parse(args, flags) {
  const words = [];
  const options = {};
  while (args.length && !args[0].startsWith('--')) words.push(args.shift());
  while (args.length) {
    const name = args.shift();
    const values = [];
    while (args.length && !args[0].startsWith('--')) values.push(args.shift());
    if (!(name in flags) || (flags[name] !== 'many' && values.length !== flags[name])) fail(`${name} ${values}`);
    options[name] = flags[name] === 'many' ? values : (values[0] ?? true);
  }
  return { words: words.join(' '), options };
}

function fail(why) {
  process.stderr.write(`${basename(process.argv[1])}: ${why}\n`);
  process.exit(1);
}

function deploy(options) {
  if (options['--capabilities'] !== 'CAPABILITY_IAM') fail('InsufficientCapabilitiesException');
  const template = JSON.parse(readFileSync(options['--template-file'], 'utf8'));
  const given = Object.fromEntries(options['--parameter-overrides'].map((each) => each.split(/=(.*)/s).slice(0, 2)));
  for (const name of Object.keys(given)) if (!(name in template.Parameters)) fail(`There is no parameter ${name}`);
  for (const [name, { Default, AllowedPattern, AllowedValues }] of Object.entries(template.Parameters)) {
    const value = given[name] ?? Default;
    if (value === undefined) fail(`The parameter ${name} is missing`);
    if (AllowedPattern && !new RegExp(`^(?:${AllowedPattern})$`).test(value)) fail(`${name} cannot be "${value}"`);
    if (AllowedValues && !AllowedValues.includes(value)) fail(`${name} cannot be "${value}"`);
  }
  const name = options['--stack-name'];
  const before = state.stacks[name];
  if (given.ProviderArn === '') {
    if (!before?.ownsProvider && state.providers.length) fail('EntityAlreadyExistsException: the provider exists');
    state.providers = [provider];
  } else if (!state.providers.includes(given.ProviderArn)) fail(`There is no provider ${given.ProviderArn}`);
  else if (before?.ownsProvider && template.Resources.Provider.DeletionPolicy !== 'Retain') state.providers = [];
  state.stacks[name] = { parameters: given, ownsProvider: given.ProviderArn === '' };
}

function describe(options) {
  const stack = state.stacks[options['--stack-name']];
  if (!stack) fail('The stack does not exist');
  const title = stack.parameters.Workflow === 'drift' ? 'Drift' : 'Tutorial';
  return {
    Stacks: [
      {
        Outputs: [
          { OutputKey: `${title}RoleArn`, OutputValue: `arn:aws:iam::${account}:role/${title}Role` },
          { OutputKey: 'Account', OutputValue: account },
        ],
      },
    ],
  };
}

function aws(args) {
  const one = ['--output', '--query', '--stack-name', '--region', '--template-file', '--capabilities'];
  const flags = Object.fromEntries(one.map((name) => [name, 1]));
  const { words, options } = parse(args, {
    ...flags,
    '--no-fail-on-empty-changeset': 0,
    '--parameter-overrides': 'many',
  });
  const answers = {
    'iam list-open-id-connect-providers': () => ({
      OpenIDConnectProviderList: state.providers.map((Arn) => ({ Arn })),
    }),
    'cloudformation describe-stacks': () => describe(options),
    'cloudformation deploy': () => deploy(options),
  };
  const answer = (answers[words] ?? fail)(words);
  if (answer === undefined) return;
  if (options['--output'] !== 'text') fail('only --output text');
  process.stdout.write(`${jmespath.search(answer, options['--query']).join('\t')}\n`);
}

function gh(args) {
  const { words, options } = parse(args, { '--jq': 1, '--body': 1 });
  const [, variable] = /^variable set ([A-Z_]+)$/.exec(words) ?? [];
  const [, workflow] = /^workflow run ([\w-]+\.yml)$/.exec(words) ?? [];
  if (words === 'api repos/{owner}/{repo}') {
    if (options['--jq'] !== '"\\(.owner.login)@\\(.owner.id)/\\(.name)@\\(.id)"') fail(options['--jq']);
    process.stdout.write('octo-org@123/cognito-lab@456\n');
  } else if (variable && options['--body']) state.variables[variable] = options['--body'];
  else if (workflow && existsSync(join(root, '.github/workflows', workflow))) state.started.push(workflow);
  else fail(words);
}

({ aws, gh })[basename(process.argv[1])](process.argv.slice(2));
writeFileSync(file, JSON.stringify(state));
