import { Problem } from '../../common/problem';
import { isEnabled, type FieldErrors, type Field, type Values } from './field';
import { choiceOfField } from './field-choice';

/** Fields of one form, far above those of any page. */
const mostParts = 1000;

/** Characters of one field. AWS has no text of a form that is longer, but for the messages of a pool. */
const longest = 20_000;

/** Reads what a browser sends of a form: `application/x-www-form-urlencoded`. */
export const readForm = (body: Buffer): URLSearchParams =>
  new URLSearchParams(body.toString('utf8').split('&', mostParts).join('&'));

/** The values of a form's fields, as they were sent: whatever else was sent is left out. */
export const valuesOf = (form: URLSearchParams, fields: readonly Field[]): Values =>
  Object.fromEntries(
    // Browsers end the lines of a text with both characters.
    fields.map(({ id }) => [id, form.getAll(id).map((text) => text.replaceAll('\r\n', '\n'))]),
  );

/** What can be said of values before AWS is asked. */
export function faultsOf(fields: readonly Field[], values: Values): FieldErrors {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const fault = isEnabled(field, values) ? faultOf(field, values) : undefined;
      return fault === undefined ? [] : [[field.id, fault]];
    }),
  );
}

function faultOf(field: Field, values: Values): string | undefined {
  const given = values[field.id] ?? [];
  const length = given.reduce((sum, value) => sum + value.length, 0);
  if (length > longest)
    return `This is too long: ${length.toLocaleString('en')} characters. At most ${longest.toLocaleString('en')} fit here.`;
  if (field.required !== undefined && !given.some((value) => value.trim() !== '')) return field.required;
  try {
    const words = choiceOfField(field, values);
    if (words !== undefined) field.values.toAws(words);
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.message} ${error.remedy}`;
  }
}
