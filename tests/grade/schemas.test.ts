import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { expect } from 'chai';
import { classes } from '../../fixtures/classes';
import gradescopeSchema from '../../fixtures/schemas/gradescope-v1.schema.json';
import resultSchema from '../../fixtures/schemas/result-v1.schema.json';
import summarySchema from '../../fixtures/schemas/summary-v1.schema.json';
import { classJunit } from '../../support/commands/grade/outputs/class-junit';
import { cliFiles } from '../../support/targets/submission/cli-folder';
import { ClassOnDisk } from './class-on-disk';

const ajv = new Ajv({ strict: false });

function expectValid(schema: object, value: unknown): void {
  const fits = ajv.compile(schema);
  expect(fits(value), JSON.stringify(fits.errors)).to.be.true;
}

describe('What grade writes', () => {
  const lab = new ClassOnDisk();
  before(async () => {
    lab.handIn('right');
    lab.handIn('=wrong', { mfa: 'ON' });
    lab.handIn('<broken>', { without: cliFiles.ListUsers });
    lab.write('class/number.json', '{"schema": "cognito-lab/snapshot/v1", "userPoolId": 1e999}');
    lab.write('rubric.json', {
      tasks: { 3: { weight: 0.3 } },
      late: { due_at: '2026-01-01T00:00:00Z', percent_per_day: 1 },
    });
    lab.write('roster.csv', 'student,name\nright,R\n=wrong,\n<broken>,"B, "\nnumber,\nabsent,\u202eA\n');
    await lab.grade('class', '--roster', 'roster.csv', '--rubric', 'rubric.json', '--format', 'gradescope');
  });
  after(() => lab.remove());

  it('is valid by its schemas: the summary, each result, and what Gradescope takes', () => {
    expectValid(summarySchema, lab.summary());
    expect(Object.values(lab.statuses())).to.deep.equal(['graded', 'graded', 'error', 'error', 'not-handed-in']);
    const names = readdirSync(lab.path('out/results')).filter((name) => name.endsWith('.json'));
    expect(names).to.have.lengthOf(2 * 4);
    for (const name of names)
      expectValid(
        name.includes('.gradescope') ? gradescopeSchema : resultSchema,
        JSON.parse(lab.out(`results/${name}`)),
      );
  });

  it('has nothing in place of a grade that there is not: blank is not 0, in any of them', () => {
    const { learners } = lab.summary();
    for (const learner of learners.filter(({ status }) => status !== 'graded')) {
      expect(learner, learner.student).not.to.have.any.keys('score', 'passed');
      const row = lab.gradebook().find(({ student }) => student?.replace(/^'/, '') === learner.student);
      expect([row?.total, row?.possible]).to.deep.equal(['', '']);
      if (learner.files) expect(lab.out(learner.files.page)).not.to.match(/<strong>[\d.]+<\/strong> of/);
      if (learner.files) expect(JSON.parse(lab.out(learner.files.result))).not.to.have.property('grade');
    }
    const suites = lab.out('junit.xml').split('<testsuite ');
    expect(suites.find((suite) => suite.includes('name="absent"')))
      .to.include('skipped="7"')
      .and.include('failures="0"');
    expect(suites.find((suite) => suite.includes('name="number"')))
      .to.include('errors="7"')
      .and.include('failures="0"');
  });

  it('is JUnit as its schema has it, whatever the names are', async () => {
    const libxml = await import('libxml2-wasm');
    const xsd = readFileSync(join(__dirname, '../../fixtures/schemas/junit.xsd'), 'utf8');
    const schema = libxml.XmlDocument.fromString(xsd);
    const validator = libxml.XsdValidator.fromDoc(schema);
    for (const text of [
      lab.out('junit.xml'),
      ...Object.values(classes).map((summary) => [...classJunit(summary)].join('')),
    ]) {
      const document = libxml.XmlDocument.fromString(text);
      validator.validate(document);
      document.dispose();
    }
    validator.dispose();
    schema.dispose();
  });
});
