import type { DataTable } from '../cucumber/definitions';

/** The first column of a table without a header. */
export const firstColumn = (table: DataTable): string[] => table.raw().map(([cell = '']) => cell);
