import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { defaultPort } from '../../support/simulator/server/defaults';
import { root } from '../cli/cognito-lab';
import { run } from '../support/program';

const { disagreements } = require('../../scripts/check-release.js') as { disagreements: (tag?: string) => string[] };
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

describe('A release', () => {
  it('has one version in package.json, its lock file and the changelog', () => {
    expect(disagreements()).to.deep.equal([]);
  });

  it('is refused where the tag names another version', async () => {
    const { code, stderr } = await run(process.execPath, [join(root, 'scripts/check-release.js'), 'v99.0.0']);
    expect(code).to.equal(1);
    expect(stderr).to.include(`package.json is of version ${version}, the tag of 99.0.0.`);
  });
});

describe('The dev container', () => {
  it('starts the sandbox and opens its page', () => {
    // JSON is YAML.
    const container = parse(readFileSync(join(root, '.devcontainer/devcontainer.json'), 'utf8')) as {
      image: string;
      postCreateCommand: string;
      postStartCommand: string;
      forwardPorts: number[];
      portsAttributes: Record<string, { onAutoForward: string }>;
      containerEnv: Record<string, string>;
    };
    expect(container.image).to.match(/typescript-node:(20|22|24)$/);
    expect(container.postCreateCommand).to.equal('npm ci');
    expect(container.postStartCommand).to.include('bin/cognito-lab.js sandbox');
    expect(container.forwardPorts).to.deep.equal([defaultPort]);
    expect(container.portsAttributes[defaultPort]).to.include({ onAutoForward: 'openBrowser' });
    expect(container.containerEnv.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER).to.equal(
      `http://127.0.0.1:${defaultPort}`,
    );
  });
});
