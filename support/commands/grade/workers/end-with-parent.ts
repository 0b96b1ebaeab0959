import { Worker } from 'node:worker_threads';

/** Runs beside an endless loop, which would never hear that the IPC channel was closed. */
const watchdog = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid !== workerData) process.kill(process.pid, 'SIGKILL');
  }, 500);
`;

/**
 * Ends this process when its parent has ended, however busy it is. A process whose parent ends gets another one on
 * Linux and macOS; on Windows it does not, and only the closing of the IPC channel ends an idle process.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit());
  const options = {
    eval: true,
    execArgv: [],
    workerData: process.ppid,
    resourceLimits: { maxOldGenerationSizeMb: 16 },
  };
  new Worker(watchdog, options).unref();
}
