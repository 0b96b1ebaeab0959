import { expect } from 'chai';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { classes } from '../../../../fixtures/classes';
import { classMarkdown } from './class-markdown';

const html = (text: string): string => micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

describe('The summary of a class in Markdown', () => {
  it('says how the class stands, and who could not be graded and why', () => {
    const text = classMarkdown(classes.mixed);
    expect(text).to.match(/^## Creating a User Pool in AWS Cognito, version 1\.0\.0: 6 of 10 learners graded/);
    expect(text).to.match(/\| `S-106` \| list-users\.json is missing\.? \|/);
    expect(text).to.include('Policies.PasswordPolicy.MinimumLength');
    expect(text).not.to.include('S-108');
  });

  it('has no markup of other people, and no command for the runner', () => {
    const text = classMarkdown(classes.hostile);
    expect(html(text)).not.to.match(/<(script|img|a |iframe)/i);
    expect(text).not.to.match(/^\s*::/m);
  });

  it('stays below what GitHub drops, whatever the class is', () => {
    const [ungraded] = classes.mixed.couldNotGrade;
    const long = { ...ungraded!, student: 'x'.repeat(5_000), reasons: [{ reason: '|'.repeat(5_000) }] };
    const text = classMarkdown({ ...classes.mixed, couldNotGrade: Array.from({ length: 2_000 }, () => long) });
    expect(Buffer.byteLength(text)).to.be.at.most(1024 * 1024);
    expect(text).to.include('And 1900 more: see summary.json.');
  });

  it('is one of an empty class too', () => {
    expect(classMarkdown(classes.empty)).to.match(
      /^## Creating a User Pool in AWS Cognito, version 1\.0\.0: 0 of 0 learners graded/,
    );
  });
});
