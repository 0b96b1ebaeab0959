import type { Catalogue } from '../../lab/features/catalogue';
import { Problem } from '../../common/problem';
import { quote } from '../../common/text/shorten';

/**
 * The chosen tasks.
 *
 * @throws Problem for a task that the lab does not have
 */
export function chosenTasks({ tasks }: Catalogue, asked?: readonly string[]): number[] | undefined {
  const words = asked?.flatMap((word) => word.split(',')).map((word) => word.trim());
  return words?.map((word) => {
    const task = tasks.find(({ id }) => String(id) === word);
    if (task) return task.id;
    throw new Problem(
      `${quote(word)} is not a task of the lab.`,
      `The lab has Tasks ${tasks.map(({ id }) => id).join(', ')}. Write, for example, --task ${tasks[0]?.id}.`,
    );
  });
}
