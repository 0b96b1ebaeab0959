/**
 * Writes fixtures/model/cognito-idp.json, the constraints that the simulated service checks, from the service model
 * that AWS publishes with botocore (Apache-2.0):
 *
 *     npx --no -- ts-node scripts/refresh-model.ts PATH/TO/botocore/data/cognito-idp/2016-04-18/service-2.json[.gz] VERSION
 *
 * VERSION is botocore's. The prose is left out; nothing else is changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Model, OperationModel, Shape } from '../support/simulator/cognito/model/model';

interface Reference {
  shape: string;
}

interface ServiceModel {
  metadata: Record<string, unknown>;
  operations: Record<string, { input?: Reference; output?: Reference; errors?: Reference[]; authtype?: string }>;
  shapes: Record<string, PublishedShape>;
}

interface PublishedShape extends Omit<Shape, 'members' | 'member' | 'key' | 'value'> {
  exception?: boolean;
  members?: Record<string, Reference>;
  member?: Reference;
  key?: Reference;
  value?: Reference;
}

const target = join(__dirname, '../fixtures/model/cognito-idp.json');

function read(path: string): ServiceModel {
  const bytes = readFileSync(path);
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()) as ServiceModel;
}

function trimmed({ metadata, operations, shapes }: ServiceModel, version: string): Model {
  return {
    about: {
      source: `botocore ${version}, data/cognito-idp/2016-04-18/service-2.json`,
      licence: 'Apache-2.0',
      refresh: 'npx --no -- ts-node scripts/refresh-model.ts PATH/TO/service-2.json[.gz] VERSION',
      changes: 'documentation, error shapes and HTTP bindings are left out',
    },
    service: {
      apiVersion: String(metadata.apiVersion),
      endpointPrefix: String(metadata.endpointPrefix),
      jsonVersion: String(metadata.jsonVersion),
      targetPrefix: String(metadata.targetPrefix),
    },
    operations: Object.fromEntries(
      Object.entries(operations).map(([name, { input, output, errors = [], authtype }]): [string, OperationModel] => [
        name,
        {
          ...(input && { input: input.shape }),
          ...(output && { output: output.shape }),
          ...(authtype === 'none' && { unsigned: true }),
          errors: errors.map(({ shape }) => shape),
        },
      ]),
    ),
    shapes: Object.fromEntries(
      Object.entries(shapes)
        .filter(([, { exception }]) => !exception)
        .map(([name, shape]) => [name, trimmedShape(shape)]),
    ),
  };
}

function trimmedShape({ type, required, min, max, pattern, sensitive, ...shape }: PublishedShape): Shape {
  const { members, member, key, value } = shape;
  return {
    type,
    ...(required?.length && { required }),
    ...(members && { members: Object.fromEntries(Object.entries(members).map(([name, of]) => [name, of.shape])) }),
    ...(member && { member: member.shape }),
    ...(key && { key: key.shape }),
    ...(value && { value: value.shape }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(pattern !== undefined && { pattern }),
    ...(shape.enum && { enum: shape.enum }),
    ...(sensitive && { sensitive }),
  };
}

/** One operation and one shape a line, so that a refresh can be read as a difference. */
function lines({ about, service, operations, shapes }: Model): string {
  const table = (entries: object) =>
    Object.entries(entries)
      .map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
      .join(',\n');
  return `{
  "about": ${JSON.stringify(about)},
  "service": ${JSON.stringify(service)},
  "operations": {
${table(operations)}
  },
  "shapes": {
${table(shapes)}
  }
}
`;
}

const [path, version] = process.argv.slice(2);
if (path === undefined || version === undefined) {
  console.error('usage: npx --no -- ts-node scripts/refresh-model.ts PATH/TO/service-2.json[.gz] BOTOCORE_VERSION');
  process.exitCode = 2;
} else {
  writeFileSync(target, lines(trimmed(read(path), version)));
}
