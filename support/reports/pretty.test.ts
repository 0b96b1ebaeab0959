import { stripVTControlCharacters } from 'node:util';
import { expect } from 'chai';
import stringWidth from 'string-width';
import { hostileTexts, samples } from '../../fixtures/results';
import { pretty } from './pretty';
import { plainText } from '../common/text/plain-text';

const options = { colour: false, width: 80, unicode: true };

describe('The report for a terminal', () => {
  for (const width of [40, 48, 80, 100])
    it(`keeps to ${width} columns, and breaks no URL`, () => {
      for (const sample of [samples['all-passed'], samples.failing, samples['could-not-look']])
        for (const line of pretty(sample, { ...options, width }).split('\n'))
          if (!line.includes('https://')) expect(stringWidth(line), line).to.be.at.most(width);
      expect(pretty(samples.failing, { ...options, width })).to.include(
        'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
      );
    });

  it('keeps to the columns whatever is in the result', () => {
    for (const line of pretty(samples.hostile, options).split('\n'))
      if (!line.includes('://')) expect(stringWidth(line), line).to.be.at.most(80);
  });

  it('uses no more than 100 columns and no fewer than 40, and 80 where nobody knows', () => {
    const at = (width: number): string => pretty(samples.failing, { ...options, width });
    expect(at(300)).to.equal(at(100));
    expect(at(12)).to.equal(at(40));
    expect(at(NaN)).to.equal(at(80));
  });

  it('says nothing by colour alone', () => {
    const coloured = pretty(samples.failing, { ...options, colour: true });
    expect(coloured).to.include('\u001b[');
    expect(stripVTControlCharacters(coloured)).to.equal(pretty(samples.failing, options));
  });

  it('is ASCII where the terminal has no more', () => {
    expect(pretty(samples.failing, { ...options, unicode: false })).to.match(/^[\n -~]*$/);
  });

  it('puts blocked checks under their cause', () => {
    expect(pretty(samples.failing, { ...options, width: 100 })).to.match(
      /Blocked until required-attributes passes:\n.*lacks a required attribute.*sign-up-needs-attributes\n.*first-sign-in\n/,
    );
  });

  it('claims no score when something could not be checked', () => {
    const text = pretty(samples['could-not-look'], options);
    expect(text).to.include('No score: 3 checks could not be completed.');
    expect(text).not.to.match(/Score:|0 of 2 points/);
    expect(text).to.match(/\? Task 8: Review +could not look, not graded/);
    expect(text).to.match(/Could not look, so not graded\n {2}No permission for ListIdentityProviders/);
  });

  it('says once why checks were skipped', () => {
    const text = pretty(samples['could-not-look'], { ...options, width: 100 });
    expect(text.match(/exists already is only read/g)).to.have.lengthOf(1);
    expect(text).to.include('7 checks skipped, not counted in the score.');
  });

  it('shows every word of a text from outside', () => {
    const text = squeeze(pretty(samples.hostile, options));
    for (const [name, hostile] of Object.entries(hostileTexts))
      expect(text, name).to.include(squeeze(plainText(hostile)));
  });

  it('shows values that differ only in what nobody sees as different', () => {
    const spoiled = structuredClone(samples.failing);
    const finding = spoiled.tasks.at(-2)?.checks.find(({ id }) => id === 'app-client')?.findings[0];
    if (!finding) throw new Error('The sample has no finding there.');
    finding.actual = 'kekeclient\u200b';
    expect(pretty(spoiled, options)).to.include(String.raw`found       "kekeclient\u200b"`);
  });
});

const squeeze = (text: string): string => text.replace(/\s+/g, '');
