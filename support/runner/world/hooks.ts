import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  setDefaultTimeout,
  type ITestStepHookParameter,
} from '@cucumber/cucumber';
import { AssertionError } from 'chai';
import { Problem } from '../../common/problem';
import { tagValues } from '../../lab/features/tags';
import { Blocked } from './blocked';
import type { Outcome } from './outcome';
import { findSession, forgetSession, nameOf, openSession, type WorldParameters } from '../session/open-sessions';
import { openOwnSession } from '../session/own-session';
import type { LabWorld } from './world';

// Every call has an end of its own (support/aws/client.ts); a step that retries a throttled one may take its time.
setDefaultTimeout(-1);

interface RunHook {
  parameters: WorldParameters;
}

BeforeAll({ name: 'open a session where Cucumber was started by itself' }, async function (this: RunHook) {
  if (findSession(nameOf(this.parameters))) return;
  openSession(nameOf(this.parameters), await openOwnSession(this.parameters.target ?? 'mock'));
});

AfterAll({ name: 'close the session that was opened here' }, async function (this: RunHook) {
  if (this.parameters.session !== undefined) return;
  const name = nameOf(this.parameters);
  const session = findSession(name);
  forgetSession(name);
  await session?.close();
});

Before({ name: 'join the session that the scenario belongs to' }, function (this: LabWorld, { pickle }) {
  [this.sessionName] = tagValues(
    pickle.tags.map(({ name }) => name),
    'session',
  );
});

Before({ name: 'leave out what does not apply or is blocked already' }, function (this: LabWorld, { pickle }) {
  const { target, verdicts } = this.session;
  const tags = pickle.tags.map(({ name }) => name);
  if (tags.includes('@behaviour') && target.readOnly) {
    this.explain({ status: 'skipped', reason: target.readOnly });
    return 'skipped';
  }
  const cause = tagValues(tags, 'needs').find((id) => ['failed', 'blocked'].includes(verdicts.get(id) ?? ''));
  if (cause) {
    this.explain({ status: 'blocked', reason: `It needs "${cause}", which did not pass.` });
    return 'skipped';
  }
});

// Here and not in After, which is handed the error of the last step alone, and that one was skipped.
AfterStep(function (this: LabWorld, { error }: ITestStepHookParameter) {
  const outcome = outcomeOf(error as Error | undefined);
  if (outcome) this.explain(outcome);
});

After({ name: 'remember what the scenario came to' }, function (this: LabWorld, { pickle }) {
  const [id] = tagValues(
    pickle.tags.map(({ name }) => name),
    'check',
  );
  if (id) this.session.verdicts.set(id, this.verdict);
});

/** An error that is no assertion is no verdict: the check is blocked, or could not look. */
function outcomeOf(error: Error | undefined): Outcome | undefined {
  if (!error || error instanceof AssertionError) return undefined;
  if (error instanceof Blocked) return { status: 'blocked', reason: error.message };
  if (error instanceof Problem) return { status: 'error', reason: error.message, remedy: error.remedy };
  return { status: 'error', reason: `An unexpected fault: ${error.message}` };
}
