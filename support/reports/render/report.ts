import type { LabResult } from '../../lab/result/result';

export interface ReportOptions {
  /** Whether colours may be used. They never are the only carrier of information. */
  colour: boolean;
  /** Columns of the terminal. Reports for a terminal use 40 to 100 of them. */
  width: number;
  /** Whether the terminal shows more than ASCII. */
  unicode: boolean;
  /** Whether commands are written out, and for which shell, where a report does not fold them away (default: not). */
  commands?: 'posix' | 'powershell';
}

/** The whole report as text that ends in a newline. Pure. */
export type Report = (result: LabResult, options: ReportOptions) => string;
