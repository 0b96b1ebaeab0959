import { expect } from 'chai';
import { Problem } from '../../common/problem';
import { planOf } from './choices';

describe('A solution', () => {
  const refused: [what: string, id: number, choices: Record<string, unknown>, message: RegExp, remedy: RegExp][] = [
    ['a task without choices', 9, {}, /choices for Task 9, in which/, /can have Tasks 2, 3, 4, 5, 6, 7, 8; .* Task 9/],
    ['a task that is none', 1e21, { 'Client secret': 'x' }, /choices for Task 1e\+21/, /leave Task 1e\+21 out/],
    [
      'a choice of another task',
      3,
      { 'MFA enforcement': 'No MFA' },
      /Task 3, "MFA enforcement": Task 3 does not have this choice; Task 4 does\./,
      /"Provider types", "Federated sign-in options", "Cognito user pool sign-in options"\./,
    ],
    [
      'a choice of no task',
      6,
      { constructor: 1 },
      /Task 6, "constructor": .* not have this choice\.$/,
      /"SES identity"/,
    ],
    ['another value', 4, { 'MFA enforcement': 'Maybe' }, /Task 4, "MFA enforcement": "Maybe" is not/, /"Require MFA"/],
    [
      'half of a user',
      8,
      { 'Create user': 'keke' },
      /Task 8, "Create user": .* no email address/,
      /"Temporary password"/,
    ],
    ['a long choice', 5, { ['x'.repeat(9_999)]: 1 }, /^.{1,120}\(9,999 characters\): Task 5 does not/, /"Custom attr/],
    ['a long value', 5, { 'Required attributes': ['x'.repeat(9_999)] }, /^.{1,250}$/, /preferred username/],
  ];
  for (const [what, id, choices, message, remedy] of refused)
    it(`is refused for ${what}, by name, with what is possible`, () => {
      const tasks = [
        { id: 2, choices: { 'Create user pool': true } },
        { id, choices },
      ];
      expect(() => planOf({ tasks }))
        .to.throw(Problem, message)
        .with.property('remedy')
        .that.matches(remedy)
        .and.has.property('length')
        .below(600);
    });
});
