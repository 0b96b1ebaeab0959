import { expect } from 'chai';
import { samples } from '../../../fixtures/results';
import { limitHints } from './limit-hints';

describe('The advice in a result', () => {
  const { failing } = samples;
  const text = (level: 'none' | 'hint' | 'fix'): string => JSON.stringify(limitHints(failing, level));

  it('is all there at the highest level', () => {
    expect(limitHints(failing, 'fix')).to.deep.equal(failing);
    expect(text('fix')).to.include('aws cognito-idp');
  });

  it('has no commands and no answers with hints alone', () => {
    expect(text('hint')).to.not.match(/aws cognito-idp|"choices"/);
    expect(text('hint')).to.include('Classic wizard');
    expect(limitHints(failing, 'hint').shortestFix?.kind).to.equal('recreate');
  });

  it('has nothing but what is wrong without hints', () => {
    const checks = limitHints(failing, 'none').tasks.flatMap((task) => task.checks);
    for (const check of checks)
      expect(check).to.include({ hint: '', console: '', docs: '' }).and.not.have.property('fix');
    expect(text('none')).to.not.include('shortestFix');
  });

  it('changes no verdict and no finding', () => {
    for (const level of ['none', 'hint'] as const) {
      const limited = limitHints(failing, level);
      expect(limited.score).to.deep.equal(failing.score);
      expect(
        limited.tasks.flatMap(({ checks }) => checks.map(({ status, findings }) => [status, findings])),
      ).to.deep.equal(failing.tasks.flatMap(({ checks }) => checks.map(({ status, findings }) => [status, findings])));
    }
  });
});
