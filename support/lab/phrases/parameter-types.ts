import { settings, type Setting, type Subject } from '../settings';
import { entriesOf, relationWords, type Relation } from './relations';

/** A setting as a step names it, and of what: `the callback URLs of the app client "web"`. */
export interface NamedSetting {
  readonly setting: Setting;
  /** The name of the app client, the group and so on; undefined for the pool, and for every app client. */
  readonly name?: string;
}

/** A parameter of phrases, for Cucumber. */
export interface Parameter {
  readonly name: string;
  readonly regexp: RegExp;
  readonly transformer: (...groups: (string | undefined)[]) => unknown;
  /** What can stand there, for documents. */
  readonly says: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives, the longest first, so that none hides another that it begins. */
const oneOf = (words: readonly string[]): string =>
  `(${[...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;

const others = ['group', 'user', 'resource server', 'identity provider'] as const satisfies Subject[];

const namesOf = (of: Subject): string[] => settings.flatMap((setting) => (setting.of === of ? [setting.name] : []));

const quoted = '"([^"]*)"';

const settingPattern = [
  ...others.map((of) => `${oneOf(namesOf(of))} of the ${of} ${quoted}`),
  `${oneOf(namesOf('app client'))}(?: of the app client ${quoted}| of every app client)?`,
  oneOf(namesOf('user pool')),
].join('|');

function settingOf(...groups: (string | undefined)[]): NamedSetting {
  const subjects: Subject[] = [...others, 'app client', 'user pool'];
  for (const [at, of] of subjects.entries()) {
    const [named, name] = [groups[2 * at], groups[2 * at + 1]];
    const setting = named === undefined ? undefined : settings.find((each) => each.name === named && each.of === of);
    if (setting) return { setting, ...(name !== undefined && { name }) };
  }
  throw new Error('No setting is named.');
}

/** What a pool has several of. */
export const thingNames = [
  'app client',
  'group',
  'user',
  'resource server',
  'identity provider',
  'custom attribute',
] as const;
export type Thing = (typeof thingNames)[number];

export const tokenNames = ['access token', 'ID token', 'refresh token'] as const;
export type TokenName = (typeof tokenNames)[number];

const units = 'seconds?|minutes?|hours?|days?|characters?|passwords?|places?';
const amount = `\\d{1,9}(?: (?:${units}))?`;

const text = (...groups: (string | undefined)[]): string => groups.find((group) => group !== undefined) ?? '';

/** The parameters of the phrases. Cucumber knows `{string}` and `{int}` besides. */
export const parameters: readonly Parameter[] = [
  {
    name: 'setting',
    regexp: new RegExp(settingPattern),
    transformer: settingOf,
    says: 'the name of a setting; one of an app client with "of the app client "NAME"" or "of every app client"',
  },
  {
    name: 'relation',
    regexp: new RegExp(oneOf(Object.keys(relationWords))),
    transformer: (word = ''): Relation | undefined => relationWords[word],
    says: Object.keys(relationWords).join(', '),
  },
  {
    name: 'value',
    regexp: new RegExp(`${quoted}|(${amount})|(on|off)`),
    transformer: text,
    says: 'words in quotation marks, several with commas between them; a number, with its unit; on or off',
  },
  {
    name: 'labels',
    regexp: /"([^"]*)"/,
    transformer: (labels = ''): string[] => entriesOf(labels),
    says: 'words in quotation marks, several with commas between them',
  },
  {
    name: 'thing',
    regexp: new RegExp(oneOf(thingNames)),
    transformer: (thing = ''): Thing => thing as Thing,
    says: thingNames.join(', '),
  },
  {
    name: 'token',
    regexp: new RegExp(oneOf(tokenNames)),
    transformer: (token = ''): TokenName => token as TokenName,
    says: tokenNames.join(', '),
  },
  {
    name: 'duration',
    regexp: new RegExp(`(${amount})`),
    transformer: text,
    says: 'a number of seconds, minutes, hours or days',
  },
  {
    name: 'outcome',
    regexp: /(accepted|refused)/,
    transformer: text,
    says: 'accepted, refused',
  },
  {
    name: 'attempt',
    regexp: /(sign-up|sign-in)/,
    transformer: text,
    says: 'sign-up, sign-in',
  },
];
