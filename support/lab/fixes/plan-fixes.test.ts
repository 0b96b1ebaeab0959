import { expect } from 'chai';
import { planFixes, type Change, type Evidence } from '.';

const pool = {
  Id: 'us-east-1_AbCdEf123',
  Name: "it's $(rm -rf ~)",
  Policies: { PasswordPolicy: { MinimumLength: 6, TemporaryPasswordValidityDays: 7 } },
  AdminCreateUserConfig: { AllowAdminCreateUserOnly: true, UnusedAccountValidityDays: 7 },
  AutoVerifiedAttributes: ['email', 'phone_number'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email', 'phone_number'] },
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/keke@example.com',
    From: 'keke@example.com',
  },
  SmsConfiguration: { ExternalId: 'external', SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
  IssuerConfiguration: { Type: 'ORIGINAL' },
  LambdaConfig: {},
  UserPoolTags: { course: 'cloud' },
  SchemaAttributes: [{ Name: 'name' }, { Name: 'custom:team', AttributeDataType: 'String' }],
};

const evidence: Evidence = {
  userPoolId: 'us-east-1_AbCdEf123',
  place: { region: 'us-east-1' },
  isLive: true,
  pool,
  clients: [{ ClientId: 'abc', ClientName: 'KekeClient' }],
  describedClients: {},
  providers: [],
};

const changed = (setting: string, value: unknown, source = 'DescribeUserPool'): Change => ({ source, setting, value });

const fixOf = (change: Change | Change[], of: Partial<Evidence> = {}) =>
  planFixes([{ id: 'a', changes: [change].flat() }], { ...evidence, ...of }).fixes.get('a');

const selfSignUp = changed('AdminCreateUserConfig.AllowAdminCreateUserOnly', false);

describe('The plan of fixes', () => {
  it('tells an update everything that the pool has, by what the pool has when it runs', () => {
    const fix = fixOf(selfSignUp);
    expect(fix?.kind).to.equal('update');
    expect(fix?.note).to.be.undefined;
    expect(fix?.commands).to.deep.equal([
      String.raw`aws cognito-idp update-user-pool --region us-east-1 --user-pool-id us-east-1_AbCdEf123 \
  --cli-input-json "$(aws cognito-idp describe-user-pool --region us-east-1 --user-pool-id us-east-1_AbCdEf123 --output json --query "UserPool.{Policies: {PasswordPolicy: Policies.PasswordPolicy.{MinimumLength: MinimumLength, TemporaryPasswordValidityDays: TemporaryPasswordValidityDays}},
    AutoVerifiedAttributes: AutoVerifiedAttributes,
    UserAttributeUpdateSettings: UserAttributeUpdateSettings.{AttributesRequireVerificationBeforeUpdate: AttributesRequireVerificationBeforeUpdate},
    EmailConfiguration: EmailConfiguration.{EmailSendingAccount: EmailSendingAccount, SourceArn: SourceArn, From: From},
    SmsConfiguration: SmsConfiguration.{ExternalId: ExternalId, SnsCallerArn: SnsCallerArn},
    UserPoolTags: UserPoolTags,
    AdminCreateUserConfig: {AllowAdminCreateUserOnly: \`false\`},
    PoolName: Name}")"`,
    ]);
  });

  it('writes the same for PowerShell, by a file', () => {
    const [text = ''] = fixOf(selfSignUp)?.powershell ?? [];
    const lines = text.split('\n');
    expect(lines).to.have.lengthOf(5);
    expect(lines[2]).to.match(/^\[IO\.File\]::WriteAllLines\(\$file\.FullName, \(aws .*``false``.*"\)\)$/);
    expect(lines[3]).to.match(/--cli-input-json "file:\/\/\$\(\$file\.FullName\)"$/);
    expect(text.replaceAll('``', '')).to.not.include('`');
  });

  it('names an endpoint of its own', () => {
    const { commands = [] } = fixOf(selfSignUp, { place: { endpoint: 'http://127.0.0.1:5229' } }) ?? {};
    expect(commands[0]?.match(/--endpoint-url http:\/\/127\.0\.0\.1:5229 /g)).to.have.lengthOf(2);
  });

  it('changes what AWS ties to a change with it, and says so', () => {
    const verified = fixOf(changed('AutoVerifiedAttributes', ['email']));
    expect(verified?.commands[0]).to.include("AttributesRequireVerificationBeforeUpdate: ['email']");
    expect(verified?.note).to.include('verified before an update');
    const mail = fixOf([
      changed('EmailConfiguration.EmailSendingAccount', 'COGNITO_DEFAULT'),
      changed('EmailConfiguration.SourceArn', null),
    ]);
    expect(mail?.commands[0]).to.include("EmailConfiguration: {EmailSendingAccount: 'COGNITO_DEFAULT'}");
    expect(mail?.note).to.include('From');
  });

  it('gathers what is fixed at creation, with every other change, and says what to choose', () => {
    const { fixes, shortest } = planFixes(
      [
        { id: 'a', changes: [changed('UsernameAttributes', ['email'])] },
        { id: 'b', changes: [changed('SchemaAttributes[].Required', ['name'])] },
        { id: 'c', changes: [selfSignUp] },
        { id: 'd', changes: [changed('UserPoolClients[].ClientName', ['kekeclient'], 'ListUserPoolClients')] },
      ],
      evidence,
    );
    expect([...fixes.values()].map(({ kind }) => kind)).to.deep.equal(['recreate', 'recreate', 'update', 'add']);
    expect(fixes.get('a')).to.deep.equal(fixes.get('b'));
    expect(fixes.get('a')?.choices).to.deep.equal(['"Sign-in options" email', '"Required attributes" name']);
    expect(shortest?.checks).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(shortest?.commands).to.have.lengthOf(2);
    for (const part of [
      "UsernameAttributes: ['email']",
      "{Name: 'name', Required: \\`true\\`",
      "{Name: 'team', Attr",
      '\\`false\\`',
    ])
      expect(shortest?.commands[0]).to.include(part);
    expect(shortest?.commands[1]).to.include('--user-pool-id "$NEW_POOL_ID" --client-name kekeclient');
  });

  it('puts all updates into one command', () => {
    const { shortest } = planFixes(
      [
        { id: 'a', changes: [selfSignUp] },
        { id: 'b', changes: [changed('Policies.PasswordPolicy.MinimumLength', 8)] },
        { id: 'c', changes: [changed('MfaConfiguration', 'OFF')] },
      ],
      evidence,
    );
    expect(shortest?.commands).to.have.lengthOf(2);
    expect(shortest?.commands[1]).to.match(/set-user-pool-mfa-config .* --mfa-configuration OFF$/);
  });

  it('keeps passkeys and other factors where the factors of a pool change', () => {
    const passkeys = { ...pool, Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } };
    const off = fixOf(changed('MfaConfiguration', 'OFF'), { pool: passkeys });
    expect(off?.commands[0]).to.include('WebAuthnConfiguration && {WebAuthnConfiguration: WebAuthnConfiguration}');
    const on = fixOf(changed('MfaConfiguration', 'ON'));
    expect(on?.commands[0]).to.include(
      "{MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: {Enabled: \\`true\\`}}",
    );
    expect(on?.commands[0]).to.include('SmsMfaConfiguration && ');
  });

  const client = { ClientId: 'abc', ClientName: 'KekeClient', ClientSecret: 'hidden', ExplicitAuthFlows: ['X'] };
  const withClient = { describedClients: { abc: client } };
  const tokens = { ...changed('EnableTokenRevocation', true, 'DescribeUserPoolClient'), client: 'KekeClient' };

  it('tells an app client everything that it has but its secret', () => {
    const fix = fixOf(tokens, withClient);
    expect(fix?.kind).to.equal('update');
    expect(fix?.commands[0]).to.match(/^aws cognito-idp update-user-pool-client .*--client-id abc /);
    expect(fix?.commands[0]).to.include(
      '"UserPoolClient.{ClientName: ClientName,\n    ExplicitAuthFlows: ExplicitAuthFlows,\n    EnableTokenRevocation: \\`true\\`}"',
    );
    const again = fixOf([changed('UsernameAttributes', ['email']), tokens], withClient)?.commands[1] ?? '';
    expect(again).to.include('create-user-pool-client').and.include('GenerateSecret: \\`true\\`');
    expect(again).to.include('EnableTokenRevocation: \\`true\\`').and.not.include('hidden');
  });

  it('has no command for an app client with a setting that nobody knows', () => {
    const fix = fixOf(tokens, { describedClients: { abc: { ...client, Quantum: true } } });
    expect(fix?.commands).to.deep.equal([]);
    expect(fix?.note).to.match(/does not know/);
  });

  it('changes one factor and keeps the others, where the factors were read', () => {
    const mfaConfig = {
      MfaConfiguration: 'OPTIONAL',
      EmailMfaConfiguration: {},
      SmsMfaConfiguration: { SmsConfiguration: { ExternalId: 'external' } },
    };
    const fix = fixOf(changed('SoftwareTokenMfaConfiguration', { Enabled: true }, 'GetUserPoolMfaConfig'), {
      mfaConfig,
    });
    expect(fix?.commands[0]).to.include('{MfaConfiguration: MfaConfiguration,');
    expect(fix?.commands[0]).to.include('EmailMfaConfiguration: \\`{}\\`');
    expect(fix?.commands[0]).to.include('SoftwareTokenMfaConfiguration: {Enabled: \\`true\\`}');
    expect(fix?.commands[0]).to.include('.{ExternalId: ExternalId}').and.not.include('external');
  });

  it('adds custom attributes and a domain, by themselves or with a new pool', () => {
    const team = changed('Schema', [{ Name: 'team' }, { Name: 'class' }]);
    // One that is there and not wanted cannot be removed.
    expect(fixOf(changed('Schema', [{ Name: 'class' }]))?.note).to.match(/no command/);
    const fix = fixOf([team, changed('Domain', 'lab-sign-in')]);
    expect(fix?.kind).to.equal('add');
    expect(fix?.commands).to.deep.equal([
      "aws cognito-idp add-custom-attributes --region us-east-1 --user-pool-id us-east-1_AbCdEf123 --custom-attributes 'Name=class,AttributeDataType=String,Mutable=true'",
      'aws cognito-idp create-user-pool-domain --region us-east-1 --user-pool-id us-east-1_AbCdEf123 --domain lab-sign-in',
    ]);
    const again = fixOf([team, changed('UsernameAttributes', ['email'])])?.commands[0];
    expect(again).to.include("{Name: 'team', AttributeDataType: 'String', Mutable: \\`false\\`}");
    expect(again).to.include("{Name: 'class', AttributeDataType: 'String', Mutable: \\`true\\`}");
    expect(fixOf(changed('Schema', [{ Name: 'a,Required=true' }]))?.commands).to.deep.equal([]);
  });

  it('takes a whole object apart, so that what stays in it does not stand in the command', () => {
    const email = { ...pool.EmailConfiguration, EmailSendingAccount: 'COGNITO_DEFAULT', SourceArn: undefined };
    const fix = fixOf(changed('EmailConfiguration', email));
    expect(fix?.commands[0]).to.include("EmailConfiguration: {EmailSendingAccount: 'COGNITO_DEFAULT'}");
  });

  it('says what is to be done by hand, and does not count that as put right', () => {
    const risk = changed('CompromisedCredentialsRiskConfiguration.Actions', {}, 'DescribeRiskConfiguration');
    expect(fixOf(risk)).to.deep.include({ kind: 'update', commands: [], powershell: [] });
    expect(fixOf(risk)?.note).to.match(/in the console/);
    const { shortest } = planFixes([{ id: 'a', changes: [risk, selfSignUp] }], evidence);
    expect(shortest).to.be.undefined;
  });

  const none: [why: string, change: Change, of: Partial<Evidence>, note: RegExp][] = [
    ['the pool could not be read', selfSignUp, { pool: undefined }, /could not be read/],
    ['the pool is a saved one', selfSignUp, { isLive: false }, /old or incomplete.*--user-pool-id/],
    [
      'the pool has a setting that nobody knows',
      selfSignUp,
      { pool: { ...pool, Quantum: { On: true } } },
      /does not know/,
    ],
    [
      'a name would end a quotation',
      changed('Providers', [], 'ListIdentityProviders'),
      { providers: ["'; rm -rf ~ #"] },
      /characters that shells/,
    ],
    [
      'a name would be an option',
      changed('Providers', [], 'ListIdentityProviders'),
      { providers: ['--debug'] },
      /characters that shells/,
    ],
    [
      'a member has a name that is none',
      selfSignUp,
      { pool: { ...pool, LambdaConfig: { 'a}")" ; id #': 'x' } } },
      /AWS never uses/,
    ],
  ];
  for (const [why, change, of, note] of none)
    it(`has no command, and says why, where ${why}`, () => {
      const fix = fixOf(change, of);
      expect(fix?.commands).to.deep.equal([]);
      expect(fix?.powershell).to.deep.equal([]);
      expect(fix?.note).to.match(note);
    });

  it('still adds what is missing to a saved pool, and leaves out what it cannot do', () => {
    const { shortest } = planFixes(
      [
        { id: 'a', changes: [selfSignUp] },
        { id: 'b', changes: [changed('Users[].Attributes.email', undefined, 'ListUsers')] },
      ],
      { ...evidence, isLive: false },
    );
    expect(shortest?.checks).to.deep.equal(['b']);
    expect(shortest?.commands).to.have.lengthOf(1);
  });

  it('says nothing where the lab names no value', () => {
    expect(planFixes([{ id: 'a', changes: [] }], evidence)).to.deep.equal({ fixes: new Map() });
  });

  it('has nothing of the pool in a command but the names of its members', () => {
    const all = JSON.stringify([
      fixOf(selfSignUp),
      fixOf(changed('UsernameAttributes', ['email'])),
      fixOf(changed('MfaConfiguration', 'ON')),
    ]);
    for (const value of ['123456789012', 'external', 'keke@', 'rm -rf', 'cloud', 'role/sms'])
      expect(all).to.not.include(value);
  });
});
