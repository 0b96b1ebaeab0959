/** What a cell says: a letter, and what it means. */
export const legend = {
  p: 'repaired: passed as if nothing had happened',
  e: 'an error, nothing left',
  s: 'an error; sweep removed what was left',
  k: 'killed, nothing left',
  K: 'killed; sweep removed what was left',
  X: 'LOST',
} as const;

export type Cell = keyof typeof legend;

/** Calls times faults, as the tests have filled it in. */
export class Table {
  readonly #columns = new Map<string, Map<number, Cell>>();

  constructor(
    private readonly title: string,
    private readonly calls: () => readonly string[],
  ) {}

  set(fault: string, call: number, cell: Cell): void {
    const column = this.#columns.get(fault) ?? new Map<number, Cell>();
    this.#columns.set(fault, column.set(call, cell));
  }

  print(): string {
    const faults = [...this.#columns.keys()];
    const width = Math.max(...this.calls().map((call) => call.length)) + 4;
    const head = faults.map((fault, column) => `${' '.repeat(width)}${' |'.repeat(column)} ${fault}`);
    const rows = this.calls().map(
      (operation, call) =>
        `${`${String(call + 1).padStart(2)} ${operation}`.padEnd(width)} ${faults
          .map((fault) => this.#columns.get(fault)?.get(call) ?? 'X')
          .join(' ')}`,
    );
    const cells = faults.length * rows.length;
    return [
      `${this.title}: ${rows.length} calls, ${faults.length} faults, ${cells} cells`,
      ...head,
      ...rows,
      ...Object.entries(legend).map(([letter, meaning]) => `  ${letter}  ${meaning}`),
    ].join('\n');
  }
}
