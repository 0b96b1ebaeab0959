import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { expect } from 'chai';
import packageJson from '../../package.json';
import tutorial from '../../fixtures/lab.json';
import { readLab } from '../../support/lab/lab-folder';
import { allPhrases } from '../../support/lab/phrases';
import { run } from '../support/program';
import { root } from './page';

describe('The tutorial, the features and the steps', () => {
  it('have the same tasks, one to one, in the same order', () => {
    expect(readLab().catalogue.tasks.map(({ id, title }) => ({ id, title }))).to.deep.equal(tutorial.tasks);
  });

  it('have at least one check a task', () => {
    for (const { id, checks } of readLab().catalogue.tasks) expect(checks, `Task ${id}`).not.to.be.empty;
  });

  it('have the model solution make choices in every task, and in no other', () => {
    expect(readLab().solution.tasks.map(({ id }) => id)).to.deep.equal(tutorial.tasks.map(({ id }) => id));
  });

  describe('as Cucumber matches them', () => {
    let messages: Envelope[];

    before(async () => {
      const cucumber = join(root, 'node_modules/@cucumber/cucumber/bin/cucumber.js');
      const { stdout } = await run(process.execPath, [cucumber, '--format', 'message', '--dry-run'], { cwd: root });
      messages = stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Envelope);
    });

    it('are said in phrases that the documents list, each of which has one step definition', () => {
      const definitions = messages.flatMap(({ stepDefinition }) => stepDefinition?.pattern.source ?? []);
      expect(definitions.sort()).to.deep.equal(allPhrases.map(({ expression }) => expression).sort());
    });

    it('leave no parameter type unused', () => {
      const patterns = messages.flatMap(({ stepDefinition }) => stepDefinition?.pattern.source ?? []).join('\n');
      const names = messages.flatMap(({ parameterType }) => parameterType?.name ?? []);
      expect(names.filter((name) => !patterns.includes(`{${name}}`))).to.deep.equal([]);
    });

    it('have one definition for every step', () => {
      const steps = messages.flatMap(({ testCase }) => testCase?.testSteps.filter((step) => step.pickleStepId) ?? []);
      expect(steps).not.to.be.empty;
      expect(steps.filter(({ stepDefinitionIds }) => stepDefinitionIds?.length !== 1)).to.deep.equal([]);
    });
  });
});

describe("Cucumber's parser and messages", () => {
  // The features are parsed with the one and run by way of the other: both must be those that Cucumber itself uses.
  for (const name of ['@cucumber/cucumber-expressions', '@cucumber/gherkin', '@cucumber/messages'] as const)
    it(`${name} is the version that Cucumber brings`, () => {
      const { dependencies } = require('@cucumber/cucumber/package.json') as typeof packageJson & {
        dependencies: Record<typeof name, string>;
      };
      expect(packageJson.dependencies[name]).to.equal(dependencies[name]);
    });

  it('are used by way of modules of Cucumber that can be other ones in any other version: one is fixed', () => {
    expect(packageJson.dependencies['@cucumber/cucumber']).to.match(/^\d+\.\d+\.\d+$/);
  });
});
