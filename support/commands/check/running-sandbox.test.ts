import { expect } from 'chai';
import { startServer } from '../../simulator/server/start-server';
import { runningSandboxNote } from './running-sandbox';

describe('A terminal that was not told of the sandbox', () => {
  it('is told that one runs, with the lines to paste', async () => {
    const sandbox = await startServer();
    try {
      const note = await runningSandboxNote(sandbox.url);
      expect(note?.split('\n')[0]).to.include(`with 0 user pools (${sandbox.url})`);
      expect(note).to.include(`\n  export AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${sandbox.url}\n`);
      expect(note).to.include(`\n  $env:AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER='${sandbox.url}'\n`);
    } finally {
      await sandbox.close();
    }
    expect(await runningSandboxNote(sandbox.url)).to.be.undefined;
  });
});
