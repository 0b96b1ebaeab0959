import type { Context } from 'mocha';
import { awsEnvironment } from '../support/program';
import { AwsCli } from './aws-cli-process';
import type { Emulator } from './emulator';
import { Cli } from './pools/learner-pool';
import { RecordingProxy } from './recording-proxy';

/** All that the tests of one emulator need: a learner's CLI beside it, and a proxy in front of it. */
export class Rig {
  private constructor(
    readonly emulator: Emulator,
    readonly proxy: RecordingProxy,
    readonly cli: Cli,
    private readonly aws: AwsCli,
  ) {}

  static async start(start: () => Promise<Emulator>): Promise<Rig> {
    const emulator = await start();
    // What an emulator does not know it refuses as an internal error, which the CLI would try again.
    const aws = new AwsCli(awsEnvironment(emulator.url, { AWS_MAX_ATTEMPTS: '1' }));
    return new Rig(emulator, await RecordingProxy.start(emulator.url), new Cli(emulator.url, aws), aws);
  }

  async stop(): Promise<void> {
    await this.aws.close();
    await this.proxy.close();
    await this.emulator.stop();
  }
}

/** Skips the suite, and says why, where something that it needs is missing. */
export function skipWithout(suite: Context, missing: string | undefined): void {
  if (missing === undefined) return;
  console.log(`    SKIPPED: ${missing}.`);
  suite.skip();
}
