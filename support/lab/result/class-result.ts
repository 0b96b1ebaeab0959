import * as v from 'valibot';

/**
 * The results of a class: `cognito-lab/summary/v1`. `summary.json` is exactly this object, and every other output about
 * the class (the gradebook, the class page, JUnit) renders nothing but this, so that no two of them can disagree.
 *
 * `student`, `name` and every reason are untrusted text, to be escaped wherever they are shown.
 * `fixtures/schemas/summary-v1.schema.json` is this as JSON Schema.
 */
export const SUMMARY_SCHEMA = 'cognito-lab/summary/v1';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const points = v.pipe(v.number(), v.minValue(0));
const date = v.pipe(v.string(), v.description('ISO 8601'));

const scoreSchema = v.pipe(
  v.object({ earned: points, possible: points }),
  v.description('Points after the rubric. A task that could not be checked has no score; it is not worth 0'),
);

const reasonSchema = v.object({ reason: v.string(), remedy: v.optional(v.string()) });

const labSchema = v.object({
  id: v.string(),
  title: v.string(),
  version: v.string(),
  hash: v.pipe(v.string(), v.description('SHA-256 of the features')),
});

const learnerTaskSchema = v.object({
  id: v.number(),
  status: v.pipe(
    v.picklist(['passed', 'failed', 'blocked', 'error', 'skipped', 'not-handed-in']),
    v.description('The status of the task in the result; not-handed-in where there is no result'),
  ),
  score: v.optional(scoreSchema),
});

export const learnerSchema = v.object({
  student: v.pipe(v.string(), v.description('As the roster or the folder names the learner')),
  name: v.optional(v.string()),
  status: v.pipe(
    v.picklist(['graded', 'error', 'not-handed-in']),
    v.description('error: the submission could not be graded. Only graded has a score'),
  ),
  passed: v.pipe(v.optional(v.boolean()), v.description('Whether every check passed; of graded learners only')),
  evidence: v.pipe(
    v.optional(v.picklist(['verified', 'self-reported'])),
    v.description('verified: read from the pool itself. self-reported: read from the submission'),
  ),
  score: v.optional(scoreSchema),
  tasks: v.array(learnerTaskSchema),
  missed: v.pipe(
    v.array(v.object({ check: v.string(), settings: v.array(v.string()) })),
    v.description('The checks that failed, with the settings that did not hold; blocked ones are not among them'),
  ),
  late: v.pipe(
    v.optional(v.object({ seconds: count, percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) })),
    v.description('How long after the deadline it was submitted, and the deduction; absent if in time'),
  ),
  adjustments: v.pipe(
    v.optional(v.array(v.object({ text: v.string(), reason: v.string() }))),
    v.description('What the rubric changes for this learner alone, and why; absent where nothing'),
  ),
  attempt: v.pipe(v.optional(count), v.description('1 for the first submission that could be read')),
  submittedAt: v.optional(date),
  gradedAt: v.optional(date),
  userPoolId: v.optional(v.string()),
  reasons: v.pipe(v.array(reasonSchema), v.description('Why there is no grade, each once')),
  notes: v.pipe(v.array(v.string()), v.description('What the instructor should know beside the grade')),
  files: v.pipe(
    v.optional(v.object({ result: v.string(), page: v.string() })),
    v.description('Paths in the output folder of result/v1 and of the page for the learner; absent without a result'),
  ),
});

export const summarySchema = v.object({
  schema: v.literal(SUMMARY_SCHEMA),
  tasks: v.pipe(
    v.array(v.object({ id: v.number(), title: v.string(), possible: points })),
    v.description('The tasks of the lab, with the points that the rubric gives them on a pool that is only read'),
  ),
  possible: v.pipe(points, v.description('Points of the whole lab')),
  totals: v.object({
    learners: count,
    graded: count,
    passed: count,
    failed: v.pipe(count, v.description('Graded, and at least one check failed')),
    error: count,
    notHandedIn: count,
    verified: count,
    selfReported: count,
    late: count,
    mean: v.pipe(v.optional(points), v.description('Points, of the graded learners; absent where there are none')),
    median: v.optional(points),
  }),
  learners: v.pipe(v.array(learnerSchema), v.description('In the order of the roster, or of the names in the folder')),
  mostMissed: v.pipe(
    v.array(
      v.object({
        setting: v.string(),
        check: v.string(),
        title: v.string(),
        task: v.number(),
        missed: v.pipe(count, v.description('How many learners')),
        of: v.pipe(count, v.description('For how many learners the check has a verdict')),
      }),
    ),
    v.description('The settings that most learners missed, the most missed first'),
  ),
  couldNotGrade: v.pipe(
    v.array(
      v.object({
        student: v.string(),
        name: v.optional(v.string()),
        status: v.picklist(['error', 'not-handed-in']),
        reasons: v.array(reasonSchema),
      }),
    ),
    v.description('Who has no grade, and why'),
  ),
  shared: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['account', 'user-pool']),
        what: v.pipe(v.string(), v.description("The pool's id, or the account, masked")),
        students: v.array(v.string()),
      }),
    ),
    v.description('User pools and accounts that several learners submitted'),
  ),
  notes: v.pipe(v.array(v.string()), v.description('About the class as a whole: entries that no learner owns')),
  userPoolName: v.pipe(v.optional(v.string()), v.description('The name that the class agreed on')),
  gradedAt: date,
  version: v.string(),
  lab: v.pipe(labSchema, v.description('The lab that the class was graded by')),
  labHash: v.string(),
});

/** The state of one learner. */
export type LearnerSummary = v.InferOutput<typeof learnerSchema>;

/** The state of a class. */
export type ClassSummary = v.InferOutput<typeof summarySchema>;
