import { config } from 'dotenv';

/** What the environment, and then a `.env` file in the current folder, say. `.env.example` lists it all. */
export interface Environment {
  /** LAB_USER_POOL_NAME: the name that the class agreed on. */
  userPoolName?: string;
  /** LAB_USER_POOL_ID: the pool to attach to. */
  userPoolId?: string;
  /** LAB_ALLOWED_ACCOUNTS: accounts in which pools may be created, separated by commas. */
  allowedAccounts: string[];
}

/**
 * Lets `.env` add to the environment; what is set already wins. The AWS SDK then finds its own variables there, and
 * Commander ours: a line that was left empty says nothing, and must not reach it as a value.
 */
export function loadDotenv(): void {
  config({ quiet: true });
  for (const [name, value] of Object.entries(process.env))
    if (name.startsWith('LAB_') && value === '') delete process.env[name];
}

export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    userPoolName: env.LAB_USER_POOL_NAME,
    userPoolId: env.LAB_USER_POOL_ID,
    allowedAccounts: (env.LAB_ALLOWED_ACCOUNTS ?? '')
      .split(',')
      .map((account) => account.trim())
      .filter(Boolean),
  };
}
