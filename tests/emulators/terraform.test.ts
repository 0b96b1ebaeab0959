import { expect } from 'chai';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../support/simulator/server/start-server';
import { awsEnvironment, isInstalled, run, type Ran } from '../support/program';

/** The provider is half a gigabyte. Where the machine has a mirror of it, this names the folder. */
const mirror = process.env.TF_PLUGIN_MIRROR;

/** What `plan -detailed-exitcode` answers when the configuration and the service agree. */
const noDifference = 0;

describe('Terraform’s AWS provider against the sandbox', function () {
  let sandbox: RunningServer | undefined;
  let folder: string | undefined;
  let env: NodeJS.ProcessEnv;

  const terraform = (...args: string[]): Promise<Ran> =>
    run('terraform', [...args, '-no-color', '-input=false'], { cwd: folder, env });

  const succeeds = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await terraform(...args);
    expect(code, `terraform ${args.join(' ')}: ${stderr}`).to.equal(0);
    return stdout;
  };

  before(async function () {
    if (!isInstalled('terraform', ['version'])) {
      console.log('    Terraform is not installed here: these tests are skipped.');
      this.skip();
    }
    sandbox = await startServer();
    folder = fs.mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    fs.cpSync(join(__dirname, 'terraform'), folder, { recursive: true });
    env = awsEnvironment(sandbox.url, {
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: mirror === undefined ? process.env.TF_CLI_CONFIG_FILE : configFor(mirror, folder),
    });
    const { code, stderr } = await terraform('init');
    if (code !== 0) {
      console.log(`    Terraform cannot get its AWS provider here: these tests are skipped.\n${stderr}`);
      this.skip();
    }
  });
  after(async () => {
    if (folder !== undefined) fs.rmSync(folder, { recursive: true });
    await sandbox?.close();
  });

  it('creates pools, clients, users, a group, a domain and a provider', async () => {
    expect(await succeeds('apply', '-auto-approve')).to.contain('Apply complete! Resources: 9 added');
  });

  it('finds them as it created them', async () => {
    expect((await terraform('plan', '-detailed-exitcode')).code).to.equal(noDifference);
  });

  it('changes some settings, and finds them changed', async () => {
    expect(await succeeds('apply', '-auto-approve', '-var=changed=true')).to.contain('4 changed, 0 destroyed');
    expect((await terraform('plan', '-detailed-exitcode', '-var=changed=true')).code).to.equal(noDifference);
  });

  it('notices what somebody else changed', async () => {
    for (const pool of sandbox?.cognito.store.pools.values() ?? []) pool.settings.DeletionProtection = 'ACTIVE';
    expect((await terraform('plan', '-detailed-exitcode', '-var=changed=true')).code).to.equal(2);
    await succeeds('apply', '-auto-approve', '-var=changed=true');
  });

  it('destroys it all', async () => {
    expect(await succeeds('destroy', '-auto-approve')).to.contain('Destroy complete! Resources: 9 destroyed');
    expect(sandbox?.cognito.store.pools.size).to.equal(0);
  });
});

function configFor(folderOfMirror: string, folder: string): string {
  const file = join(folder, 'terraform.rc');
  fs.writeFileSync(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(folderOfMirror)}\n  }\n}\n`,
  );
  return file;
}
