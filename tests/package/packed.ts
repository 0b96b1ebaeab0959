import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { noAws } from '../cli/cognito-lab';
import { run, type Ran } from '../support/program';

export const root = join(__dirname, '../..');

/** Where the tests run as root, somebody who owns nothing; anybody else has nothing to give up. */
export const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}

/**
 * The folders of the packages that an installation without development packages has, relative to the project. An
 * optional peer, such as TypeScript of valibot, is not installed for its own sake.
 */
export function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  return Object.entries(packages).flatMap(([folder, { dev, devOptional }]) =>
    folder !== '' && !dev && !devOptional && existsSync(join(root, folder)) ? [folder] : [],
  );
}

/**
 * The package as `npm pack` makes it, in a project of its own as `npm install --omit=dev` would lay it, but without a
 * registry: its dependencies are links to the ones that are installed here, and no other can be resolved.
 */
export class Packed {
  /** The folder of a project that has the package installed. */
  readonly project = mkdtempSync(join(realpathSync(tmpdir()), 'packed-'));
  readonly folder = join(this.project, 'node_modules/cognito-lab');
  readonly bin = join(this.folder, 'bin/cognito-lab.js');

  static async make(): Promise<Packed> {
    const packed = new Packed();
    await succeed('npm', ['pack', '--pack-destination', packed.project]);
    const [tarball = ''] = readdirSync(packed.project).filter((name) => name.endsWith('.tgz'));
    mkdirSync(packed.folder, { recursive: true });
    await succeed('tar', ['-xzf', join(packed.project, tarball), '-C', packed.folder, '--strip-components=1']);
    // A package inside of another comes with it.
    for (const folder of productionPackages().filter((path) => path.lastIndexOf('node_modules/') === 0)) {
      mkdirSync(dirname(join(packed.project, folder)), { recursive: true });
      symlinkSync(join(root, folder), join(packed.project, folder));
    }
    chmodSync(packed.project, 0o755);
    return packed;
  }

  /** The paths of all files in the package. */
  files(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.folder.length + 1));
  }

  remove(): void {
    rmSync(this.project, { recursive: true, force: true });
  }
}

/** Runs Node as an unprivileged user without a home. */
export function asNobody(args: string[], cwd: string, more: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { HOME: _, ...env } = noAws(more);
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, ...nobody }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
  });
}

async function succeed(program: string, args: string[]): Promise<void> {
  const { code, stderr } = await run(program, args, { cwd: root });
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${stderr}`);
}
