import { isLink } from '../features/read-catalogue';
import { featureName } from '../features/read-catalogue';
import { inspectLab, labFile, type Fault, type Lab, type ReadLab } from '../lab-folder';
import { inOrder } from '../lab-folder/fault';
import { readSolutions } from '../lab-folder/solutions';
import { lintSteps } from './lint-steps';
import { lintWords } from './lint-words';

/**
 * Every fault of the lab in a folder, all at once: those for which it is refused, and those by which it would mislead.
 *
 * @returns the lab too, where it could be used
 * @throws Problem for what is not a folder
 */
export function lintLab(folder: string): { lab?: Lab; faults: Fault[] } {
  const read = inspectLab(folder);
  const ids = new Set(
    read.features.flatMap(({ pickles }) =>
      pickles.flatMap(({ tags }) => tags.flatMap(({ name }) => /^@check:(.+)$/.exec(name)?.[1] ?? [])),
    ),
  );
  const { faults: ofSolutions } = readSolutions(read.files, ids);
  const faults = [
    ...read.faults,
    ...ofSolutions,
    ...lintSteps(read.features),
    ...lintWords(read.features),
    ...lintTasks(read),
    ...lintTutorial(read),
  ];
  const seen = new Set<string>();
  const once = inOrder(faults).filter((fault) => {
    const key = JSON.stringify(fault);
    return !seen.has(key) && seen.add(key);
  });
  return { ...(read.lab && { lab: read.lab }), faults: once };
}

/** The numbers and titles of lab.json and of the features are the same. */
function lintTasks({ about, features }: ReadLab): Fault[] {
  if (!about) return [];
  const named = features.flatMap(({ uri, document: { feature } }) => {
    const name = featureName(feature?.name ?? '');
    return name ? [{ uri, ...name, ...feature?.location }] : [];
  });
  return [
    ...named.flatMap(({ uri, number, title, line, column }): Fault[] => {
      const task = about.tasks.find(({ id }) => id === number);
      const place = { file: uri, ...(line !== undefined && { line, column }) };
      if (!task)
        return [
          {
            ...place,
            message: `${labFile} has no task ${number}.`,
            remedy: `Add {"id": ${number}, "title": …} there.`,
          },
        ];
      return task.title === title
        ? []
        : [
            {
              ...place,
              message: `The title of Task ${number} is another one in ${labFile}: ${JSON.stringify(task.title)}.`,
              remedy: 'Say the same in both.',
            },
          ];
    }),
    ...about.tasks.flatMap(({ id }): Fault[] =>
      named.some(({ number }) => number === id)
        ? []
        : [
            {
              file: labFile,
              message: `Task ${id} has no feature.`,
              remedy: `Add features/task-${id}.feature, or take the task away.`,
            },
          ],
    ),
  ];
}

const lintTutorial = ({ about }: ReadLab): Fault[] =>
  about?.tutorial === undefined || isLink(about.tutorial)
    ? []
    : [{ file: labFile, message: '"tutorial" is not a link.', remedy: 'Write one that begins with https://.' }];
