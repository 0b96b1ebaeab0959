export type { Change, Evidence, FailedCheck } from './change';
export { planFixes, type FixPlan } from './plan-fixes';
