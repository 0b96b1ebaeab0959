import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { cognitoLab } from '../cli/cognito-lab';
import { reply, rightAnswers, startStandIn, type StandIn } from '../cli/stand-in';
import { awsEnvironment } from '../support/program';
import { ClassOnDisk } from './class-on-disk';

const pool = (name: string): string => `us-east-1_${name.padEnd(9, '0')}`;

/** The right answer about the pool that is asked for. */
const right = (operation: string, response: ServerResponse, id: string): void =>
  reply(response, 200, JSON.stringify(rightAnswers[operation] ?? {}).replaceAll('us-east-1_AbCdEf123', id));

const wrong: Record<string, (operation: string, response: ServerResponse) => boolean> = {
  // Never answers; the socket is closed with the server.
  [pool('slow')]: () => true,
  [pool('liar')]: (operation, response) => {
    if (operation === 'DescribeUserPool') right(operation, response, pool('other'));
    return operation === 'DescribeUserPool';
  },
  [pool('denied')]: (operation, response) => {
    if (operation === 'ListUsers') reply(response, 400, { __type: 'AccessDeniedException', message: 'not authorized' });
    return operation === 'ListUsers';
  },
  // As some stand-ins for Cognito do: numbers in quotation marks.
  [pool('quotes')]: (operation, response) => {
    const text = JSON.stringify(rightAnswers[operation]).replace('"MinimumLength":8', '"MinimumLength":"8"');
    if (operation === 'DescribeUserPool') reply(response, 200, text.replaceAll('us-east-1_AbCdEf123', pool('quotes')));
    return operation === 'DescribeUserPool';
  },
  [pool('mixed')]: (operation, response) => {
    if (operation === 'DescribeUserPoolClient') right(operation, response, pool('other'));
    return operation === 'DescribeUserPoolClient';
  },
};

describe('Pools of learners that are read live', () => {
  let lab: ClassOnDisk;
  let endpoint: StandIn;
  beforeEach(async () => {
    lab = new ClassOnDisk();
    endpoint = await startStandIn((operation, response, { UserPoolId }) => {
      const id = String(UserPoolId);
      if (!wrong[id]?.(operation, response)) right(operation, response, id);
    });
  });
  afterEach(async () => {
    await endpoint.close();
    lab.remove();
  });

  const grade = (...args: string[]): ReturnType<typeof cognitoLab> =>
    cognitoLab(
      ['grade', '--roster', 'roster.csv', '--output', 'out', ...args],
      awsEnvironment(endpoint.url, { AWS_MAX_ATTEMPTS: '1' }),
      lab.place,
    );
  const roster = (...names: string[]): void =>
    lab.write('roster.csv', `student,user_pool_id\n${names.map((name) => `${name},${pool(name)}`).join('\n')}\n`);
  const reasonOf = (student: string): string =>
    lab.summary().learners.find((learner) => learner.student === student)?.reasons[0]?.reason ?? '';

  it('have a time limit each: one that never answers has its own result, and delays nobody', async () => {
    const others = Array.from({ length: 8 }, (_, at) => `s${at}`);
    roster('slow', ...others);
    const begun = performance.now();
    const { code } = await grade('--time-limit', '3', '--concurrency', '2');
    // Without the limit it would be the SDK's, which is minutes.
    expect(performance.now() - begun).to.be.below(60_000);
    expect(code).to.equal(2);
    expect(lab.statuses()).to.deep.equal({
      slow: 'error',
      ...Object.fromEntries(others.map((name) => [name, 'graded'])),
    });
    expect(reasonOf('slow')).to.equal('Reading the user pool took longer than the time limit.');
    expect(lab.gradebook()[0]?.total).to.equal('');
    // Once it answers, --resume looks at it and at nobody else.
    delete wrong[pool('slow')];
    endpoint.asked.length = 0;
    expect((await grade('--resume')).code).to.equal(0);
    expect(endpoint.asked).to.have.lengthOf(5);
  });

  it('are not believed where they answer as another pool, in the whole or in part', async () => {
    roster('liar', 'mixed', 'good');
    await grade();
    expect(lab.statuses()).to.deep.equal({ liar: 'error', mixed: 'error', good: 'graded' });
    expect(reasonOf('liar')).to.include(pool('liar')).and.to.include(pool('other'));
    expect(reasonOf('mixed')).to.include(pool('mixed')).and.to.include(pool('other'));
  });

  it('have no grade where the endpoint answers with other types than AWS', async () => {
    roster('quotes');
    expect((await grade()).code).to.equal(2);
    expect(lab.summary().totals).to.include({ graded: 0, error: 1 });
    expect(reasonOf('quotes')).to.include('What the endpoint answered is not what DescribeUserPool answers');
  });

  it('that deny a call have no grade, and what was denied is said once for the class', async () => {
    roster('denied', 'good');
    const { code, stderr } = await grade();
    expect(code).to.equal(2);
    expect(lab.statuses()).to.deep.equal({ denied: 'error', good: 'graded' });
    expect(stderr).to.include(
      'These were denied:\n  cognito-idp:ListUsers by "denied"\nNot denied: cognito-idp:Describe',
    );
    expect(lab.kept('good').provenance).to.include({ evidence: 'verified' });
  });

  it('are told where two learners hand in the same', async () => {
    lab.write('roster.csv', `student,user_pool_id\na,${pool('good')}\nb,${pool('good')}\n`);
    const { stderr } = await grade();
    expect(stderr).to.include(`The user pool ${pool('good')} was handed in by "a", "b".`);
    expect(lab.summary().learners[0]?.notes).to.deep.equal([
      `The user pool ${pool('good')} was handed in by 2 learners.`,
    ]);
  });
});
