import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type * as Libxml from 'libxml2-wasm' with { 'resolution-mode': 'import' };
import { hostileTexts, samples } from '../../fixtures/results';
import type { LabResult } from '../lab/result/result';
import { junit } from './junit';
import { oneLine } from '../common/text/plain-text';

const options = { colour: false, width: 100, unicode: true };

describe('The JUnit report', () => {
  let libxml: typeof Libxml;
  const opened: { dispose(): void }[] = [];

  before(async () => {
    libxml = await import('libxml2-wasm');
  });

  afterEach(() => {
    for (const resource of opened.splice(0).reverse()) resource.dispose();
  });

  function parse(text: string): Libxml.XmlDocument {
    const document = libxml.XmlDocument.fromString(text);
    opened.push(document);
    return document;
  }

  const elements = (document: Libxml.XmlDocument, xpath: string): Libxml.XmlElement[] =>
    document.find(xpath) as Libxml.XmlElement[];

  const attribute = (element: Libxml.XmlElement | undefined, name: string): string | undefined =>
    element?.attr(name)?.value;

  const schemaFile = path.join(__dirname, '../../fixtures/schemas/junit.xsd');

  for (const [name, sample] of Object.entries(samples))
    it(`is as the common schema has it: ${name}`, () => {
      const validator = libxml.XsdValidator.fromDoc(parse(readFileSync(schemaFile, 'utf8')));
      opened.push(validator);
      const document = parse(junit(sample, options));
      expect(() => validator.validate(document)).not.to.throw();
    });

  for (const [name, sample] of Object.entries(samples))
    it(`counts what it holds: ${name}`, () => {
      const document = parse(junit(sample, options));
      for (const element of elements(document, '//testsuites | //testsuite'))
        for (const [total, children] of [
          ['tests', 'testcase'],
          ['failures', 'failure'],
          ['errors', 'error'],
          ['skipped', 'skipped'],
        ] as const)
          if (element.name === 'testsuites' && total === 'skipped') expect(attribute(element, total)).to.be.undefined;
          else expect(attribute(element, total)).to.equal(`${element.find(`.//${children}`).length}`);
    });

  it('has a suite for each task and a case for each check', () => {
    const document = parse(junit(samples.failing, options));
    expect(elements(document, '//testsuite').map((suite) => attribute(suite, 'name'))).to.deep.equal(
      samples.failing.tasks.map(({ id, title }) => `Task ${id}: ${title}`),
    );
    expect(elements(document, '//testcase').map((testcase) => attribute(testcase, 'name'))).to.deep.equal(
      samples.failing.tasks.flatMap(({ checks }) => checks.map(({ id, title }) => `${id}: ${title}`)),
    );
  });

  it('shows each mistake once: blocked checks are skipped and say by what', () => {
    const document = parse(junit(samples.failing, options));
    const [blocked] = elements(document, '//testcase[starts-with(@name, "first-sign-in")]/skipped');
    expect(attribute(blocked, 'message')).to.equal('It needs "required-attributes" to pass first.');
    expect(elements(document, '//failure')).to.have.lengthOf(5);
  });

  it('is red for a blocked check whose cause is in another task', () => {
    const alone: LabResult = { ...samples.failing, tasks: samples.failing.tasks.filter(({ id }) => id === 8) };
    const [failure] = elements(parse(junit(alone, options)), '//failure');
    expect(attribute(failure, 'type')).to.equal('blocked');
  });

  it('has no score for a task that could not be checked', () => {
    const document = parse(junit(samples['could-not-look'], options));
    expect(elements(document, '//testsuite[starts-with(@name, "Task 8")]//property[@name="score"]')).to.be.empty;
    expect(elements(document, '//error').map((error) => attribute(error, 'message'))).to.include(
      'No permission for ListUsers.',
    );
  });

  it('says how long the run took, in seconds with three decimals at most', () => {
    const [root] = elements(parse(junit(samples.failing, options)), '/testsuites');
    expect(attribute(root, 'time')).to.equal('6.73');
  });

  it('gives back every text as it was, as text', () => {
    const document = parse(junit(samples.hostile, options));
    const messages = elements(document, '//@message').map((message) => (message as unknown as { value: string }).value);
    for (const [name, text] of Object.entries(hostileTexts)) expect(messages, name).to.include(oneLine(text));
    expect(elements(document, '//failure[@message="forged"]')).to.be.empty;
  });
});
