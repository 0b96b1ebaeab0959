import { expect } from 'chai';
import { parseInput } from './parse-input';

const parsed = (text: string) => parseInput(Buffer.from(text));
const refusal = (body: Buffer | string): { code: string; message: string } => {
  try {
    parseInput(Buffer.from(body));
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('accepted');
};

describe('the input of a call', () => {
  it('is the JSON object of the body', () => {
    expect(parsed('{"a":[1,{"b":null}]}')).to.deep.equal({ a: [1, { b: null }] });
  });

  for (const body of ['', '{', 'null', '"x"', '1', '{"a":1,}', '{}{}'])
    it(`is refused without a text for ${JSON.stringify(body)}`, () => {
      expect(refusal(body)).to.include({ code: 'SerializationException', message: '' });
    });

  it('is refused with AWS’s text for a list', () => {
    expect(refusal('[]').message).to.equal('Start of list found where not expected');
  });

  it('is refused where it is not UTF-8', () => {
    expect(refusal(Buffer.from([0x22, 0xff, 0x22])).code).to.equal('SerializationException');
  });

  it('is refused where it is nested deeper than anything can mean, without running out of stack', () => {
    expect(refusal(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`).code).to.equal('SerializationException');
    expect(refusal(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`).code).to.equal('SerializationException');
  });

  it('cannot bring a prototype with it', () => {
    const input = parsed('{"a":{"__proto__":{"evil":1}},"__proto__":{"evil":1},"\\u005f_proto__":{"evil":1}}');
    expect(Object.assign({}, input)).not.to.have.property('evil');
    expect(Object.assign({}, input.a)).not.to.have.property('evil');
  });
});
