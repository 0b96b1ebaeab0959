/**
 * What other programs import of cognito-lab: `import { check, startSandbox } from 'cognito-lab'`, or the same by
 * `require`. Nothing here prints or sets an exit code.
 */
// The SDK prints a warning about Node 20 once a process; package.json says which versions are supported.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

export { check, type CheckOptions } from './check';
export { startSandbox, type Sandbox, type SandboxOptions } from './start-sandbox';
export { Problem } from '../common/problem';
export type {
  CheckResult,
  CheckStatus,
  Finding,
  LabResult,
  RunStatus,
  Score,
  TargetDescription,
  TaskResult,
} from '../lab/result/result';
