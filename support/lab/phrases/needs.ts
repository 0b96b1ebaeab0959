import type { Catalogue } from '../features/catalogue';
import { checksOf } from '../features/catalogue';
import { settingNamed, type ReadOperation, type Setting } from '../settings';
import { PhraseBook } from './match-phrase';
import type { NamedSetting } from './parameter-types';
import { readsOfThing } from './reads';

/** What the checks of a lab read of a pool: what is in a snapshot for it, and what a policy must allow. */
export interface Needs {
  /** Sorted. */
  operations: ReadOperation[];
  /** The operations of its behaviour checks, which write; sorted. */
  writes: string[];
  settings: Setting[];
  /** The app clients by name. */
  clients: string[];
  everyClient: boolean;
  users: string[];
  providers: string[];
  /** Every text that the lab itself names: no secret of anybody's. */
  texts: ReadonlySet<string>;
}

const quoted = /"([^"]*)"/g;

/** What the steps of a lab read. Steps that no phrase says add nothing. */
export function needsOf(catalogue: Catalogue): Needs {
  const book = new PhraseBook();
  const operations = new Set<ReadOperation>();
  const writes = new Set<string>();
  const settings = new Set<Setting>();
  const texts = new Set<string>();
  const things: Record<string, Set<string>> = {};
  const name = (of: string, named: unknown): void => {
    if (typeof named === 'string') (things[of] ??= new Set()).add(named);
  };
  let everyClient = false;
  for (const { text, table = [] } of checksOf(catalogue).flatMap(({ steps }) => steps)) {
    for (const [, word = ''] of text.matchAll(quoted))
      for (const each of [word, ...word.split(',').map((part) => part.trim())]) texts.add(each);
    for (const cell of table.flat()) texts.add(cell);
    const match = book.match(text);
    if (!match) continue;
    const { phrase, args } = match;
    for (const operation of phrase.reads(...args)) operations.add(operation);
    for (const operation of phrase.writes ?? []) writes.add(operation);
    const [first, second] = args;
    const named = typeof first === 'object' ? (first as NamedSetting) : undefined;
    if (named?.setting) {
      settings.add(named.setting);
      for (const { name: other } of named.setting.also?.(undefined) ?? []) {
        const also = settingNamed(other);
        if (also) settings.add(also);
      }
      if (named.name !== undefined) name(named.setting.of, named.name);
      else if (named.setting.of === 'app client') everyClient = true;
    } else if (typeof first === 'string' && Object.hasOwn(readsOfThing, first)) name(first, second);
    else if (phrase.expression.includes('the app client {string}')) name('app client', first);
    else if (phrase.expression.startsWith('the user {string}')) {
      name('user', first);
      const groups = settingNamed('groups', 'user');
      if (groups) settings.add(groups);
    } else if (phrase.expression.includes('the trigger')) settings.add(settingNamed('Lambda triggers')!);
    else if (phrase.expression.includes('the tag')) settings.add(settingNamed('tags')!);
  }
  const namesOf = (of: string): string[] => [...(things[of] ?? [])];
  return {
    operations: [...operations].sort(),
    writes: [...writes].sort(),
    settings: [...settings],
    clients: namesOf('app client'),
    everyClient,
    users: namesOf('user'),
    providers: namesOf('identity provider'),
    texts,
  };
}
