import { allowedAccount } from '../../aws/allowed-account';
import { isRegion } from '../../common/aws-names';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';
import { connect } from '../../aws/connect';
import { SWEEP_SCHEMA, type RegionSweep, type SweepResult } from './sweep-result';
import { sweepRegion, type SweepOptions } from './sweep-region';

/**
 * Finds what interrupted runs left behind, in each region.
 *
 * @param regions default: the region of AWS's own configuration
 * @throws Problem before a removal in an account that is not in LAB_ALLOWED_ACCOUNTS
 */
export async function sweep(regions: readonly string[], options: SweepOptions): Promise<SweepResult> {
  const swept: RegionSweep[] = [];
  let allowed = false;
  for (const region of regions.length ? new Set(regions) : [undefined]) {
    const { client, place, endpoint, loopback } = await connect({ region });
    try {
      if (options.apply && !loopback && !allowed) {
        await allowedAccount({ ...place, endpoint }, 'remove user pools in');
        allowed = true;
      }
      swept.push(await sweepRegion(client, place, options));
    } finally {
      client.destroy();
    }
  }
  return { schema: SWEEP_SCHEMA, apply: options.apply ?? false, status: statusOf(swept), regions: swept };
}

function statusOf(regions: readonly RegionSweep[]): SweepResult['status'] {
  if (regions.some(({ problems }) => problems.length)) return 'error';
  return regions.some(({ pools }) => pools.some(({ state }) => state !== 'removed')) ? 'left' : 'clean';
}

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `90s`, `30m`, `2h` or `1d` in milliseconds. @throws Problem for anything else */
export function durationOf(text: string): number {
  const [, number, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (number === undefined)
    throw new Problem(`${quote(text)} is not an age.`, 'Write a number and a unit: 0s, 90s, 30m, 2h or 1d.');
  return Number(number) * units[unit as keyof typeof units];
}

/** @throws Problem for an invalid region name */
export function regionOf(text: string): string {
  const name = text.trim();
  if (isRegion(name)) return name;
  throw new Problem(`${quote(text)} is not the name of a region.`, 'The name of a region is like us-east-1.');
}
