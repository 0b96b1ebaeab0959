import { inertJson } from './plain-text';
import type { Report } from './report';

/** The result itself: one JSON object, indented by two. */
export const json: Report = (result) => `${inertJson(JSON.stringify(result, null, 2))}\n`;
