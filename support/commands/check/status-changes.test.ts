import { expect } from 'chai';
import { samples } from '../../../fixtures/results';
import { changesBetween, statusesOf } from './status-changes';

describe('What changed since the last look', () => {
  it('is each check that is in another state', () => {
    expect(
      changesBetween({ a: 'failed', b: 'passed', c: 'passed' }, { a: 'passed', b: 'passed', c: 'blocked' }),
    ).to.deep.equal([
      { id: 'a', from: 'failed', to: 'passed' },
      { id: 'c', from: 'passed', to: 'blocked' },
    ]);
  });

  it('is nothing where a check was not known before', () => {
    expect(changesBetween({}, { a: 'passed' })).to.deep.equal([]);
    expect(changesBetween(Object.create({ a: 'failed' }) as never, { a: 'passed' })).to.deep.equal([]);
  });

  it('leaves out what could not be looked at: that says nothing about the pool', () => {
    const { tasks } = samples['could-not-look'];
    const all = tasks.flatMap(({ checks }) => checks);
    const known = Object.values(statusesOf(samples['could-not-look']));
    expect(known).to.not.include('error').and.not.include('skipped');
    expect(known).to.have.lengthOf(all.filter(({ status }) => status !== 'error' && status !== 'skipped').length);
  });
});
