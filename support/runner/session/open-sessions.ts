import type { LabSession } from './lab-session';

/**
 * The sessions that are under way, by the name that is handed to Cucumber. World parameters are JSON, so that the
 * World finds its session here by name.
 */
const sessions = new Map<string, LabSession>();

export interface WorldParameters {
  /** The name of a session that is open already. Without one, the hooks open and close a session of their own. */
  session?: string;
  /** What to open, where there is no session: a profile of cucumber.js says so. */
  target?: 'mock' | 'aws';
}

/** The name of the session that the hooks open when Cucumber was started by itself. */
const ownSession = 'cucumber-js';

export const nameOf = ({ session = ownSession }: WorldParameters): string => session;

export const openSession = (name: string, session: LabSession): void => {
  sessions.set(name, session);
};

export const findSession = (name: string): LabSession | undefined => sessions.get(name);

export const forgetSession = (name: string): void => {
  sessions.delete(name);
};
