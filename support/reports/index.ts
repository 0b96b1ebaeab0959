/** The report formats. Each is loaded on demand, because some of them take long to load. */
import type { Report } from './render/report';

export type { Report, ReportOptions } from './render/report';

export const formats = [
  'pretty',
  'json',
  'junit',
  'html',
  'markdown',
  'gradescope',
  'prairielearn',
  'classroom50',
  'exercism',
] as const;

export type Format = (typeof formats)[number];

// require(), because ts-node cannot resolve import() of a .ts file in CommonJS.
const loaders: Record<Format, () => Report> = {
  pretty: () => (require('./pretty') as typeof import('./pretty')).pretty,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  html: () => (require('./html') as typeof import('./html')).html,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  gradescope: () => (require('./gradescope') as typeof import('./gradescope')).gradescope,
  prairielearn: () => (require('./prairielearn') as typeof import('./prairielearn')).prairielearn,
  classroom50: () => (require('./classroom50') as typeof import('./classroom50')).classroom50,
  exercism: () => (require('./exercism') as typeof import('./exercism')).exercism,
};

/** @returns the report of that format, without loading the others */
export const loadReport = (format: Format): Report => loaders[format]();
