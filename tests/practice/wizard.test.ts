import { expect } from 'chai';
import { readLab } from '../../support/lab/lab-folder';
import { valuesOfSolution } from '../../support/practice/forms/form-solution';
import { fieldsOf, steps } from '../../support/practice/wizard/steps';
import type { RunningServer } from '../../support/simulator/server/start-server';
import { solutionWith } from '../lab/run';
import { startPractice, Visitor } from './visitor';

const model = readLab().solution;
const filled = (number: number, solution = model) => valuesOfSolution(fieldsOf(steps[number - 1]!), solution);

describe('The wizard', () => {
  let sandbox: RunningServer;
  let visitor: Visitor;
  const pools = () => [...sandbox.cognito.store.pools.values()];

  beforeEach(async () => {
    sandbox = await startPractice();
    visitor = new Visitor(sandbox.url);
  });
  afterEach(() => sandbox.close());

  it('creates nothing before its last button, and then what the model solution creates', async () => {
    const review = await visitor.wizard(model);
    expect(review.heading).to.equal('Review and create');
    expect(review.text).to.contain('Preferred username').and.to.contain('keke user pool');
    expect(pools()).to.have.lengthOf(0);
    const page = await visitor.post(review.forms[0] ?? '');
    expect(page.flash).to.contain('The user pool has been created');
    expect(pools().map(({ name }) => name)).to.deep.equal(['keke user pool']);
    // Only Task 8 is left.
    expect(page.progress).to.contain('21 of 24 points').and.to.contain('Now passed: There is a user pool');
  });

  it('has the steps in the tutorial’s words and order', async () => {
    const titles: string[] = [];
    let page = await visitor.get('/create/new/1');
    for (const step of steps) {
      titles.push(page.heading);
      page = await visitor.post(page.forms[0] ?? '', filled(step.number));
    }
    expect([...titles, page.heading]).to.deep.equal([
      'Step 1: Configure sign-in experience',
      'Step 2: Configure security requirements',
      'Step 3: Configure sign-up experience',
      'Step 4: Configure message delivery',
      'Step 5: Integrate your app',
      'Review and create',
    ]);
  });

  it('says at its field what is missing, and keeps what was filled in', async () => {
    const page = await visitor.post('/create/new/1', { 'provider-types': ['Cognito user pool'] });
    expect(page.status).to.equal(422);
    expect(page.faults).to.deep.equal({ 'cognito-user-pool-sign-in-options': 'Select at least one sign-in option.' });
    expect(page.alert).to.contain('Select at least one sign-in option.');
    expect(page.values['provider-types']).to.deep.equal(['Cognito user pool']);
  });

  it('says AWS’s own refusal at its field, at the step that it is of', async () => {
    let page = await visitor.get('/create/new/1');
    for (const number of [1, 2, 3]) page = await visitor.post(page.forms[0] ?? '', filled(number));
    page = await visitor.post(page.forms[0] ?? '', { 'email-provider': ['Send email with Amazon SES'] });
    expect(page.heading).to.equal('Step 4: Configure message delivery');
    expect(page.faults).to.deep.equal({
      'ses-identity': 'InvalidParameterException: Source ARN is required to use DEVELOPER email sending owner',
    });
    expect(page.values['email-provider']).to.deep.equal(['Send email with Amazon SES']);
  });

  it('does not leave half a pool behind where AWS refuses the app client', async () => {
    let page = await visitor.get('/create/new/1');
    for (const number of [1, 2, 3, 4]) page = await visitor.post(page.forms[0] ?? '', filled(number));
    page = await visitor.post(page.forms[0] ?? '', { ...filled(5), 'app-client-name': ['keke!client'] });
    expect(page.faults['app-client-name']).to.contain(
      "1 validation error detected: Value 'keke!client' at 'clientName' failed to satisfy constraint",
    );
    expect(pools()).to.have.lengthOf(0);
  });

  it('lets a step choose what a later one has to complete: SMS, which Step 4 gives a role', async () => {
    let page = await visitor.get('/create/new/1');
    page = await visitor.post(page.forms[0] ?? '', filled(1));
    const sms = { ...filled(2), 'mfa-enforcement': ['Optional MFA'], 'mfa-methods': ['SMS message'] };
    page = await visitor.post(page.forms[0] ?? '', sms);
    const verification = 'Send SMS message if phone number is available, otherwise send email message';
    page = await visitor.post(page.forms[0] ?? '', {
      ...filled(3),
      'attribute-verification-and-user-account-confirmation': [verification],
    });
    expect(page.heading, page.alert).to.equal('Step 4: Configure message delivery');
    page = await visitor.post(page.forms[0] ?? '', filled(4));
    expect(page.faults['iam-role-for-sms']).to.contain('SMS configuration is required');
    page = await visitor.post(page.forms[0] ?? '', {
      ...filled(4),
      'iam-role-for-sms': ['arn:aws:iam::123456789012:role/lab-sms'],
      'external-id-of-the-iam-role-for-sms': ['lab'],
    });
    expect(page.heading, page.alert).to.equal('Step 5: Integrate your app');
  });

  it('says at the review what only all steps together make AWS refuse, and creates nothing', async () => {
    const page = await visitor.wizard(model);
    const id = /\/create\/([^/]+)\//.exec(page.forms[0] ?? '')?.[1] ?? '';
    const sms = { ...filled(2), 'mfa-enforcement': ['Optional MFA'], 'mfa-methods': ['SMS message'] };
    await visitor.post(`/create/${id}/2`, sms);
    const review = await visitor.post(`/create/${id}/review`);
    expect(review.status, review.alert).to.equal(422);
    expect(review.alert).to.match(/Exception: /);
    expect(pools()).to.have.lengthOf(0);
  });

  describe('out of order', () => {
    it('leads to the first step that is open, and keeps what came too early', async () => {
      const early = await visitor.get('/create/new/4');
      expect(early.heading).to.equal('Step 1: Configure sign-in experience');
      expect(early.flash).to.contain('This step comes first');
      const sent = await visitor.post('/create/new/4', filled(4));
      expect(sent.heading).to.equal('Step 1: Configure sign-in experience');
      const id = /\/create\/([^/]+)\//.exec(sent.forms[0] ?? '')?.[1] ?? '';
      for (const number of [1, 2, 3]) await visitor.post(`/create/${id}/${number}`, filled(number));
      expect((await visitor.get(`/create/${id}/4`)).values['email-provider']).to.deep.equal([
        'Send email with Cognito',
      ]);
      expect((await visitor.get(`/create/${id}/review`)).heading).to.equal('Step 5: Integrate your app');
    });

    it('creates one pool of a form that is sent twice', async () => {
      const review = await visitor.wizard(model);
      const action = review.forms[0] ?? '';
      const both = await Promise.all([visitor.post(action), visitor.post(action)]);
      expect(pools()).to.have.lengthOf(1);
      expect(both.map(({ flash }) => flash).join()).to.contain('it was not created twice');
      expect((await visitor.post(action)).flash).to.contain('it was not created twice');
    });

    it('goes back from the review with the back button, and takes the change', async () => {
      const review = await visitor.wizard(model);
      const id = /\/create\/([^/]+)\//.exec(review.forms[0] ?? '')?.[1] ?? '';
      const again = await visitor.post(`/create/${id}/5`, { ...filled(5), 'user-pool-name': ['another name'] });
      expect(again.heading).to.equal('Review and create');
      await visitor.post(again.forms[0] ?? '');
      expect(pools().map(({ name }) => name)).to.deep.equal(['another name']);
    });

    it('makes another pool of a wizard that has made one, and says so', async () => {
      const review = await visitor.wizard(model);
      await visitor.post(review.forms[0] ?? '');
      const id = /\/create\/([^/]+)\//.exec(review.forms[0] ?? '')?.[1] ?? '';
      const again = await visitor.post(`/create/${id}/5`, { ...filled(5), 'user-pool-name': ['the second'] });
      expect(again.flash).to.contain('This makes another one');
      await visitor.post(again.forms[0] ?? '');
      expect(pools().map(({ name }) => name)).to.deep.equal(['keke user pool', 'the second']);
    });

    it('keeps two tabs apart', async () => {
      const one = await visitor.wizard(model);
      const other = await visitor.wizard(solutionWith(7, { 'User pool name': 'of the other tab' }));
      await visitor.post(one.forms[0] ?? '');
      await visitor.post(other.forms[0] ?? '');
      expect(pools().map(({ name }) => name)).to.deep.equal(['keke user pool', 'of the other tab']);
    });

    it('begins again where its answers are gone, and keeps what was just sent', async () => {
      const page = await visitor.post('/create/gone/3', filled(3));
      expect(page.heading).to.equal('Step 1: Configure sign-in experience');
      expect(page.flash).to.contain('no longer here');
      expect((await visitor.post('/create/gone/review')).flash).to.contain('no longer here');
      expect((await visitor.get('/create/gone/2')).flash).to.contain('no longer here');
    });
  });

  describe('with odd input', () => {
    it('takes names of any script and direction, and shows them as text', async () => {
      for (const name of ['名前 الاسم', '<b>bold</b>', '\u202eevil', '" onfocus="alert(1)']) {
        let page = await visitor.get('/create/new/1');
        for (const number of [1, 2, 3, 4]) page = await visitor.post(page.forms[0] ?? '', filled(number));
        page = await visitor.post(page.forms[0] ?? '', { ...filled(5), 'user-pool-name': [name] });
        expect(page.values['user-pool-name'] ?? [name], name).to.deep.equal([name]);
        expect(page.all('b'), name).to.deep.equal([]);
        expect(page.text).to.contain(name.replace('\u202e', ''));
      }
    });

    it('says of a field of a megabyte that it is too long, at the field', async () => {
      let page = await visitor.get('/create/new/1');
      for (const number of [1, 2, 3, 4]) page = await visitor.post(page.forms[0] ?? '', filled(number));
      const large = 'x'.repeat(1_000_000);
      page = await visitor.post(page.forms[0] ?? '', { ...filled(5), 'user-pool-name': [large] });
      expect(page.faults['user-pool-name']).to.equal(
        'This is too long: 1,000,000 characters. At most 20,000 fit here.',
      );
      expect(page.values['user-pool-name']).to.deep.equal([large]);
    });

    it('answers a form that is larger than that with a page', async () => {
      const page = await visitor.post('/create/new/1', { 'provider-types': ['x'.repeat(2_000_000)] });
      expect(page.status).to.equal(413);
      expect(page.heading).to.equal('This was not accepted');
      expect(page.text).to.contain('larger than a megabyte');
    });

    it('takes no option that it does not offer', async () => {
      const page = await visitor.post('/create/new/1', {
        'provider-types': ['Cognito user pool'],
        'cognito-user-pool-sign-in-options': ['Fax'],
      });
      expect(page.faults['cognito-user-pool-sign-in-options']).to.contain('"Fax" is not a known sign-in option.');
    });
  });
});
