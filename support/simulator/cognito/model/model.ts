import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../common/package-folder';

/** A shape of the model. What it refers to is the name of another shape. */
export interface Shape {
  type: 'blob' | 'boolean' | 'integer' | 'list' | 'long' | 'map' | 'string' | 'structure' | 'timestamp';
  /** Of a structure: the members that must be there. */
  required?: string[];
  members?: Record<string, string>;
  /** Of a list. */
  member?: string;
  /** Of a map. */
  key?: string;
  value?: string;
  /** Least and greatest value of a number, length of anything else. */
  min?: number;
  max?: number;
  /** A Java regular expression that the whole text must match. */
  pattern?: string;
  enum?: string[];
  /** Its value is never repeated in an error. */
  sensitive?: boolean;
}

export interface OperationModel {
  input?: string;
  output?: string;
  /** Callable without a signature. */
  unsigned?: boolean;
  /** Names of exceptions. */
  errors: string[];
}

/** The service model that AWS publishes, without its prose: fixtures/model/cognito-idp.json. */
export interface Model {
  about: Record<'source' | 'licence' | 'refresh' | 'changes', string>;
  service: Record<'apiVersion' | 'endpointPrefix' | 'jsonVersion' | 'targetPrefix', string>;
  /** All of AWS's operations, simulated or not. */
  operations: Record<string, OperationModel>;
  shapes: Record<string, Shape>;
}

const file = join(packageFolder, 'fixtures/model/cognito-idp.json');

/** The value of the first call, for ever: a process that never asks never pays. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** AWS's model, read at first use. */
export const model = lazily(() => JSON.parse(readFileSync(file, 'utf8')) as Model);
