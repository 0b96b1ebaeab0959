import { expect } from 'chai';
import { jsonFault } from './json-fault';

const faultOf = (text: string): string => {
  try {
    JSON.parse(text);
  } catch (error) {
    return jsonFault(error, text);
  }
  throw new Error('It is JSON.');
};

describe('What is wrong with a JSON text', () => {
  const cases: [text: string, fault: string][] = [
    ['', 'it ends too early'],
    ['{"Password": "marked-secret', 'it ends too early'],
    ['marked-secret', 'it is not well formed'],
    ['{\n"Password": marked-secret}', 'it is not well formed in line 2'],
    ['{\n"a": 1,\n"Password": "marked-secret" "b": 1\n}', 'it is not well formed in line 3'],
    [`[\n${'1,\n'.repeat(40)}marked-secret, 2, 3, 4, 5, 6, 7]`, 'it is not well formed in line 42'],
  ];
  for (const [text, fault] of cases)
    it(`is ${fault}: ${JSON.stringify(text).slice(0, 50)}`, () => {
      expect(faultOf(text)).to.equal(fault);
    });

  it('is never said in words of the text', () => {
    for (let cut = 0; cut < 30; cut++) {
      const secret = 'marked-secret';
      const text = `${' '.repeat(cut)}{"ClientSecret": ${secret}}${' '.repeat(cut)}`;
      expect(faultOf(text)).not.to.match(/mark|secret/i);
    }
  });
});
