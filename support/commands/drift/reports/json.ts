import { inertJson } from '../../../common/text/plain-text';
import type { DriftReport } from './report';

/** The drift itself: one JSON object, indented by two. */
export const json: DriftReport = (drift) => `${inertJson(JSON.stringify(drift, null, 2))}\n`;
