/** The formats of a drift report, each loaded only when it is asked for. */
import type { DriftReport } from './report';

export const driftFormats = ['pretty', 'json', 'junit', 'markdown', 'sarif'] as const;

export type DriftFormat = (typeof driftFormats)[number];

const loaders: Record<DriftFormat, () => DriftReport> = {
  pretty: () => (require('./pretty') as typeof import('./pretty')).pretty,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarif,
};

export const loadDriftReport = (format: DriftFormat): DriftReport => loaders[format]();
