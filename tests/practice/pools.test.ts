import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { upToTask } from '../../support/lab/solution/solution';
import { settings } from '../../support/lab/settings';
import type { Field } from '../../support/practice/forms/field';
import { clientSections, poolSections } from '../../support/practice/pools/sections';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { poolIdIn, startPractice, Visitor, type Page } from './visitor';

const model = readLab().solution;
const place = { region: 'us-east-1', accountId: '123456789012', requestId: 'test' };

describe('The pages of a user pool', () => {
  let sandbox: RunningServer;
  let visitor: Visitor;
  let id: string;
  let path: string;

  const described = async (): Promise<Record<string, unknown>> => {
    const { UserPool } = await sandbox.cognito.call('DescribeUserPool', { UserPoolId: id }, place);
    return UserPool as Record<string, unknown>;
  };

  /** Sends the form of a section as it is shown, with other values in some of its fields. */
  const saveSection = async (tab: string, section: string, values: Record<string, string[]>): Promise<Page> => {
    const page = await visitor.get(tab === 'overview' ? path : `${path}/${tab}`);
    return visitor.post(`${path}/${tab}/${section}`, {
      ...page.values,
      seen: [page.seenOf(`${path}/${tab}/${section}`)],
      ...values,
    });
  };

  beforeEach(async () => {
    sandbox = await startPractice();
    visitor = new Visitor(sandbox.url);
    id = poolIdIn(await visitor.create(upToTask(model, 7)));
    path = `/pools/${id}`;
  });
  afterEach(() => sandbox.close());

  it('have every setting that can be changed or that is fixed, once', () => {
    const shown = [...Object.values(poolSections).flat(), ...clientSections].flatMap(({ fields }) =>
      fields.map(({ setting }) => setting),
    );
    // Domains, providers and what else a pool holds several of are made and deleted by forms of their own.
    const elsewhere = /Domain$|IdentityProvider$|ResourceServer$|Group$|^CreateUserPoolClient$/;
    const wanted = settings.filter(
      ({ of, set, fixed }) =>
        ['user pool', 'app client'].includes(of) && (fixed === true || !elsewhere.test(set.operation)),
    );
    for (const setting of wanted)
      expect(
        shown.filter((each) => each === setting),
        `${setting.of}: ${setting.name}`,
      ).to.have.lengthOf(1);
  });

  it('change one setting and keep all others', async () => {
    await sandbox.cognito.call(
      'UpdateUserPool',
      {
        UserPoolId: id,
        AutoVerifiedAttributes: ['email'],
        UserPoolTags: { course: 'security' },
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
        VerificationMessageTemplate: { EmailSubject: 'Hello', EmailMessage: 'It is {####}.' },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, InviteMessageTemplate: { EmailSubject: 'Welcome' } },
      },
      place,
    );
    const before = await described();
    const page = await saveSection('security', 'password-policy', { 'password-minimum-length': ['12'] });
    expect(page.flash).to.equal('Saved. Every other setting was kept.');
    const { LastModifiedDate: _, ...after } = await described();
    const { LastModifiedDate: __, ...same } = before;
    const policies = same.Policies as { PasswordPolicy: object };
    expect(after).to.deep.equal({
      ...same,
      Policies: { ...policies, PasswordPolicy: { ...policies.PasswordPolicy, MinimumLength: 12 } },
    });
  });

  it('each show what the pool has, and change nothing when they are saved as they are', async () => {
    const before = JSON.stringify(await described());
    for (const [tab, sections] of Object.entries(poolSections))
      for (const section of sections.filter(({ isFixed }) => !isFixed)) {
        const page = await saveSection(tab, section.id, {});
        expect(page.flash, `${tab}, ${section.id}: ${page.alert}`).to.equal('Nothing was changed.');
      }
    expect(JSON.stringify(await described())).to.equal(before);
  });

  it('change each setting that they offer to another value, or say why AWS refuses', async () => {
    const refused: string[] = [];
    await saveSection('overview', 'plan', { 'feature-plan': ['Plus'] });
    for (const [tab, sections] of Object.entries(poolSections))
      for (const section of sections.filter(({ isFixed }) => !isFixed))
        for (const field of section.fields.filter(
          ({ setting, label }) => !setting?.fixed && label !== 'Feature plan',
        )) {
          const page = await visitor.get(tab === 'overview' ? path : `${path}/${tab}`);
          const other = anotherValue(field, page.values[field.id] ?? []);
          const saved = await saveSection(tab, section.id, { [field.id]: other });
          if (saved.status === 200) expect(saved.flash, field.label).to.match(/^Saved/);
          else refused.push(`${field.label}: ${saved.alert}`);
        }
    expect(refused.filter((text) => !text.includes('Exception: '))).to.deep.equal([]);
    // AWS ties these to others, which are not there.
    expect(
      refused.map((text) => text.split(':')[0]),
      refused.join('\n'),
    ).to.have.members(knownTies);
  });

  it('show what is fixed as fixed, and take no form for it', async () => {
    const page = await visitor.get(`${path}/sign-in`);
    expect(page.text).to.contain('Cognito user pool sign-in options Email fixed: it cannot be changed any more');
    expect(page.forms).not.to.include(`${path}/sign-in/sign-in-options`);
    const forged = await visitor.post(`${path}/sign-in/sign-in-options`, {
      'cognito-user-pool-sign-in-options': ['Phone number'],
    });
    expect(forged.status).to.equal(404);
    expect((await described()).UsernameAttributes).to.deep.equal(['email']);
  });

  it('are kept in the state file, as what comes over the API is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cognito-lab-'));
    const stateFile = join(folder, 'state.json');
    try {
      const kept = await startPractice({ stateFile });
      const made = poolIdIn(await new Visitor(kept.url).create(upToTask(model, 7)));
      await kept.close();
      const again = await startPractice({ stateFile });
      expect((await new Visitor(again.url).get(`/pools/${made}`)).heading).to.equal('keke user pool');
      await again.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('turn MFA on with authenticator apps, and off again', async () => {
    await saveSection('sign-in', 'mfa', { 'mfa-enforcement': ['Optional MFA'] });
    expect((await described()).MfaConfiguration).to.equal('OPTIONAL');
    expect((await visitor.get(`${path}/sign-in`)).values['mfa-methods']).to.deep.equal(['Authenticator apps']);
    const off = await saveSection('sign-in', 'mfa', { 'mfa-enforcement': ['No MFA'] });
    expect(off.flash).to.match(/^Saved/);
    expect((await described()).MfaConfiguration).to.equal('OFF');
  });

  it('do not overwrite what was changed meanwhile in another tab, and keep what was filled in', async () => {
    const page = await visitor.get(`${path}/security`);
    const seen = page.seenOf(`${path}/security/password-policy`);
    await saveSection('security', 'password-policy', { 'password-minimum-length': ['10'] });
    const stale = await visitor.post(`${path}/security/password-policy`, {
      ...page.values,
      seen: [seen],
      'password-minimum-length': ['14'],
    });
    expect(stale.status).to.equal(422);
    expect(stale.alert).to.contain('These settings were changed meanwhile');
    expect(stale.values['password-minimum-length']).to.deep.equal(['14']);
    const again = await visitor.post(`${path}/security/password-policy`, {
      ...stale.values,
      seen: [stale.seenOf(`${path}/security/password-policy`)],
    });
    expect(again.flash).to.match(/^Saved/);
  });

  it('say AWS’s refusal at its field and keep what was filled in', async () => {
    const page = await saveSection('messages', 'email', { 'email-provider': ['Send email with Amazon SES'] });
    expect(page.status).to.equal(422);
    expect(page.faults['ses-identity']).to.contain('Source ARN is required');
    expect(page.values['email-provider']).to.deep.equal(['Send email with Amazon SES']);
  });

  describe('with users', () => {
    const user = { 'email-address': ['keke@example.com'], 'temporary-password': ['Welcome-2-the-lab'] };

    it('create one with the call of the model solution', async () => {
      const inputs: unknown[] = [];
      const call = sandbox.cognito.call.bind(sandbox.cognito);
      sandbox.cognito.call = (operation, input, context) => {
        if (operation === 'AdminCreateUser') inputs.push(input);
        return call(operation, input, context);
      };
      const page = await visitor.post(`${path}/users/create`, {
        'invitation-message': ["Don't send an invitation"],
        'email-address': ['success+keke@simulator.amazonses.com'],
        'temporary-password': ['Welcome-2-the-lab'],
      });
      expect(page.flash).to.equal('The user has been created.');
      expect(inputs).to.deep.equal([
        {
          UserPoolId: id,
          Username: 'success+keke@simulator.amazonses.com',
          TemporaryPassword: 'Welcome-2-the-lab',
          UserAttributes: [{ Name: 'email', Value: 'success+keke@simulator.amazonses.com' }],
          MessageAction: 'SUPPRESS',
        },
      ]);
    });

    it('say at its field what AWS refuses: the password, the address, a name that is taken', async () => {
      const weak = await visitor.post(`${path}/users/create`, { ...user, 'temporary-password': ['weak'] });
      expect(weak.faults['temporary-password']).to.match(/^Invalid(Password|Parameter)Exception: /);
      expect(weak.values['email-address']).to.deep.equal(['keke@example.com']);
      const nobody = await visitor.post(`${path}/users/create`, { ...user, 'email-address': [''] });
      expect(nobody.faults['email-address']).to.match(/Exception: /);
      await visitor.post(`${path}/users/create`, user);
      const twice = await visitor.post(`${path}/users/create`, user);
      expect(twice.alert).to.contain('UsernameExistsException');
    });

    it('send an invitation, which is in the mailbox', async () => {
      await visitor.post(`${path}/users/create`, {
        'email-address': ['keke@example.com'],
        'invitation-message': ['Send an email invitation'],
      });
      const mailbox = await visitor.get('/mailbox');
      expect(mailbox.text).to.match(/Your temporary password To keke@example\.com .* temporary password is \S+\./);
      expect(mailbox.text).to.contain('Mailbox (1)');
    });

    it('delete only one who is disabled, as the console does', async () => {
      await visitor.post(`${path}/users/create`, user);
      const list = await visitor.get(`${path}/users`);
      const one = list.links.find((link) => link.startsWith(`${path}/users/`) && !link.endsWith('/create')) ?? '';
      expect((await visitor.post(one, { do: ['delete'] })).alert).to.contain('Disable the user first');
      expect((await visitor.post(one, { do: ['disable'] })).text).to.contain('Account status Disabled');
      expect((await visitor.post(one, { do: ['delete'] })).flash).to.equal('The user has been deleted.');
      expect((await visitor.get(one)).text).to.contain('UserNotFoundException');
    });

    it('change what one has: attributes, groups, a password of their own', async () => {
      await visitor.post(`${path}/groups`, {
        'group-name': ['admins'],
        'group-description': ['Those who run the lab'],
      });
      await visitor.post(`${path}/users/create`, user);
      const [record] = sandbox.cognito.store.pools.get(id)!.users.values();
      const one = `${path}/users/${record?.username ?? ''}`;
      const page = await visitor.get(one);
      expect(page.values['user-attributes']).to.deep.equal(['email: keke@example.com']);
      const named = await visitor.post(one, {
        do: ['attributes'],
        'user-attributes': ['email: keke@example.com\nnickname: Keke'],
      });
      expect(named.flash, named.alert).to.match(/^Saved/);
      expect(record?.attributes.nickname).to.equal('Keke');
      await visitor.post(one, { do: ['attributes'], 'user-attributes': ['email: keke@example.com'] });
      expect(record?.attributes).not.to.have.property('nickname');
      const odd = await visitor.post(one, { do: ['attributes'], 'user-attributes': ['no value'] });
      expect(odd.faults['user-attributes']).to.contain('has no name and value');
      expect(odd.values['user-attributes']).to.deep.equal(['no value']);
      const member = await visitor.post(one, { do: ['groups'], 'groups-of-the-user': ['admins'] });
      expect(member.values['groups-of-the-user']).to.deep.equal(['admins']);
      const weak = await visitor.post(one, { do: ['password'], 'permanent-password': ['weak'] });
      expect(weak.faults['permanent-password']).to.match(/Exception: /);
      const confirmed = await visitor.post(one, { do: ['password'], 'permanent-password': ['G00d-enough!'] });
      expect(confirmed.text).to.contain('Confirmation status Confirmed');
      expect((await visitor.post(`${path}/groups/delete`, { name: ['admins'] })).text).to.contain('None yet.');
    });

    it('list 10,000 a page at a time, and find one', async function () {
      this.timeout(60_000);
      for (let n = 0; n < 10_000; n += 1)
        await sandbox.cognito.call(
          'AdminCreateUser',
          { UserPoolId: id, Username: `u${n}@example.com`, MessageAction: 'SUPPRESS' },
          place,
        );
      const first = await visitor.get(`${path}/users`);
      expect(first.text).to.contain('Users in the pool: 10,000');
      expect(first.all('tr')).to.have.lengthOf(51);
      const next = first.links.find((link) => link.includes('after=')) ?? '';
      const second = await visitor.get(next);
      const addresses = (page: Page) => page.text.match(/u\d+@example\.com/g) ?? [];
      expect(new Set([...addresses(first), ...addresses(second)])).to.have.property('size', 100);
      const found = await visitor.get(`${path}/users?find=u9999`);
      expect(found.all('tr')).to.have.lengthOf(2);
      expect((await visitor.get(`${path}/users?after=nonsense`)).alert).to.contain('InvalidParameterException');
      expect((await visitor.get(`${path}/users?find=%22%5C`)).text).to.contain('No users are found');
    });
  });

  describe('with app clients', () => {
    it('create, change and delete one', async () => {
      const created = await visitor.post(`${path}/clients/create`, {
        'app-client-name': ['second'],
        'client-secret': ['Generate a client secret'],
      });
      expect(created.flash).to.equal('The app client has been created.');
      const { UserPoolClients } = (await sandbox.cognito.call(
        'ListUserPoolClients',
        { UserPoolId: id, MaxResults: 60 },
        place,
      )) as {
        UserPoolClients: { ClientId: string; ClientName: string }[];
      };
      const { ClientId = '' } = UserPoolClients.find(({ ClientName }) => ClientName === 'second') ?? {};
      const client = await visitor.get(`${path}/clients/${ClientId}`);
      expect(client.text).to.contain('Generate a client secret fixed');
      const renamed = await visitor.post(`${path}/clients/${ClientId}`, {
        ...client.values,
        section: ['information'],
        seen: [client.seenOf(`${path}/clients/${ClientId}`)],
        'app-client-name': ['third'],
      });
      expect(renamed.heading).to.equal('third');
      expect((await visitor.post(`${path}/clients/${ClientId}/delete`)).flash).to.equal(
        'The app client has been deleted.',
      );
      expect((await visitor.get(`${path}/clients/${ClientId}`)).status).to.equal(404);
    });
  });

  describe('with groups and resource servers', () => {
    it('create and delete one, and say AWS’s refusal at its field', async () => {
      const empty = await visitor.post(`${path}/resource-servers`, { 'resource-server-name': ['Lab API'] });
      expect(empty.faults).to.have.property('resource-server-identifier');
      const server = {
        'resource-server-name': ['Lab API'],
        'resource-server-identifier': ['https://api.example.com'],
        'custom-scopes': ['read'],
      };
      expect((await visitor.post(`${path}/resource-servers`, server)).text).to.contain('Lab API');
      const twice = await visitor.post(`${path}/resource-servers`, server);
      expect(twice.alert).to.contain('already exists');
      expect(twice.values['custom-scopes']).to.deep.equal(['read']);
      const gone = await visitor.post(`${path}/resource-servers/delete`, { name: ['https://api.example.com'] });
      expect(gone.flash).to.equal('It has been deleted.');
    });
  });

  describe('with identity providers', () => {
    it('add and delete one', async () => {
      const added = await visitor.post(`${path}/providers`, { 'federated-sign-in-options': ['Google'] });
      expect(added.text).to.contain('Google');
      expect(added.progress).to.contain('No longer passed: The user pool is the only provider');
      const gone = await visitor.post(`${path}/providers/delete`, { provider: ['Google'] });
      expect(gone.progress).to.contain('Now passed: The user pool is the only provider');
    });
  });

  describe('to be deleted', () => {
    const field = 'to-confirm-the-deletion-enter-the-name-of-the-user-pool';

    it('want the name', async () => {
      const page = await visitor.post(`${path}/delete`, { [field]: ['another'] });
      expect(page.faults[field]).to.equal('This is not the name of the user pool.');
      expect((await visitor.post(`${path}/delete`, { [field]: ['keke user pool'] })).flash).to.equal(
        'The user pool has been deleted.',
      );
      expect(sandbox.cognito.store.pools.size).to.equal(0);
    });

    it('have the protection and the domain in the way, in AWS’s words', async () => {
      await saveSection('overview', 'deletion-protection', { 'deletion-protection': ['on'] });
      expect((await visitor.post(`${path}/domain`, { 'cognito-domain': ['keke-lab'] })).flash).to.contain('domain');
      const confirmed = { [field]: ['keke user pool'] };
      const guarded = await visitor.post(`${path}/delete`, confirmed);
      expect(guarded.faults['deactivate-deletion-protection']).to.contain('deletion protection is activated');
      const owned = await visitor.post(`${path}/delete`, { ...confirmed, 'deactivate-deletion-protection': ['on'] });
      expect(owned.faults['delete-domain']).to.contain('It has a domain configured that should be deleted first.');
      const gone = await visitor.post(`${path}/delete`, { ...confirmed, 'delete-domain': ['on'] });
      expect(gone.flash).to.equal('The user pool has been deleted.');
    });

    it('are not there once another has deleted it, and say so at each address', async () => {
      const page = await visitor.get(`${path}/security`);
      await sandbox.cognito.call('DeleteUserPool', { UserPoolId: id }, place);
      for (const tab of [
        '',
        '/users',
        '/users/create',
        '/clients',
        '/sign-in',
        '/hand-in',
        '/delete',
        '/snapshot.json',
      ]) {
        const gone = await visitor.get(path + tab);
        expect(gone.status, tab).to.equal(404);
        expect(gone.text, tab).to.contain(`There is no user pool ${id} in this sandbox.`);
      }
      const saved = await visitor.post(`${path}/security/password-policy`, page.values);
      expect(saved.text).to.contain('It may have been deleted meanwhile');
      expect((await visitor.post(`${path}/users/create`, { 'email-address': ['x@example.com'] })).status).to.equal(404);
    });
  });
});

/** What somebody might choose in place of what stands there. */
function anotherValue({ options, kind, values }: Field, now: readonly string[]): string[] {
  const labels = options.map(({ label }) => label);
  if (labels.length > 0) return [labels.find((label) => !now.includes(label)) ?? labels[0] ?? ''];
  if (kind === 'switch') return now.length > 0 ? [] : ['on'];
  if (kind === 'number') return [String(values.max)];
  if (kind === 'table') return ['name: value'];
  return [Array.isArray(values.example) ? values.example.join('\n') : String(values.example)];
}

/** Settings that AWS refuses by themselves. */
const knownTies = ['Choices of first factor', 'MFA methods', 'Attributes that Cognito verifies', 'Email provider'];
