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

/** Lets `.env` add to the environment; what is set already wins. The AWS SDK then finds its own variables there. */
export function loadDotenv(): void {
  config({ quiet: true });
}

export function environment(env: NodeJS.ProcessEnv = process.env): Environment {
  return {
    userPoolName: filled(env.LAB_USER_POOL_NAME),
    userPoolId: filled(env.LAB_USER_POOL_ID),
    allowedAccounts: (env.LAB_ALLOWED_ACCOUNTS ?? '')
      .split(',')
      .map((account) => account.trim())
      .filter(Boolean),
  };
}

/** A line of `.env.example` that was left empty says nothing. */
const filled = (value?: string): string | undefined => (value === '' ? undefined : value);
