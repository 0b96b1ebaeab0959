import type { ReportOptions } from '../../../reports/render/report';
import type { Drift } from '../drift-result';

/** The whole report as text that ends in a newline. Pure: the same drift and options give the same text. */
export type DriftReport = (drift: Drift, options: ReportOptions) => string;
