import { expect } from 'chai';
import type * as Libxml from 'libxml2-wasm' with { 'resolution-mode': 'import' };
import { junitXml, type TestCase } from './junit-xml';

const failure = (text: string): TestCase => ({ name: text, state: 'failure', message: text, type: 'failed', text });

const written = (student: string, text = 'wrong'): string =>
  [
    ...junitXml('class', [student], () => ({ name: student, classname: ['grade', student], cases: [failure(text)] })),
  ].join('');

describe('JUnit XML', () => {
  let libxml: typeof Libxml;
  before(async () => {
    libxml = await import('libxml2-wasm');
  });

  const cases: Record<string, string> = {
    'jane.doe@uni.edu': 'cognito-lab.grade.jane_doe@uni_edu',
    'S-17': 'cognito-lab.grade.S-17',
    'ends.': 'cognito-lab.grade.ends_',
    '...': 'cognito-lab.grade.___',
    '\u200b': 'cognito-lab.grade.unnamed',
  };
  for (const [student, classname] of Object.entries(cases))
    it(`names a class that Jenkins splits where it should: ${JSON.stringify(student)}`, () => {
      expect(/classname="([^"]*)"/.exec(written(student))?.[1]).to.equal(classname);
    });

  it('is well formed whatever a text holds, and keeps its lines and its indentation', () => {
    const text = 'first\n  second\n]]></failure> \ud800 lone \ufffe \u0001 \u001b[31m';
    const document = libxml.XmlDocument.fromString(written('S-17', text));
    const [found] = document.find('//failure') as Libxml.XmlElement[];
    expect(found?.content).to.equal('first\n  second\n]]></failure> \ufffd lone   ');
    document.dispose();
  });

  it('has no more than three decimals, and no time that is unknown', () => {
    const timed = (seconds?: number): string =>
      [...junitXml('x', [], () => ({ name: '', classname: [], cases: [] }), seconds)].join('');
    expect(timed(0.123456)).to.include('time="0.123"');
    expect(timed(100)).to.include('time="100"');
    expect(timed()).to.include('time="0"');
  });
});
