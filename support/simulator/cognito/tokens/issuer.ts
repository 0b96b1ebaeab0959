import { partitionOf } from '../partition';
import type { PoolRecord } from '../records';

/** The `iss` of a pool's tokens. AWS's own, wherever the service runs: verifiers derive it from the pool's id. */
export const issuerOf = ({ id, region }: Pick<PoolRecord, 'id' | 'region'>): string =>
  `https://cognito-idp.${region}.${partitionOf(region).dnsSuffix}/${id}`;
