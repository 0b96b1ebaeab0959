import { inspect } from 'node:util';
import {
  After,
  AfterAll,
  Before,
  BeforeAll,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  type ITestCaseHookParameter,
} from '../cucumber/definitions';
import { AssertionError } from 'chai';
import { Problem } from '../../common/problem';
import { tagValues } from '../../lab/features/tag-values';
import { engine, type WorldParameters } from '../cucumber/engine';
import { openOwnSession } from '../session/own-session';
import { skipOutcome } from '../verdict/skip-rules';
import { Blocked, type Outcome } from './outcome';
import { LabWorld } from './world';

// Every call has its own time limit (support/aws/client.ts). A step that retries a throttled call can take long.
setDefaultTimeout(-1);

// The hooks of a whole run are for cucumber-js started directly: a command opens its session itself.
interface RunHook {
  parameters: WorldParameters;
}

BeforeAll({ name: 'open a session' }, async function (this: RunHook) {
  engine.open(await openOwnSession(this.parameters.target ?? 'mock'));
});

AfterAll({ name: 'close the session' }, async function () {
  const session = engine.session();
  engine.forget();
  await session.close();
});

Before({ name: 'skip what does not apply or is blocked already' }, function (this: LabWorld, { pickle }) {
  const { target, statuses } = this.session;
  const tags = tagsOf(pickle);
  const kind = tags.includes('@behaviour') ? 'behaviour' : 'setting';
  const outcome = skipOutcome({ kind, needs: tagValues(tags, 'needs') }, target, (id) => statuses.get(id));
  if (!outcome) return;
  this.recordOutcome(outcome);
  return 'skipped';
});

// Not in After, which receives the error of the last step only, and that step was skipped; and not in AfterStep, which
// Cucumber runs as another step after each (a tenth of the time of a class, measured 2026-11).
setDefinitionFunctionWrapper(
  (code: (...args: unknown[]) => unknown) =>
    function (this: unknown, ...args: unknown[]): unknown {
      const record = (error: unknown): never => {
        const outcome = outcomeOf(error);
        if (outcome && this instanceof LabWorld) this.recordOutcome(outcome);
        throw error;
      };
      try {
        const result = code.apply(this, args);
        return result instanceof Promise ? result.catch(record) : result;
      } catch (error) {
        return record(error);
      }
    },
);

After({ name: 'remember the outcome of the scenario' }, function (this: LabWorld, { pickle }) {
  const [id] = tagValues(tagsOf(pickle), 'check');
  if (id !== undefined) this.session.statuses.set(id, this.status);
});

const tagsOf = ({ tags }: ITestCaseHookParameter['pickle']): string[] => tags.map(({ name }) => name);

/** An error that is not an assertion is no verdict: the check is blocked, or its setting could not be read. */
function outcomeOf(error: unknown): Outcome | undefined {
  if (error === undefined || error === null || error instanceof AssertionError) return undefined;
  if (error instanceof Blocked) return { status: 'blocked', reason: error.message };
  if (error instanceof Problem) return { status: 'error', reason: error.message, remedy: error.remedy };
  return {
    status: 'error',
    reason: `An unexpected error: ${error instanceof Error ? error.message : inspect(error)}`,
  };
}
