/** What every call of a fix starts from: the pool that was read, and where it is. */
import { NoCommand, type Evidence } from './change';
import type { CliCall, Options } from './shell-command';

/** What the calls look at of a described pool. */
export interface PoolFacts {
  EstimatedNumberOfUsers?: number;
  UsernameAttributes?: string[];
  MfaConfiguration?: string;
  Policies?: { SignInPolicy?: { AllowedFirstAuthFactors?: string[] } };
}

export const factsOf = ({ pool = {} }: Evidence): PoolFacts => pool;

/** @throws NoCommand for a pool that was not read just now */
export function livePool({ pool, isLive }: Evidence): object {
  if (!isLive)
    throw new NoCommand(
      'The command sends every setting of the pool, and a snapshot may be old or incomplete. Check the pool itself, with --user-pool-id, for the command.',
    );
  if (!pool) throw new NoCommand('The command sends every setting of the pool, and the pool could not be read.');
  return pool;
}

export const place = ({ place: { region, endpoint } }: Evidence): Options => [
  ...(endpoint === undefined ? [] : [['--endpoint-url', endpoint] as const]),
  ...(region === undefined ? [] : [['--region', region] as const]),
];

/** The options that name the pool. */
export const ofPool = (evidence: Evidence): Options => [...place(evidence), ['--user-pool-id', evidence.userPoolId]];

export const describePool = (evidence: Evidence): Pick<CliCall, 'name' | 'options'> & { wrapper: string } => ({
  name: 'describe-user-pool',
  options: ofPool(evidence),
  wrapper: 'UserPool',
});
