/**
 * The public API: `import { check, startSandbox } from 'cognito-lab'`, or the same with `require`. It never prints
 * and never sets an exit code.
 */
// The SDK warns about Node 20 once per process. package.json states the supported versions.
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
