import { environment, loadDotenv } from '../config/environment';
import { openTarget } from '../targets/open';
import { LabSession } from './session';

/** The session of `npx cucumber-js`, which knows nothing but its profile and the environment. */
export async function openOwnSession(target: 'mock' | 'aws'): Promise<LabSession> {
  loadDotenv();
  const { userPoolName, userPoolId } = environment();
  const options = { target, userPoolName, ...(target === 'aws' && { userPoolId }) };
  return new LabSession(await openTarget(options), { userPoolName });
}
