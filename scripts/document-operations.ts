/**
 * Writes docs/reference/simulated-operations.md from the table of operations and AWS's model: `npm run docs:operations`. A test
 * fails when the page is not what this makes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { model } from '../support/simulator/cognito/model/model';
import { families, operations } from '../support/simulator/cognito/operations';

export const page = join(__dirname, '../docs/reference/simulated-operations.md');

const reference = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_';

/** The text that {@link page} has to be. */
export function documentOperations(): string {
  const all = Object.keys(model().operations);
  const refused = all.filter((operation) => !Object.hasOwn(operations, operation));
  return [
    '# Simulated operations',
    '',
    '<!-- Written by `npm run docs:operations` from the code. Do not edit. -->',
    '',
    `The simulated Cognito, behind the mock and the sandbox alike, answers ${all.length - refused.length} of the ${all.length} operations of Amazon Cognito user pools (API version ${model().service.apiVersion}). Their inputs are checked against the service model that AWS publishes (${model().about.source}; \`scripts/refresh-model.ts\` takes a newer one).`,
    '',
    'An operation that is marked *unsigned* is called without credentials. The refusals are those that AWS documents for the operation; which of them the simulation can reach depends on what it simulates. Besides, every operation can be refused with `InvalidParameterException` for an input that breaks the model, and with `SerializationException` for a wrong JSON type.',
    ...Object.entries(families).flatMap(([title, family]) => ['', `## ${title}`, '', ...table(Object.keys(family))]),
    '',
    '## Not simulated',
    '',
    `The other ${refused.length} are refused by name, never answered with nothing: \`NotSimulatedException\`, "${refused[0]} is not simulated by cognito-lab."`,
    '',
    ...refused.map((operation) => `- ${link(operation)}`),
    '',
  ].join('\n');
}

const table = (names: string[]): string[] => [
  '| operation | | AWS refuses with |',
  '| --- | --- | --- |',
  ...names.sort().map((name) => {
    const { unsigned, errors = [] } = model().operations[name] ?? {};
    return `| ${link(name)} | ${unsigned ? 'unsigned' : ''} | ${errors.map(short).join(', ')} |`;
  }),
];

const link = (operation: string): string => `[${operation}](${reference}${operation}.html)`;

const short = (error: string): string => error.replace(/Exception$/, '');

if (require.main === module) {
  mkdirSync(dirname(page), { recursive: true });
  writeFileSync(page, documentOperations());
}
