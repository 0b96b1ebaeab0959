// Compiles the sources into dist/, as `npm pack` takes them: JavaScript, the types that the exports need, and what the
// sources read beside themselves.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/** All files below a folder of the project, by their paths. */
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

/** The compiler leaves out templates, style sheets, and what Cucumber loads by itself. */
function copyAssets(): void {
  const assets = new Set(['.js', '.css', '.eta']);
  // Where everything is compiled, what compiles on the fly has no place.
  const compiler = join(root, 'support/common/compile');
  for (const file of filesIn('support'))
    if (assets.has(extname(file)) && !file.startsWith(compiler)) cpSync(file, join(dist, relative(root, file)));
}

/** Removes the types that cannot be reached from the exports. */
function pruneTypes(entry: string): void {
  const needed = new Set([entry]);
  for (const file of needed)
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const module = join(dirname(file), fileName);
      const found = [`${module}.d.ts`, join(module, 'index.d.ts')].find((path) => existsSync(path));
      if (found !== undefined) needed.add(found);
    }
  for (const file of filesIn('dist')) if (file.endsWith('.d.ts') && !needed.has(file)) rmSync(file);
}

rmSync(dist, { recursive: true, force: true });
const tsc = require.resolve('typescript/bin/tsc');
const compile = (...options: string[]): Buffer =>
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...options], { cwd: root, stdio: 'inherit' });
// An editor shows the comments of the types; those of the code are for who works on it, and a tenth of the package.
compile('--declaration', 'false', '--removeComments');
compile('--emitDeclarationOnly', '--noCheck');
copyAssets();
pruneTypes(join(dist, 'support/api/index.d.ts'));
