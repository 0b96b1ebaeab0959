import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { classes } from '../../../../fixtures/classes';
import { hostileTexts } from '../../../../fixtures/results';
import { elementsOf } from '../../../../tests/html-tree';
import { classPage } from './class-page';
import { plainText } from '../../../common/text/plain-text';

const own =
  'html head meta title style body header main footer section h1 h2 p ul ol li dl dt dd div span strong code a bdi meter wbr table thead tbody tr th td svg rect text';

const squeeze = (text: string): string => text.replace(/\s+/g, '');

describe('The page about a class', () => {
  for (const [name, summary] of Object.entries(classes)) {
    const elements = elementsOf(classPage(summary));
    const named = (tag: string): typeof elements => elements.filter((element) => element.name === tag);

    it(`consists of its own elements and attributes: ${name}`, () => {
      for (const element of elements) {
        expect(own.split(' '), element.text.slice(0, 80)).to.include(element.name);
        for (const attribute of Object.keys(element.attributes)) expect(attribute).not.to.match(/^on|^style$|^src/);
      }
    });

    it(`lets nothing through but its own style: ${name}`, () => {
      const [style, ...others] = named('style');
      const hash = createHash('sha256')
        .update(style?.text ?? '')
        .digest('base64');
      const [policy] = named('meta').filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
      expect(others).to.be.empty;
      expect(policy?.attributes.content).to.include(`default-src 'none'; style-src 'sha256-${hash}'`);
      expect(style?.text).not.to.match(/url\(|@import/);
    });

    it(`leads to files below its own folder only: ${name}`, () => {
      for (const { attributes } of named('a')) {
        expect(attributes.href).to.match(/^\.\/[^/]/);
        const { origin, pathname } = new URL(attributes.href ?? '', 'http://here.invalid/class/report.html');
        expect(`${origin}${pathname}`).to.match(/^http:\/\/here\.invalid\/class\/[^/]/);
      }
    });

    it(`has a cell for each learner, task and total: ${name}`, () => {
      const looked = summary.learners.filter(({ evidence }) => evidence !== undefined).length;
      expect(named('td')).to.have.lengthOf(looked * (summary.tasks.length + 1));
    });
  }

  const mixed = elementsOf(classPage(classes.mixed));
  const rowOf = (student: string): string =>
    mixed.find(({ name, text }) => name === 'tr' && text.includes(student))?.text ?? '';

  it('says each state as a word', () => {
    const states = mixed.filter(({ attributes }) => attributes.class === 'state').map(({ text }) => text);
    expect(new Set(states)).to.have.all.keys('passed', 'failed', 'blocked', 'could not look');
  });

  it('takes no longer a learner for a hundred thousand without a grade than for ten', function () {
    this.timeout(30_000);
    const couldNotGrade = Array.from({ length: 100_000 }, (_, at) => ({
      student: `S-${at}`,
      status: 'not-handed-in' as const,
      reasons: [{ reason: 'Nothing was handed in.' }],
    }));
    expect(classPage({ ...classes.empty, couldNotGrade })).to.include('S-99999');
  });

  it('shows no score where there is no grade: blank is not 0', () => {
    const row = rowOf('Fatima Zahra');
    expect(row).to.include('no grade').and.to.include('could not look');
    expect(row).not.to.match(/\b0 of/);
  });

  it('keeps verified and self-reported apart', () => {
    const sections = mixed.filter(({ name, attributes }) => name === 'section' && attributes['aria-labelledby']);
    const textOf = (id: string): string =>
      sections.find(({ attributes }) => attributes['aria-labelledby'] === id)?.text ?? '';
    expect(textOf('verified')).to.include('Bao Nguyễn').and.not.to.include('Chinedu Okafor');
    expect(textOf('self-reported')).to.include('Chinedu Okafor').and.not.to.include('Bao Nguyễn');
  });

  it('says each reason once, with all whom it concerns', () => {
    const causes = mixed.filter(({ attributes }) => attributes.class === 'cause').map(({ text }) => squeeze(text));
    expect(causes).to.deep.equal([
      squeeze(
        'list-users.json is missing. Remedy: Add list-users.json to the submission. Fatima Zahra S-106 Gustavo Lima S-107',
      ),
      squeeze('Nothing was handed in. Hana Suzuki S-108 محمد الفارسي S-109'),
    ]);
  });

  it('shows every word of a text from outside, as text', () => {
    const [page] = elementsOf(classPage(classes.hostile));
    for (const [name, text] of Object.entries(hostileTexts))
      expect(squeeze(page?.text ?? ''), name).to.include(squeeze(plainText(text)));
  });

  it('names settings in the words of the lab, with the name of the API beside them', () => {
    const [missed] = mixed.filter(({ attributes }) => attributes['aria-labelledby'] === 'missed');
    expect(missed?.text).to.match(/Password policy: Minimum length\s.*Policies\.PasswordPolicy\.MinimumLength/);
    expect(missed?.text).to.match(/App client name\s.*UserPoolClients\[\]\.ClientName/);
  });

  it('shows first who could not be graded, and the distribution of points with its words', () => {
    const ids = mixed.flatMap(({ name, attributes }) => (name === 'section' ? attributes['aria-labelledby'] : []));
    expect(ids[0]).to.equal('ungraded');
    const chart = mixed.find(({ name }) => name === 'svg');
    expect(chart?.attributes['aria-label']).to.match(/^0–1 points: 1 learner; 2–3 points: 0 learners; /);
    expect(elementsOf(classPage(classes.empty)).some(({ name }) => name === 'svg')).to.be.false;
  });

  it('sorts and filters above 50 learners only, by a script that its policy names', () => {
    const [learner] = classes.mixed.learners;
    const learners = Array.from({ length: 51 }, () => structuredClone(learner)).filter((each) => each !== undefined);
    const scriptOf = (many: number): { script?: string; policy: string } => {
      const elements = elementsOf(classPage({ ...classes.mixed, learners: learners.slice(0, many) }));
      return {
        script: elements.find(({ name }) => name === 'script')?.text,
        policy: elements.find(({ attributes }) => attributes['http-equiv'])?.attributes.content ?? '',
      };
    };
    expect(scriptOf(50).script).to.be.undefined;
    expect(scriptOf(50).policy).not.to.include('script-src');
    const { script = '', policy } = scriptOf(51);
    expect(policy).to.include(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`);
  });

  it('is there for a class of nobody', () => {
    const [page] = elementsOf(classPage(classes.empty));
    expect(page?.text).to.include('0 of 0 learners graded');
  });
});
