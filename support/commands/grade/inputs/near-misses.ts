/** Identifiers that differ only as spreadsheets, file systems and typing errors make them differ. */

/** `1.23457E+17`: a long number as a spreadsheet writes it. The lost digits cannot be recovered. */
export const isRounded = (identifier: string): boolean => /^[+-]?\d+([.,]\d+)?e\+?\d+$/i.test(identifier.trim());

/** A spreadsheet keeps this many digits of a number, and makes the rest zeros. */
const digitsKept = 15;

/** An identifier without everything that near misses differ in. */
export function comparableForm(identifier: string): string {
  const bare = identifier
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{DI}\p{Cc}\s]/gu, '')
    .toLowerCase()
    .replace(/^0+(?=\d)/, '');
  return /^\d+$/.test(bare) && bare.length > digitsKept ? bare.slice(0, digitsKept).padEnd(bare.length, '0') : bare;
}

/**
 * Other identifiers that this one could be a misspelling of.
 *
 * @param byForm the others by their {@link comparableForm}
 */
export function nearMisses(identifier: string, byForm: ReadonlyMap<string, readonly string[]>): string[] {
  return (byForm.get(comparableForm(identifier)) ?? []).filter((other) => other !== identifier);
}

/** Identifiers by their {@link comparableForm}. */
export function byComparableForm(identifiers: Iterable<string>): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const identifier of identifiers) {
    const form = comparableForm(identifier);
    const same = forms.get(form);
    if (same) same.push(identifier);
    else forms.set(form, [identifier]);
  }
  return forms;
}

/** How two similar identifiers differ, in words. */
export function difference(one: string, other: string): string {
  const forms: [what: string, form: (text: string) => string][] = [
    ['in the way that an accent is written', (text) => text.normalize('NFKC')],
    ['in characters that cannot be seen', (text) => text.replace(/[\p{Cf}\p{DI}\p{Cc}\s]/gu, '')],
    ['in capital and small letters', (text) => text.toLowerCase()],
    ['in leading zeros', (text) => text.replace(/^0+(?=\d)/, '')],
  ];
  const [what] = forms.find(([, form]) => form(one) === form(other)) ?? [];
  return what ?? 'in what a spreadsheet changes';
}
