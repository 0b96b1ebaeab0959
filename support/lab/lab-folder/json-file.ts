import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import { parseJson } from '../../common/json/parse-json';
import { Problem } from '../../common/problem';
import type { ContainedFile } from './contained-files';
import type { Fault } from './fault';

/** A JSON file of a lab, whose values know their lines. */
export interface JsonFile {
  readonly name: string;
  readonly value: unknown;
  /** The line and column of a value, or of its key in an object. */
  readonly at: (path: readonly (string | number)[], part?: 'value' | 'key') => Pick<Fault, 'line' | 'column'>;
}

/** @returns undefined for what is not JSON, which is a fault */
export function parseJsonFile({ name, text }: ContainedFile, faults: Fault[]): JsonFile | undefined {
  try {
    const value = parseJson(text, name, { remedy: 'Correct the JSON there.' });
    let tree: Node | undefined;
    return {
      name,
      value,
      at: (path, part = 'value') => {
        tree ??= parseTree(text);
        const node = nearest(tree, [...path]);
        const place = part === 'key' && node?.parent?.type === 'property' ? node.parent : node;
        return place ? placeAt(text, place.offset) : {};
      },
    };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [, line, column] = /line (\d{1,9}), column (\d{1,9})/.exec(error.message) ?? [];
    faults.push({
      file: name,
      ...(line !== undefined && { line: Number(line), column: Number(column) }),
      message: error.message,
      remedy: error.remedy,
    });
    return undefined;
  }
}

/** The value at a path, or what it would be in. */
function nearest(tree: Node | undefined, path: (string | number)[]): Node | undefined {
  for (; tree; path.pop()) {
    const node = findNodeAtLocation(tree, path);
    if (node ?? !path.length) return node;
  }
  return undefined;
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}
