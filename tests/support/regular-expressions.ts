import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** Every regular expression that the production code spells out, with the place where it stands. */
export function regularExpressions(): { place: string; expression: RegExp }[] {
  return ['bin', 'steps', 'support']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((name) => /\.[tj]s$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) => {
      const source = ts.createSourceFile(name, readFileSync(join(root, name), 'utf8'), ts.ScriptTarget.Latest, true);
      const found: { place: string; expression: RegExp }[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) {
          const [, pattern = '', flags = ''] = /^\/([^]*)\/(\w*)$/.exec(node.text) ?? [];
          const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          found.push({ place: `${name}:${line}`, expression: new RegExp(pattern, flags) });
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
      return found;
    });
}
