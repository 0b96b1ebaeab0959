/** The formats of a report, each loaded only when it is asked for: starting up is a budget, and JSON needs next to nothing. */
import type { Report } from './render/report';

export type { Report, ReportOptions } from './render/report';

export const formats = ['pretty', 'json', 'junit', 'html', 'markdown', 'classroom', 'exercism'] as const;

export type Format = (typeof formats)[number];

// import() of a .ts file cannot be resolved under ts-node's CommonJS, so it is require(), typed by what it loads.
const loaders: Record<Format, () => Report> = {
  pretty: () => (require('./pretty') as typeof import('./pretty')).pretty,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  html: () => (require('./html') as typeof import('./html')).html,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  classroom: () => (require('./classroom') as typeof import('./classroom')).classroom,
  exercism: () => (require('./exercism') as typeof import('./exercism')).exercism,
};

/** @returns the report of that format; nothing of the others is loaded */
export const loadReport = (format: Format): Report => loaders[format]();
