import { absent } from '../../aws/absent';
import type { PoolReader } from '../../aws/pool/pool-reader';
import { CouldNotLook } from '../../common/could-not-look';
import { valueThatMeets, type NamedSetting, type Wanted } from '../../lab/phrases';
import {
  findingPath,
  memberAt,
  membersRead,
  settingNamed,
  valueIn,
  type KindName,
  type Members,
  type Setting,
} from '../../lab/settings';
import {
  anyValue,
  asText,
  atLeast,
  atMost,
  containing,
  each,
  equalTo,
  exactly,
  havingMembers,
  includingAll,
  includingNone,
  isEmpty,
  not,
  notEmpty,
  noValue,
  startingWith,
  type Comparison,
} from '../findings/comparisons';
import { compare, type Claim } from '../findings/finding';
import { requireKept } from './kept';
import { answersOf, type SubjectAnswer } from './subjects';

/**
 * The claims that a step makes of a setting: of the pool, of a thing by its name, or of every app client.
 *
 * @throws CouldNotLook if it could not be read
 */
export async function settingClaims(
  reader: PoolReader,
  { setting, name }: NamedSetting,
  wanted: Wanted,
): Promise<Claim[]> {
  const found = await answersOf(reader, setting, name);
  if ('none' in found) return [found.none];
  const claims = found.all.map((subject) => claimsOf(setting, subject, wanted, name === undefined));
  // Of several app clients of one name any can be the learner's.
  const chosen = name === undefined ? claims.flat() : (claims.find(allHold) ?? claims[0] ?? []);
  const others = wanted.relation === 'be' ? (setting.also?.(wanted.value) ?? []) : [];
  const also = await Promise.all(
    others.map(({ name: other, isSet }) => {
      const named = settingNamed(other, setting.of);
      if (!named) throw new Error(`There is no setting ${other}.`);
      return settingClaims(reader, { setting: named }, { relation: isSet ? 'be set' : 'not be set' });
    }),
  );
  return [...chosen, ...also.flat()];
}

const allHold = (claims: readonly Claim[]): boolean =>
  claims.every((claim) => !claim.missing && compare(claim).finding.holds);

function claimsOf(setting: Setting, { name, answer }: SubjectAnswer, wanted: Wanted, isOfMany: boolean): Claim[] {
  const { read, values, parts } = setting;
  const source = read.operation;
  requireKept(answer, membersRead(setting), setting.name);
  const actual = actualIn(setting, answer);
  if (parts && (wanted.relation === 'be' || wanted.relation === 'be exactly'))
    return parts(wanted.value).map(({ member, value }) => ({
      source,
      setting: member,
      actual: memberAt(answer, member) ?? [],
      should: exactly(value),
    }));
  const path = findingPath(read);
  if (actual === undefined || actual === null)
    return [{ source, setting: path, actual, missing: absent(source, path), should: noValue() }];
  const [value, compared] = values.comparable?.(wanted.value, actual) ?? [wanted.value, actual];
  const shown = actual === '' ? 'none' : values.show ? values.show(actual) : compared;
  tellable(setting, values.maskEntry ? wanted.value : value, values.maskEntry ? actual : compared);
  return [
    {
      source,
      setting: path,
      actual: compared,
      should: comparisonOf(setting, { ...wanted, value }),
      shown: isOfMany && name !== undefined ? `${asText(shown)} (app client ${name})` : shown,
      ...changesOf(setting, wanted, actual, { name, answer }),
    },
  ];
}

