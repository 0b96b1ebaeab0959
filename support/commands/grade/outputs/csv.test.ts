import { parse } from 'csv-parse/sync';
import { expect } from 'chai';
import fc from 'fast-check';
import { csv } from './csv';

describe('CSV', () => {
  it('is read back as it was, whatever is in a cell and between cells', () => {
    const unit = fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', "'");
    const cell = fc.string({ unit }).filter((text) => !text.startsWith('\r'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('k'), cell, cell)),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          expect(parse(csv(rows, { delimiter }), { delimiter, record_delimiter: '\n' })).to.deep.equal(rows);
        },
      ),
    );
  });

  it('keeps a text that a spreadsheet would evaluate a text, and a number a number', () => {
    const texts = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\uff1d1', '\uff0b1', '\uff0d1', '\uff201'];
    for (const text of texts) expect(csv([[text]]), text).to.equal(`'${text}\n`);
    expect(csv([['\r=1']])).to.equal(`"'\r=1"\n`);
    expect(csv([['-', -1, 'a=1', ' =1']])).to.equal('-,-1,a=1, =1\n');
    expect(csv([['-1,5']], { delimiter: ';', asNumbers: /^-(\d+([.,]\d+)?)?$/ })).to.equal('-1,5\n');
  });

  it('begins with a byte order mark where one is asked for', () => {
    expect(csv([['a', 1]], { bom: true })).to.equal('\ufeffa,1\n');
  });
});
