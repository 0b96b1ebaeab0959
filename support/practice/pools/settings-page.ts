import { createHash } from 'node:crypto';
import { valueIn } from '../../lab/settings';
import type { PoolRecord } from '../../simulator/cognito/records';
import type { Reply } from '../../simulator/server/http';
import type { FieldErrors, Field, Values } from '../forms/field';
import { chosenText, faultList, fieldView } from '../forms/field-view';
import { faultsOf, valuesOf } from '../forms/read-values';
import { catchRefusal } from '../forms/refusals';
import { valuesOfAws } from '../forms/field-choice';
import { seeOther } from '../pages/replies';
import { poolPath } from '../pages/addresses';
import { PageNotFound, type Site, type Visit } from '../site';
import { domainView } from './domain';
import { providersView } from './providers';
import { readAnswers, type Answers } from './answers';
import { poolSections, type Section, type Tab } from './sections';
import { writeSection } from './write-section';

const titles: Record<Tab, string> = {
  overview: 'Overview',
  'sign-in': 'Sign-in',
  'sign-up': 'Sign-up',
  security: 'Security',
  messages: 'Messages',
};

/** What was filled in and not accepted, of one section. */
export interface Refused {
  /** Absent for a form of another kind on the page. */
  section?: Section;
  fields?: readonly Field[];
  values: Values;
  faults: FieldErrors;
}

const tabOf = (text: string | undefined): Tab => {
  if (text === undefined) return 'overview';
  if (!Object.hasOwn(poolSections, text)) throw new PageNotFound(`A user pool has no page "${text.slice(0, 40)}".`);
  return text as Tab;
};

/** `GET /pools/ID` and `GET /pools/ID/TAB` */
export async function showSettings(site: Site, visit: Visit): Promise<Reply> {
  const [id, tab] = visit.params;
  return settingsPage(site, visit, site.pool(id), tabOf(tab));
}

/** `POST /pools/ID/TAB/SECTION` */
export async function saveSection(site: Site, visit: Visit): Promise<Reply> {
  const [id, tabName, sectionId] = visit.params;
  const pool = site.pool(id);
  const tab = tabOf(tabName);
  const section = poolSections[tab].find((each) => each.id === sectionId && !each.isFixed);
  if (!section) throw new PageNotFound('There is no such form.');
  const answers = await readAnswers(site.client(pool), operationsOf([section]), { UserPoolId: pool.id });
  const saved = await save(site, pool, section, visit, answers);
  if (typeof saved === 'string')
    return seeOther(`${poolPath(pool.id, ...(tab === 'overview' ? [] : [tab]))}?say=${saved}#section-${section.id}`);
  return settingsPage(site, visit, pool, tab, saved);
}

/** @returns the word for what came of it, or what was not accepted */
export async function save(
  site: Site,
  pool: PoolRecord,
  section: Section,
  { form }: Visit,
  answers: Answers,
): Promise<'saved' | 'unchanged' | Refused> {
  const fields = editable(section);
  const values = valuesOf(form, fields);
  const before = currentValues(fields, answers);
  const refused = (faults: FieldErrors): Refused => ({ section, values, faults });
  const faults = faultsOf(fields, values);
  if (Object.keys(faults).length) return refused(faults);
  const changed = fields.filter(({ id }) => !isSame(values[id], before[id]));
  if (changed.length === 0) return 'unchanged';
  if (form.get('seen') !== digestOf(before))
    return refused({
      form: 'These settings were changed meanwhile, in another tab or by the AWS CLI. What you filled in is still here, and nothing was saved. Save again to have it so.',
    });
  const outcome = await catchRefusal(fields, () => writeSection(site.client(pool), section, changed, values, answers));
  return outcome.faults ? refused(outcome.faults) : 'saved';
}

/** What is read of a pool for some sections; its own description is always among it. */
export const operationsOf = (sections: readonly Section[]) => [
  'DescribeUserPool' as const,
  ...sections.flatMap(({ fields }) => fields.flatMap(({ setting }) => setting?.read.operation ?? [])),
];

const editable = ({ fields }: Section): Field[] => fields.filter(({ setting }) => !setting?.fixed);

export const currentValues = (fields: readonly Field[], answers: Answers): Values =>
  Object.fromEntries(
    fields.map((field) => {
      const answer = field.setting && answers[field.setting.read.operation];
      return [field.id, field.setting && answer ? valuesOfAws(field, valueIn(field.setting, answer)) : []];
    }),
  );

/** Lists have no order, and what was not filled in is an empty text. */
const isSame = (one: readonly string[] = [], other: readonly string[] = []): boolean => plain(one) === plain(other);

const plain = (values: readonly string[]): string =>
  [...values]
    .filter((value) => value !== '')
    .sort()
    .join('\n');

/** Whether the settings that a form was shown with are unchanged. */
export const digestOf = (values: Values): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);

export async function settingsPage(
  site: Site,
  visit: Visit,
  pool: PoolRecord,
  tab: Tab,
  refused?: Refused,
): Promise<Reply> {
  const sections = poolSections[tab];
  const answers = await readAnswers(site.client(pool), operationsOf(sections), { UserPoolId: pool.id });
  return site.page(visit, 'settings', {
    title: tab === 'overview' ? pool.name : titles[tab],
    status: refused ? 422 : 200,
    pool,
    tab,
    facts: tab === 'overview' ? factsOf(pool) : [],
    sections: sections.map((section) => sectionView(section, poolPath(pool.id, tab, section.id), answers, refused)),
    faults: refused?.faults,
    faultList: refused && faultList(refused.section?.fields ?? refused.fields ?? [], refused.faults),
    ...(tab === 'overview' && domainView(pool, refused)),
    ...(tab === 'sign-in' && providersView(pool)),
  });
}

export function sectionView(section: Section, action: string, answers: Answers, refused?: Refused): object {
  const { id, title, text, place, isFixed, fields } = section;
  const current = currentValues(fields, answers);
  const mine = refused?.section === section ? refused : undefined;
  const asked = isFixed ? [] : editable(section);
  return {
    id,
    title,
    text,
    place,
    isFixed,
    action,
    seen: digestOf(currentValues(asked, answers)),
    fixed: fields
      .filter((field) => !asked.includes(field))
      .map((field) => ({ label: field.label, text: chosenText(field, current) })),
    fields: asked.map((field) => fieldView(field, { ...current, ...mine?.values }, mine?.faults)),
  };
}

const factsOf = ({ id, arn, createdAt, region, users, clients }: PoolRecord): [string, string][] => [
  ['User pool ID', id],
  ['ARN', arn],
  ['Region', region],
  ['Created', new Date(createdAt).toISOString()],
  ['Users', String(users.size)],
  ['App clients', String(clients.size)],
];
