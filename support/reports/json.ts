import { inertJson } from '../common/text/plain-text';
import type { Report } from './render/report';

/** The result as one JSON object, indented by two spaces. */
export const json: Report = (result) => `${inertJson(JSON.stringify(result, null, 2))}\n`;
