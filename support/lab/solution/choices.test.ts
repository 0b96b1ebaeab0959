import { expect } from 'chai';
import { Problem } from '../../common/problem';
import { planOf } from './choices';

describe('A solution', () => {
  const refused: [what: string, id: number, choices: Record<string, unknown>, message: RegExp, remedy: RegExp][] = [
    [
      'a choice that nobody has',
      6,
      { constructor: 1 },
      /Task 6, "constructor": There is no choice "constructor"/,
      /Use one of: "Create user pool"/,
    ],
    [
      'a misspelt choice',
      3,
      { 'MFA enforcment': 'No MFA' },
      /Task 3, "MFA enforcment": There is no/,
      /Did you mean "MFA enforcement"\?/,
    ],
    [
      'a misspelt value',
      4,
      { 'MFA enforcement': 'Reqire MFA' },
      /"Reqire MFA" is not a known/,
      /Did you mean "Require MFA"\?/,
    ],
    ["a group's choice beside the pool's", 4, { Precedence: 1 }, /There is no choice "Precedence"/, /./],
    [
      'a choice of another thing in a group',
      4,
      { Groups: [{ 'Group name': 'a', 'Callback URL': 'x' }] },
      /no choice "Callback URL" of a group/,
      /"Precedence"/,
    ],
    [
      'a group without a name',
      4,
      { Groups: [{ Precedence: 1 }] },
      /One group has no "Group name"/,
      /\[\{"Group name": "…"\}\]/,
    ],
    ['another value', 4, { 'MFA enforcement': 'Maybe' }, /Task 4, "MFA enforcement": "Maybe" is not/, /"Require MFA"/],
    [
      'half of a user',
      8,
      { 'Create user': 'keke' },
      /Task 8, "Create user": .* no email address/,
      /"Temporary password"/,
    ],
    [
      'a long choice',
      5,
      { ['x'.repeat(9_999)]: 1 },
      /^.{1,120}\(9,999 characters\): There is no choice/,
      /"Create user pool"/,
    ],
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
