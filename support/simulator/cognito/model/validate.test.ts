import { expect } from 'chai';
import type { OperationName } from '../operations';
import type { CognitoError } from '../errors';
import { validate } from './validate';

const refusal = (operation: OperationName, input: unknown): string => {
  try {
    validate(operation, input);
  } catch (error) {
    const { code, message } = error as CognitoError;
    return `${code}: ${message}`;
  }
  return 'accepted';
};

const one = (text: string) => `InvalidParameterException: 1 validation error detected: ${text}`;

describe('validate', () => {
  it('returns a copy of what the model knows', () => {
    const input = { PoolName: 'lab', Unknown: { a: 1 }, Policies: { PasswordPolicy: { MinimumLength: 8, Odd: true } } };
    const valid = validate('CreateUserPool', input);
    expect(valid).to.deep.equal({ PoolName: 'lab', Policies: { PasswordPolicy: { MinimumLength: 8 } } });
    expect(valid.Policies).not.to.equal(input.Policies);
  });

  it('takes null and undefined for nothing', () => {
    expect(validate('CreateUserPool', { PoolName: 'lab', Policies: null, Schema: undefined })).to.deep.equal({
      PoolName: 'lab',
    });
  });

  describe('words a broken constraint as AWS does', () => {
    const cases: [name: string, operation: OperationName, input: unknown, text: string][] = [
      [
        'a required member',
        'CreateUserPool',
        {},
        "Value null at 'poolName' failed to satisfy constraint: Member must not be null",
      ],
      [
        'a required number, which is zero when it is missing',
        'ListUserPools',
        {},
        "Value '0' at 'maxResults' failed to satisfy constraint: Member must have value greater than or equal to 1",
      ],
      [
        'a pattern',
        'DescribeUserPool',
        { UserPoolId: 'nonsense' },
        "Value 'nonsense' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+",
      ],
      [
        'an enum, in the order of AWS',
        'CreateUserPool',
        { PoolName: 'lab', MfaConfiguration: 'MAYBE' },
        "Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: Member must satisfy enum value set: [OPTIONAL, OFF, ON]",
      ],
      [
        'a nested number',
        'CreateUserPool',
        { PoolName: 'lab', Policies: { PasswordPolicy: { MinimumLength: 3 } } },
        "Value '3' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
      ],
      [
        'a member of a structure in a list',
        'CreateUserPool',
        { PoolName: 'lab', Schema: [{ Name: 'email' }, { Name: 'phone_number_verified' }] },
        "Value 'phone_number_verified' at 'schema.2.member.name' failed to satisfy constraint: Member must have length less than or equal to 20",
      ],
      [
        'a list of enum values, at the list',
        'CreateUserPoolClient',
        { UserPoolId: 'us-east-1_A', ClientName: 'c', AllowedOAuthFlows: ['code', 'password'] },
        "Value '[code, password]' at 'allowedOAuthFlows' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [implicit, client_credentials, code]]",
      ],
      [
        'a list of strings, with all that is asked of each',
        'CreateUserPoolClient',
        { UserPoolId: 'us-east-1_A', ClientName: 'c', CallbackURLs: ['https://a', 'with space'] },
        "Value '[https://a, with space]' at 'callbackURLs' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+]",
      ],
      [
        'the values of a map',
        'CreateUserPool',
        { PoolName: 'lab', UserPoolTags: { course: 'x'.repeat(257) } },
        `Value '{course=${'x'.repeat(257)}}' at 'userPoolTags' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 256, Member must have length greater than or equal to 0]`,
      ],
      [
        'an empty list',
        'CreateUserPool',
        { PoolName: 'lab', Schema: [] },
        "Value '[]' at 'schema' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ],
      [
        'an enum in a list of one, in another order than the model has it',
        'CreateUserPool',
        { PoolName: 'lab', AutoVerifiedAttributes: ['given_name'] },
        "Value '[given_name]' at 'autoVerifiedAttributes' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [phone_number, email]]",
      ],
      [
        'a structure, as Java prints it',
        'AddCustomAttributes',
        {
          UserPoolId: 'us-east-1_A',
          CustomAttributes: Array.from({ length: 26 }, () => ({ Name: 'a', Mutable: true })),
        },
        `Value '[${Array.from({ length: 26 }, () => 'SchemaAttributeType(name=a, attributeDataType=null, developerOnlyAttribute=null, mutable=true, required=null, numberAttributeConstraints=null, stringAttributeConstraints=null)').join(', ')}]' at 'customAttributes' failed to satisfy constraint: Member must have length less than or equal to 25`,
      ],
      [
        "an invitation without the password, by AWS's inner name",
        'CreateUserPool',
        { PoolName: 'lab', AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: 'Welcome aboard.' } } },
        "Value 'Welcome aboard.' at 'adminCreateUserConfig.inviteMessage.smsMessage' failed to satisfy constraint: Member must satisfy regular expression pattern: (?s).*\\{####\\}(?s).*",
      ],
      [
        'a password with a space at its end, without the password',
        'AdminSetUserPassword',
        { UserPoolId: 'us-east-1_A', Username: 'anna', Password: 'Secret-1 ' },
        "Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$",
      ],
      [
        'a client id, which is repeated although the model marks it as sensitive',
        'DescribeUserPoolClient',
        { UserPoolId: 'us-east-1_A', ClientId: 'a b' },
        "Value 'a b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+",
      ],
      [
        'a number that is no Java integer, which is left out, too',
        'ListUserPools',
        { MaxResults: 99_999_999_999 },
        "Value at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 60",
      ],
    ];
    for (const [name, operation, input, text] of cases)
      it(name, () => {
        expect(refusal(operation, input)).to.equal(one(text));
      });

    it('several at once', () => {
      expect(refusal('CreateUserPoolClient', { UserPoolId: '', ClientName: 'c' })).to.equal(
        "InvalidParameterException: 2 validation errors detected: Value '' at 'userPoolId' failed to satisfy constraint: Member must have length greater than or equal to 1; Value '' at 'userPoolId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+",
      );
    });
  });

  describe('refuses a wrong JSON type before anything else', () => {
    const cases: [input: unknown, text: string][] = [
      [[], 'Start of list found where not expected'],
      ['text', ''],
      [null, ''],
      [{ PoolName: 1 }, 'NUMBER_VALUE can not be converted to a String'],
      [{ PoolName: true }, 'TRUE_VALUE can not be converted to a String'],
      [{ PoolName: ['a'] }, 'Start of list found where not expected'],
      [{ PoolName: { a: 1 } }, 'Start of structure or map found where not expected.'],
      [{ Policies: 'x' }, 'Expected null'],
      [{ Policies: [] }, 'Start of list found where not expected'],
      [{ Schema: 'x' }, 'Expected list or null'],
      [{ Schema: {} }, 'Start of structure or map found where not expected.'],
      [{ UserPoolTags: 'x' }, 'Expected map or null'],
      [{ UserPoolTags: { a: 1 } }, 'NUMBER_VALUE can not be converted to a String'],
      [{ Policies: { PasswordPolicy: { MinimumLength: '8' } } }, 'STRING_VALUE can not be converted to an Integer'],
      [{ Policies: { PasswordPolicy: { RequireSymbols: 0 } } }, 'NUMBER_VALUE can not be converted to a Boolean'],
    ];
    for (const [input, text] of cases)
      it(JSON.stringify(input), () => {
        expect(refusal('CreateUserPool', input)).to.equal(`SerializationException: ${text}`);
      });
  });

  describe('is not impressed by', () => {
    it('a prototype', () => {
      const input: unknown = JSON.parse(
        '{"PoolName":"lab","__proto__":{"Schema":[]},"UserPoolTags":{"__proto__":"x"}}',
      );
      const valid = validate('CreateUserPool', input);
      expect(Object.keys(valid)).to.deep.equal(['PoolName', 'UserPoolTags']);
      expect(Object.entries(valid.UserPoolTags as object)).to.deep.equal([['__proto__', 'x']]);
      expect(refusal('CreateUserPool', Object.create({ PoolName: 'inherited' }))).to.contain("'poolName'");
    });

    it('depth', () => {
      let deep: unknown = {};
      for (let depth = 0; depth < 100_000; depth++) deep = { Policies: deep, Schema: [deep] };
      expect(refusal('CreateUserPool', { PoolName: 'lab', Unknown: deep })).to.equal('accepted');
      expect(refusal('CreateUserPool', { PoolName: 'lab', UserPoolTags: { deep } })).to.contain('Start of structure');
      let list: unknown = [];
      for (let depth = 0; depth < 100_000; depth++) list = [list];
      const many = [list, ...Array.from({ length: 100 }, () => 'https://a.example')];
      const client = { UserPoolId: 'us-east-1_A', ClientName: 'c', CallbackURLs: many };
      expect(refusal('CreateUserPoolClient', client)).to.equal(
        'SerializationException: Start of list found where not expected',
      );
    });

    it('length', () => {
      const start = process.cpuUsage();
      const many = (value: unknown) => Array.from({ length: 300_000 }, () => value);
      const errors = refusal('CreateUserPool', { PoolName: 'lab', Schema: many({ Name: '' }) });
      expect(errors).to.match(/^InvalidParameterException: 600001 validation errors detected/);
      expect(errors.length).to.be.below(100_000);
      refusal('CreateUserPool', {
        PoolName: 'lab',
        AliasAttributes: many('x'),
        EmailVerificationMessage: '{##'.repeat(300_000),
      });
      expect(process.cpuUsage(start).user / 1000).to.be.below(3000);
    });
  });
});
