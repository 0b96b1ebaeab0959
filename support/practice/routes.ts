import type { Reply } from '../simulator/server/http';
import { poolList } from './pools/pool-list';
import type { Site, Visit } from './site';
import { finish, showReview, showStep, takeStep } from './wizard/wizard';

export type Handle = (site: Site, visit: Visit) => Reply | Promise<Reply>;

interface Route {
  path: RegExp;
  get?: Handle;
  post?: Handle;
}

/** Every page, by its address. */
export const routes: readonly Route[] = [
  { path: /^\/$/, get: poolList },
  { path: /^\/create\/([\w-]+)\/review$/, get: showReview, post: finish },
  { path: /^\/create\/([\w-]+)\/(\d)$/, get: showStep, post: takeStep },
];
