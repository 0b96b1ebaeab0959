/** The formats of a drift report, each loaded only when it is asked for. */
import type { ReportOptions } from '../../reports/report';
import type { Drift } from '../drift';

export const driftFormats = ['pretty', 'json', 'junit', 'markdown', 'sarif'] as const;

export type DriftFormat = (typeof driftFormats)[number];

/** The whole report as text that ends in a newline. Pure: the same drift and options give the same text. */
export type DriftReport = (drift: Drift, options: ReportOptions) => string;

const loaders: Record<DriftFormat, () => DriftReport> = {
  pretty: () => (require('./pretty') as typeof import('./pretty')).pretty,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarif,
};

export const loadDriftReport = (format: DriftFormat): DriftReport => loaders[format]();
