import type { Reply } from '../simulator/server/http';
import { showMailbox } from './pages/mailbox';
import { showStartAgain, startAgain } from './pages/start-again';
import { createClient, deleteClient, saveClient, showClient, showClients, showCreateClient } from './pools/clients';
import { addToCollection, removeFromCollection, showCollection } from './pools/collections';
import { createUser, showCreateUser } from './pools/create-user';
import { deletePool, showDeletePool } from './pools/delete-pool';
import { createDomain, deleteDomain } from './pools/domain';
import { downloadSnapshot, showHandIn } from './pools/hand-in';
import { poolList } from './pools/pool-list';
import { addProviders, deleteProvider } from './pools/providers';
import { saveSection, showSettings } from './pools/settings-page';
import { changeUser, showUser, showUsers } from './pools/users';
import { feedProgress } from './progress/feed';
import type { Site, Visit } from './site';
import { createAtOnce, showSinglePage } from './wizard/single-page';
import { finish, showReview, showStep, takeStep } from './wizard/wizard';

export type Handle = (site: Site, visit: Visit) => Reply | Promise<Reply>;

interface Route {
  path: RegExp;
  get?: Handle;
  post?: Handle;
}

/** Every page, by its address; the first that fits is taken. */
export const routes: readonly Route[] = [
  { path: /^\/$/, get: poolList },
  { path: /^\/events$/, get: feedProgress },
  { path: /^\/mailbox$/, get: showMailbox },
  { path: /^\/start-again$/, get: showStartAgain, post: startAgain },
  { path: /^\/create\/present$/, get: showSinglePage, post: createAtOnce },
  { path: /^\/create\/([\w-]+)\/review$/, get: showReview, post: finish },
  { path: /^\/create\/([\w-]+)\/(\d)$/, get: showStep, post: takeStep },
  { path: /^\/pools\/([^/]+)$/, get: showSettings },
  { path: /^\/pools\/([^/]+)\/users$/, get: showUsers },
  { path: /^\/pools\/([^/]+)\/users\/create$/, get: showCreateUser, post: createUser },
  { path: /^\/pools\/([^/]+)\/users\/([^/]+)$/, get: showUser, post: changeUser },
  { path: /^\/pools\/([^/]+)\/clients$/, get: showClients },
  { path: /^\/pools\/([^/]+)\/clients\/create$/, get: showCreateClient, post: createClient },
  { path: /^\/pools\/([^/]+)\/clients\/([^/]+)$/, get: showClient, post: saveClient },
  { path: /^\/pools\/([^/]+)\/clients\/([^/]+)\/delete$/, post: deleteClient },
  { path: /^\/pools\/([^/]+)\/(groups|resource-servers)$/, get: showCollection, post: addToCollection },
  { path: /^\/pools\/([^/]+)\/(groups|resource-servers)\/delete$/, post: removeFromCollection },
  { path: /^\/pools\/([^/]+)\/domain$/, post: createDomain },
  { path: /^\/pools\/([^/]+)\/domain\/delete$/, post: deleteDomain },
  { path: /^\/pools\/([^/]+)\/providers$/, post: addProviders },
  { path: /^\/pools\/([^/]+)\/providers\/delete$/, post: deleteProvider },
  { path: /^\/pools\/([^/]+)\/delete$/, get: showDeletePool, post: deletePool },
  { path: /^\/pools\/([^/]+)\/hand-in$/, get: showHandIn },
  { path: /^\/pools\/([^/]+)\/snapshot\.json$/, get: downloadSnapshot },
  { path: /^\/pools\/([^/]+)\/([a-z-]+)$/, get: showSettings },
  { path: /^\/pools\/([^/]+)\/([a-z-]+)\/([a-z-]+)$/, post: saveSection },
];