/** @throws CouldNotLook for an answer of types that AWS never uses */
function actualIn(setting: Setting, answer: Members): unknown {
  const strange = new CouldNotLook(
    `The answer of ${setting.read.operation} has a ${findingPath(setting.read)} of a type that AWS never uses.`,
    'Read it again, whole, and leave it as it is. Of an endpoint: check AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER.',
  );
  try {
    const value = valueIn(setting, answer);
    if (value === undefined || value === null || isOfKind(setting.values.kind, value)) return value;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw strange;
}

function isOfKind(kind: KindName, value: unknown): boolean {
  const isTexts = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  switch (kind) {
    case 'number':
    case 'duration':
      return typeof value === 'number' || value === 'none';
    case 'choices':
    case 'texts':
      return isTexts;
    case 'text':
      return typeof value === 'string';
    case 'table':
      return typeof value === 'object' && !Array.isArray(value);
    case 'choice':
    case 'switch':
      return isTexts || typeof value !== 'object';
  }
}

/**
 * What would have to be set, member by member. Where that is the value that is compared, the comparison names it
 * itself.
 */
function changesOf(
  setting: Setting,
  wanted: Wanted,
  actual: unknown,
  { name, answer }: SubjectAnswer,
): Pick<Claim, 'changes'> {
  const { of, read, set } = setting;
  if (set.operation === 'CreateUserPool' || (of === 'user pool' && read.path !== undefined && !set.write)) return {};
  const value = valueThatMeets(setting, wanted, actual);
  const source = read.operation;
  const whose = name === undefined ? {} : of === 'app client' ? { client: name } : { thing: name };
  if (value === undefined)
    return { changes: wanted.relation === 'be set' ? [{ source, setting: read.member, ...whose }] : [] };
  if (!set.write) return { changes: [{ source, setting: read.member, value: value === '' ? null : value, ...whose }] };
  const before = structuredClone(answer);
  const after = structuredClone(answer);
  set.write(after, value);
  const members = Object.keys({ ...before, ...after }).filter((member) => !isSame(before[member], after[member]));
  return { changes: members.map((member) => ({ source, setting: member, value: after[member] ?? null, ...whose })) };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A value that a snapshot has masked can be the one that is wanted, or another of the same mask. */
function tellable({ values, name }: Setting, wanted: unknown, actual: unknown): void {
  if (!canBeMasked(values, wanted, actual)) return;
  throw new CouldNotLook(
    `The ${name} is masked in the snapshot, so it is unknown whether it is the right one.`,
    'Take it again with "cognito-lab snapshot", for this lab.',
  );
}

function canBeMasked({ masked, show, maskEntry }: Setting['values'], wanted: unknown, actual: unknown): boolean {
  const isMask = (mask: unknown, value: unknown, of: unknown): boolean =>
    value !== of && value === mask && typeof value === 'string' && value.includes('***');
  if (masked && show) return isMask(show(wanted), actual, wanted);
  if (!maskEntry || typeof wanted !== 'object' || !wanted || typeof actual !== 'object') return false;
  return Object.entries(wanted as Record<string, string>).some(([name, value]) =>
    isMask(maskEntry(name, value), (actual as Members | null)?.[name], value),
  );
}

function comparisonOf(setting: Setting, { relation, value, ofEach }: Wanted): Comparison {
  const plain = relationOf(setting, { relation, value });
  return ofEach ? each(plain) : plain;
}

function relationOf({ values, name }: Setting, { relation, value }: Wanted): Comparison {
  const isMany = values.kind === 'choices' || values.kind === 'texts';
  const isContainer = isMany || values.kind === 'table';
  const shown = (comparison: Comparison): Comparison =>
    values.show ? { ...comparison, expected: values.show(value) } : comparison;
  switch (relation) {
    case 'be':
    case 'be exactly':
      return isMany ? exactly(value as unknown[]) : shown(equalTo(value));
    case 'not be':
      return not(shown(equalTo(value)));
    case 'be at least':
      return within(atLeast(value as number), values.show?.(value), 'at least');
    case 'be at most':
      return within(atMost(value as number), values.show?.(value), 'at most');
    case 'include':
      return isMany ? includingAll(value as unknown[]) : havingMembers(value as object);
    case 'not include':
      return includingNone(value as unknown[]);
    case 'contain':
      return containing(value as string);
    case 'not contain':
      return not(containing(value as string));
    case 'start with':
      return startingWith(value as string);
    case 'be set':
      return isContainer ? notEmpty(`any ${name}`) : anyValue(`any ${name}`);
    case 'not be set':
      return isContainer ? isEmpty() : noValue();
  }
}

/** No number is within bounds where there is none, such as a precedence that was never set. */
const within = (comparison: Comparison, shown: unknown, words: string): Comparison => ({
  ...comparison,
  comparable: (actual) => typeof actual === 'number' || actual === 'none',
  ...(shown !== undefined && { expected: `${words} ${asText(shown)}` }),
});
