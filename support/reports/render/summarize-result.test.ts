import { expect } from 'chai';
import { samples } from '../../../fixtures/results';
import type { CheckResult, LabResult } from '../../lab/result/result';
import { summarizeResult } from './summarize-result';
import { nextLines, reasonBesideFindings, verdict } from './wording';

/** A result of one task whose checks differ in what is given here. */
function resultOf(...checks: Partial<CheckResult>[]): LabResult {
  const [task] = samples['all-passed'].tasks;
  const [check] = task?.checks ?? [];
  if (!task || !check) throw new Error('The sample has no task.');
  const made = checks.map((part, index) => ({ ...check, id: `check-${index}`, ...part }));
  return { ...samples['all-passed'], tasks: [{ ...task, checks: made }] };
}

const idsUnder = (result: LabResult): Record<string, string[]> =>
  Object.fromEntries(
    [...summarizeResult(result).blockedUnder].map(([cause, blocked]) => [cause, blocked.map(({ check }) => check.id)]),
  );

describe('The summary of a result', () => {
  it('puts blocked checks under the check that failed, also through other blocked ones', () => {
    const result = resultOf(
      { id: 'cause', status: 'failed', reason: 'wrong' },
      { id: 'near', status: 'blocked', blockedBy: 'cause' },
      { id: 'far', status: 'blocked', blockedBy: 'near' },
    );
    expect(idsUnder(result)).to.deep.equal({ cause: ['near', 'far'] });
    expect(summarizeResult(result).blockedElsewhere).to.be.empty;
  });

  const lost: Record<string, Partial<CheckResult>[]> = {
    'is not in the result': [{ id: 'lost', status: 'blocked', blockedBy: 'task-of-another-day' }],
    'passed after all': [{ id: 'cause' }, { id: 'lost', status: 'blocked', blockedBy: 'cause' }],
    'is not named': [{ id: 'lost', status: 'blocked' }],
    'is itself': [{ id: 'lost', status: 'blocked', blockedBy: 'lost' }],
  };
  for (const [what, checks] of Object.entries(lost))
    it(`loses no blocked check whose cause ${what}`, () => {
      const told = summarizeResult(resultOf(...checks));
      expect(told.blockedUnder).to.be.empty;
      expect(told.blockedElsewhere.map(({ check }) => check.id)).to.deep.equal(['lost']);
      expect(told.next.kind).to.equal('unblock');
    });

  it('says a reason once for all checks that share it with its remedy', () => {
    const error = { status: 'error', reason: 'No permission.', remedy: 'Ask.' } as const;
    const { unread } = summarizeResult(resultOf(error, error, { ...error, remedy: 'Wait.' }));
    expect(unread.map(({ remedy, checks }) => [remedy, checks.length])).to.deep.equal([
      ['Ask.', 2],
      ['Wait.', 1],
    ]);
  });

  it('begins with the first failed check', () => {
    const { shortestFix: _, ...failing } = samples.failing;
    const lines = nextLines(summarizeResult(failing).next);
    expect(lines[0]).to.match(/^Task 3, sign-in-email-only: Tick "Email"/);
    expect(lines[1]).to.equal('Then check again. 4 more failed checks can wait until then.');
  });

  it('says the shortest way where one is known, and first what takes a new pool', () => {
    const lines = nextLines(summarizeResult(samples.failing).next, 'hidden');
    expect(lines).to.deep.equal([
      'Make the pool again, with these choices, which are fixed once a pool exists: "Sign-in options" email; "Required attributes" name, preferred_username, phone_number.',
      'Put the other 2 failed checks right in the same go.',
      '--hints fix shows the commands that do all of it.',
      'Then check the new pool. 1 more failed check can wait until then.',
    ]);
    const fix = { kind: 'update', commands: ['a'], powershell: ['a'], checks: ['app-client', 'x'] } as const;
    const one = {
      ...samples.failing,
      shortestFix: { ...fix, commands: ['a'], powershell: ['a'], checks: [...fix.checks] },
    };
    expect(nextLines(summarizeResult(one).next)[0]).to.equal('One command puts 2 of the failed checks right.');
  });

  it('begins with the reason and its remedy where something could not be checked', () => {
    const error = { status: 'error', reason: 'No permission.', remedy: 'Ask for it.' } as const;
    expect(nextLines(summarizeResult(resultOf(error)).next)).to.deep.equal([
      'No permission. Ask for it.',
      'Then check again.',
    ]);
  });

  it('congratulates nobody on a result in which nothing was checked', () => {
    for (const result of [resultOf(), resultOf({ status: 'skipped', reason: 'not here' })]) {
      expect(nextLines(summarizeResult(result).next)[0]).to.match(/^Nothing was checked/);
      expect(verdict(result, summarizeResult(result))).to.equal('Nothing was checked');
    }
  });

  it('has a verdict for each way a run can end', () => {
    const verdicts = (['all-passed', 'failing', 'could-not-look'] as const).map((name) =>
      verdict(samples[name], summarizeResult(samples[name])),
    );
    expect(verdicts).to.deep.equal([
      'Everything checked is as the lab asks',
      '5 checks to put right',
      'Not graded: 3 checks could not be completed',
    ]);
  });

  it('leaves a reason out only where the findings say it all', () => {
    const [check] = resultOf({ status: 'failed' }).tasks[0]?.checks ?? [];
    if (!check) throw new Error('There is no check.');
    const findings = [{ setting: 'Name', expected: 'a', actual: 'b', source: 'DescribeUserPool', holds: false }];
    expect(reasonBesideFindings({ ...check, findings, reason: 'Name: expected a, found b.' })).to.be.undefined;
    expect(reasonBesideFindings({ ...check, findings, reason: 'The pool is gone.' })).to.equal('The pool is gone.');
    expect(reasonBesideFindings({ ...check, findings: [], reason: 'Name' })).to.equal('Name');
  });
});
