import { readDifferences } from './differences';
import { missingForCognitoLocal, startCognitoLocal } from './emulator';
import { testExistingPools } from './existing-pools';
import { testPlayedLab } from './played-lab';
import { Rig, skipWithout } from './rig';

/** In milliseconds: the first run on a machine downloads 128 MB. */
const downloadWithin = 600_000;

describe('check on cognito-local', function () {
  const differences = readDifferences('cognito-local');
  let rig: Rig;
  const started = (): Rig => rig;

  before(async function () {
    this.timeout(downloadWithin);
    skipWithout(this, await missingForCognitoLocal());
    rig = await Rig.start(startCognitoLocal);
  });
  after(() => (rig as Rig | undefined)?.stop());

  describe('the lab played', () => testPlayedLab(differences, started));

  describe('a pool that exists', () => testExistingPools(differences, started));
});
