import { refusalWords } from './refusal-words';
import type { KindName, Setting, ValueKind } from '../../lab/settings';

/** What was filled in, by the field's id: as many values as the browser sent. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What is wrong, by the field's id; under `form` what belongs to no field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a form says of a field beyond the description of its choice. */
export interface Words {
  help?: string;
  /** What an option means. */
  options?: Readonly<Record<string, string>>;
  /** What stands there before anything is filled in. */
  initial?: readonly string[];
  /** What stands there from the start is no choice, and leaves all to AWS. */
  initialIsNone?: true;
  /** The field counts only where another has this option: a console shows it only then. */
  onlyIf?: { label: string; is: string };
  /** What is said of a field that is left empty, where the console insists on one. */
  required?: string;
  /** Words in AWS's refusals that are about this field, in lower case, beside the names of its member. */
  named?: readonly string[];
  placeholder?: string;
}

/** A field of a form: a choice of the console. */
export interface Field extends Omit<Words, 'options'> {
  /** Of the choice in a solution, and of the field. */
  label: string;
  id: string;
  kind: KindName;
  values: ValueKind;
  setting?: Setting;
  options: readonly { label: string; help?: string }[];
}

/** Fields under one heading. */
export interface Group {
  title: string;
  text?: string;
  fields: readonly Field[];
  /** Folded away: the tutorial does not show it. */
  isExtra?: true;
}

/** A choice of a solution, or a setting of a pool: what a field is made of. */
interface Chosen {
  label: string;
  values: ValueKind;
  setting?: Setting;
}

/** `MFA enforcement` as it stands in a form and in an address: `mfa-enforcement`. */
export const slug = (label: string): string =>
  label
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-') ?? '';

export function fieldOf({ label, values, setting }: Chosen, words: Words = {}): Field {
  const member = setting?.set.member.toLowerCase();
  const { options: help = {}, ...rest } = words;
  return {
    ...rest,
    label,
    id: slug(label),
    kind: values.kind,
    values,
    ...(setting && { setting }),
    options:
      values.kind === 'choice' || values.kind === 'choices'
        ? (values.words ?? []).map((word) => ({ label: word, ...(help[word] !== undefined && { help: help[word] }) }))
        : [],
    named: [
      ...(words.named ?? []),
      ...(refusalWords[label] ?? []),
      ...(member === undefined ? [] : [member, member.split('.').at(-1) ?? member]),
    ],
  };
}

/** What a form shows before anything was filled in. */
export const initialValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map(({ id, initial = [] }) => [id, initial]));

/** Whether a field counts, going by what was filled in elsewhere. */
export const isEnabled = ({ onlyIf }: Field, values: Values): boolean =>
  !onlyIf || (values[slug(onlyIf.label)] ?? []).includes(onlyIf.is);
