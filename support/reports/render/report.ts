import type { LabResult } from '../../lab/result/result';

export interface ReportOptions {
  /** Whether colours may be used. They never are the only carrier of information. */
  colour: boolean;
  /** Columns of the terminal. Reports for a terminal use 40 to 100 of them. */
  width: number;
  /** Whether the terminal shows more than ASCII. */
  unicode: boolean;
}

/** The whole report as text that ends in a newline. Pure. */
export type Report = (result: LabResult, options: ReportOptions) => string;
