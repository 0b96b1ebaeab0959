import { slug, type FieldErrors, type Field, type Group, type Values } from './field';

/** What a template shows of a field. */
export interface FieldView {
  id: string;
  label: string;
  kind: Field['kind'];
  help?: string;
  fault?: string;
  /** Ids of what a screen reader says along with the field. */
  describedBy?: string;
  /** Where it counts only with an option of another field. */
  onlyIf?: { label: string; is: string };
  options: { id: string; label: string; help?: string; isChosen: boolean }[];
  /** Of a text or a number. */
  value: string;
  isOn: boolean;
  unit?: string;
  min?: number;
  max?: number;
  placeholder?: string;
}

export interface GroupView {
  title: string;
  text?: string;
  isExtra: boolean;
  fields: FieldView[];
}

export const groupViews = (groups: readonly Group[], values: Values, faults: FieldErrors = {}): GroupView[] =>
  groups.map(({ title, text, isExtra, fields }) => ({
    title,
    text,
    // What is folded away is opened where something in it is wrong.
    isExtra: isExtra === true && !fields.some((field) => faults[field.id] !== undefined),
    fields: fields.map((field) => fieldView(field, values, faults)),
  }));

export function fieldView(field: Field, values: Values, faults: FieldErrors = {}): FieldView {
  const { id, kind, help, label, onlyIf, options, placeholder } = field;
  const { unit, min, max } = field.values;
  const chosen = values[id] ?? [];
  const fault = faults[id];
  const describedBy = [help !== undefined && `${id}-help`, fault !== undefined && `${id}-fault`].filter(Boolean);
  return {
    id,
    label,
    kind,
    help,
    fault,
    describedBy: describedBy.length ? describedBy.join(' ') : undefined,
    onlyIf,
    options: options.map((option) => ({
      ...option,
      id: `${id}-${slug(option.label)}`,
      isChosen: chosen.includes(option.label),
    })),
    value: chosen[0] ?? '',
    isOn: chosen.length > 0,
    ...(kind === 'number' && { unit, min, max }),
    placeholder: placeholder ?? (kind === 'duration' ? String(field.values.example) : undefined),
  };
}

/** What is wrong with a form, in the order of its fields; each leads to its field. */
export function faultList(
  fields: readonly Field[],
  faults: FieldErrors,
): { text: string; label?: string; target?: string }[] {
  const known = fields.flatMap((field) => {
    const text = faults[field.id];
    if (text === undefined) return [];
    const [first] = field.options;
    return [{ text, label: field.label, target: first ? `${field.id}-${slug(first.label)}` : field.id }];
  });
  return [...(faults.form === undefined ? [] : [{ text: faults.form }]), ...known];
}

/** What was chosen, as a table of the review shows it. */
export function chosenText(field: Field, values: Values): string {
  const chosen = values[field.id] ?? [];
  switch (field.kind) {
    case 'switch':
      return chosen.length ? 'Yes' : 'No';
    case 'number':
      return chosen[0] ? `${chosen[0]} ${field.values.unit ?? ''}` : '–';
    case 'texts':
    case 'table':
      return (chosen[0] ?? '').split('\n').filter(Boolean).join(', ') || '–';
    default:
      return chosen.filter(Boolean).join(', ') || '–';
  }
}
