import { expect } from 'chai';
import { samples } from '../../fixtures/results';
import type { LabResult } from '../lab/result/result';
import { explain } from './explain';
import { actionsOf, classPreflight, preflight } from './permissions';

const denied = (operation: string): { message: string; remedy?: string } =>
  explain(Object.assign(new Error('User may not'), { name: 'AccessDeniedException' }), { operation });

/** A result in which the last check could not look, for this reason. */
function resultWith(reason: string, kind: LabResult['target']['kind'] = 'aws'): LabResult {
  const result = structuredClone(samples['all-passed']);
  const check = result.tasks.at(-1)?.checks[0];
  if (check) Object.assign(check, { status: 'error', reason });
  return { ...result, target: { kind }, calls: { DescribeUserPool: 1, ListUsers: 1 } };
}

describe('The permissions of a run', () => {
  it('are named all at once, with those that were denied, where one was', () => {
    expect(preflight(resultWith(denied('ListUsers').message), 'read')).to.equal(
      [
        'The policy in fixtures/iam/read-policy.json allows what this needs, and nothing else:',
        '  allowed    cognito-idp:DescribeUserPool',
        '  not tried  cognito-idp:DescribeUserPoolClient',
        '  not tried  cognito-idp:ListIdentityProviders',
        '  not tried  cognito-idp:ListUserPoolClients',
        '  denied     cognito-idp:ListUsers',
      ].join('\n'),
    );
  });

  it('of a run that provisions are those of its own policy', () => {
    const said = preflight(resultWith(denied('CreateUserPool').message), 'provision');
    expect(said)
      .to.include('fixtures/iam/provision-policy.json')
      .and.to.include('denied     cognito-idp:CreateUserPool');
    for (const action of actionsOf('provision')) expect(said).to.include(action);
  });

  it('go unsaid where none was denied, and where nothing was asked of AWS', () => {
    expect(preflight(samples['all-passed'], 'read')).to.be.undefined;
    expect(preflight(resultWith('ListUsers was throttled.'), 'read')).to.be.undefined;
    expect(preflight(resultWith(denied('ListUsers').message, 'snapshot'), 'read')).to.be.undefined;
  });

  it('are where a refusal points to: the policy that has the action', () => {
    expect(denied('ListUsers').remedy)
      .to.include('cognito-idp:ListUsers')
      .and.to.include('fixtures/iam/read-policy.json')
      .and.to.include('AWS says: User may not');
    expect(denied('AdminCreateUser').remedy).to.include('fixtures/iam/provision-policy.json');
    expect(denied('AdminDeleteUser').remedy).not.to.include('fixtures/iam');
    expect(denied('AssumeRole').remedy).to.include('sts:AssumeRole').and.not.to.include('cognito-idp');
  });

  it('of a class are told once, with who denied which', () => {
    const learner = (student: string, ...operations: string[]) => ({
      student,
      reasons: operations.map((operation) => ({ reason: denied(operation).message })),
    });
    expect(classPreflight([learner('a'), learner('b', 'ListUsers'), learner('c', 'ListUsers')])).to.equal(
      [
        'To read a pool takes the permissions of fixtures/iam/read-policy.json, and nothing else. These were denied:',
        '  cognito-idp:ListUsers by "b", "c"',
        'Not denied: cognito-idp:DescribeUserPool, cognito-idp:DescribeUserPoolClient, cognito-idp:ListIdentityProviders, cognito-idp:ListUserPoolClients.',
      ].join('\n'),
    );
    const many = Array.from({ length: 9 }, (_, at) => learner(`s${at}`, 'ListUsers'));
    expect(classPreflight(many)).to.include('by "s0", "s1", "s2", "s3", "s4" and 4 more\n');
    expect(classPreflight([learner('a')])).to.be.undefined;
  });
});
