import type { LabResult } from '../../lab/result/result';

export interface ReportOptions {
  /** Whether colours may be used. They never say anything that is not said in words or symbols too. */
  colour: boolean;
  /** Columns of the terminal. Reports for a terminal use 40 to 100 of them. */
  width: number;
  /** Whether the terminal shows more than ASCII. */
  unicode: boolean;
}

/** The whole report as text that ends in a newline. Pure: the same result and options give the same text. */
export type Report = (result: LabResult, options: ReportOptions) => string;
