import { expect } from 'chai';
import { isShellInstalled, PasteRig, shells, type Shell } from '../docs/pasted-page';
import { blocksOf, pages } from '../docs/shell-blocks';
import { awsEnvironment, isInstalled } from '../support/program';

/** The pages whose blocks are run, and what running them makes in the folder. */
const made: Record<string, string[]> = {
  'README.md': ['graded', 'my-choices.json'],
  'docs/learners.md': ['keke.json', 'submission'],
  'docs/instructors.md': ['graded', 'graded-by-rubric'],
  'docs/large-classes.md': ['merged-grades', 'part-1', 'part-2', 'part-3'],
  'docs/maintainers.md': ['baseline.json'],
  'docs/authoring-labs.md': ['my-lab'],
};

/** Its blocks need GitHub and an account: nightly/nightly.test.ts runs them with stand-ins for the two. */
const nightlyPage = 'docs/nightly.md';

/** Where the AWS CLI is told nothing yet: the page itself must say where the sandbox is, and with which key. */
const unset = {
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: undefined,
  AWS_ACCESS_KEY_ID: undefined,
  AWS_SECRET_ACCESS_KEY: undefined,
  AWS_REGION: undefined,
  AWS_DEFAULT_REGION: undefined,
};

const blocksToRun = (path: string): string[] =>
  blocksOf(path).flatMap(({ language, text, formOnly }) => (language === 'sh' && !formOnly ? text : []));

const usesAwsCli = (path: string): boolean => blocksToRun(path).some((text) => /\baws [a-z]/.test(text));

describe('What the documentation says to paste', () => {
  it('is run on every page that has such a block', () => {
    const run = [...Object.keys(made), nightlyPage].sort();
    expect(pages.filter((path) => blocksToRun(path).length > 0).sort()).to.deep.equal(run);
  });

  for (const shell of Object.keys(shells) as Shell[])
    describe(`into ${shell}, each block twice in a row,`, () => {
      let rig: PasteRig | undefined;

      before(async function () {
        if (!isShellInstalled(shell)) {
          console.log(`    ${shell} is not installed here: what is pasted into it is skipped.`);
          this.skip();
        }
        rig = await PasteRig.start();
      });

      after(() => rig?.end());

      for (const [path, files] of Object.entries(made))
        it(`succeeds, and stays in its folder: ${path}`, async function () {
          if (!rig) throw new Error('There is no sandbox.');
          const cli = usesAwsCli(path);
          if (cli && !isInstalled('aws', ['--version'])) {
            console.log(`    The AWS CLI is not installed here: ${path} is skipped.`);
            this.skip();
          }
          const pasted = await rig.paste(path, shell, awsEnvironment(rig.url, cli ? unset : {}));
          expect(pasted.faults, pasted.output).to.deep.equal([]);
          expect([...pasted.folders]).to.deep.equal(['.']);
          expect(pasted.made.sort()).to.deep.equal(files);
        });
    });
});
