import { join } from 'node:path';
import { expect } from 'chai';
import { stateFolder } from './state-folder';

describe('The folder for what is remembered', () => {
  it('is where the user wants it, or where such things are', () => {
    expect(stateFolder({ XDG_STATE_HOME: '/state' }, 'linux', '/home/a')).to.equal(join('/state/cognito-lab'));
    expect(stateFolder({}, 'linux', '/home/a')).to.equal(join('/home/a/.local/state/cognito-lab'));
    expect(stateFolder({ LOCALAPPDATA: '/local' }, 'win32', '/home/a')).to.equal(join('/local/cognito-lab/state'));
  });

  it('is never relative to wherever the program is run, and may not be at all', () => {
    expect(stateFolder({ XDG_STATE_HOME: 'state' }, 'linux', '/home/a')).to.equal(
      join('/home/a/.local/state/cognito-lab'),
    );
    for (const home of ['', '/', 'relative']) expect(stateFolder({}, 'linux', home)).to.be.undefined;
    expect(stateFolder({}, 'win32', '/home/a')).to.be.undefined;
  });
});
