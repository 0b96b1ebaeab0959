import type { ReadOperation } from '../settings';

/** A sentence that a feature can say. */
export interface Phrase {
  readonly keyword: 'Given' | 'When' | 'Then';
  /** A Cucumber expression. */
  readonly expression: string;
  /** What stands under the step. */
  readonly argument?: 'table' | 'text' | 'table or text';
  /** What it checks or does, in a sentence. */
  readonly says: string;
  /** Whole steps, without the keyword; a table or a text under one in further lines. */
  readonly examples: readonly [string, ...string[]];
  /** `behaviour`: it signs people up or in, and is for scenarios with that tag alone. */
  readonly kind: 'setting' | 'behaviour';
  /** The operations that it reads with these arguments. */
  readonly reads: (...args: unknown[]) => ReadOperation[];
  /** The operations that it needs besides, which write. */
  readonly writes?: readonly string[];
}

export const nothing = (): ReadOperation[] => [];
export const thePool = (): ReadOperation[] => ['DescribeUserPool'];
