import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noAws, root } from '../cli/cognito-lab';
import type { Ran } from '../support/program';

export interface Measured extends Ran {
  /** Of wall time. */
  seconds: number;
  /** Seconds of processor time of it and all processes that it started; 0 where the system does not tell. */
  processor: number;
  /** Megabytes that all of them held at one time at most; 0 where the system does not tell. */
  memory: number;
}

const interval = 50;

/** Runs the command line tool, and looks at what it takes while it runs. */
export async function measured(args: string[], cwd: string): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/cognito-lab.js'), ...args], { cwd, env: noAws() });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (text: Buffer) => (texts[name] += text.toString()));
  const most = { processor: 0, memory: 0 };
  const timer = setInterval(() => {
    const { processor, memory } = usageOf(child.pid);
    most.processor = Math.max(most.processor, processor);
    most.memory = Math.max(most.memory, memory);
  }, interval);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  return { ...texts, ...most, code: code ?? -1, seconds: (performance.now() - started) / 1000 };
}

/** Of proc_pid_stat(5), Linux: ticks of a hundredth of a second, with those of processes that ended, and pages of 4 KB. */
function usageOf(root: number | undefined): { processor: number; memory: number } {
  const sum = { processor: 0, memory: 0 };
  const family = new Set([root]);
  for (const { pid, parent, ticks, pages } of processes()) {
    // A process has a higher number than the one that started it, but where the numbers began anew.
    if (!family.has(pid) && !family.has(parent)) continue;
    family.add(pid);
    sum.processor += ticks / 100;
    sum.memory += pages / 256;
  }
  return sum;
}

function processes(): { pid: number; parent: number; ticks: number; pages: number }[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc')
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b);
  return pids.flatMap((pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The second field is a name, in parentheses and with whatever in it.
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [parent = 0] = fields.slice(1);
      return [{ pid, parent, ticks: fields.slice(11, 15).reduce((a, b) => a + b), pages: fields[21] ?? 0 }];
    } catch {
      return [];
    }
  });
}
