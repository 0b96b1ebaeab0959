import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder for what the program remembers of its own, by the XDG Base Directory Specification and Windows' known
 * folders. It may not exist.
 *
 * @returns undefined where the user has none
 */
export function stateFolder(
  { XDG_STATE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string | undefined {
  // A relative path is to be ignored, as the specification says.
  if (XDG_STATE_HOME && isAbsolute(XDG_STATE_HOME)) return join(XDG_STATE_HOME, 'cognito-lab');
  if (platform === 'win32') return LOCALAPPDATA ? join(LOCALAPPDATA, 'cognito-lab', 'state') : undefined;
  return isAbsolute(home) && home !== '/' ? join(home, '.local', 'state', 'cognito-lab') : undefined;
}
