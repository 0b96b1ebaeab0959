import type { CatalogueCheck } from '../../../lab/features/catalogue';
import type { ReportOptions } from '../../../reports/render/report';
import type { Drift } from '../drift-result';

export interface DriftReportOptions extends ReportOptions {
  /** Those of the lab, for the formats that describe them. */
  checks: readonly CatalogueCheck[];
}

/** The whole report as text that ends in a newline. Pure: the same drift and options give the same text. */
export type DriftReport = (drift: Drift, options: DriftReportOptions) => string;
