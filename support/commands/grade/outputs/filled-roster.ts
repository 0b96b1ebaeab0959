import { quote } from '../../../common/text/shorten';
import type { ClassSummary } from '../../../lab/result/class-result';
import type { Roster } from '../inputs/roster';
import { abbreviateList } from '../inputs/abbreviate-list';

/**
 * The roster with the points of the lab in one column and all other cells unchanged: an import changes these points and
 * nothing else. Learners without a grade are left out, because an empty cell, and Moodle's dash, deletes an existing
 * grade.
 */
export function filledRoster(
  { table, rows, columns, layout }: Roster,
  fill: number,
  { learners }: ClassSummary,
): { rows: string[][]; hints: string[] } {
  const earned = new Map(learners.flatMap(({ student, score }) => (score ? [[student, score.earned] as const] : [])));
  const student = new Map(rows.map(({ at, student }) => [at, student]));
  const locked: string[] = [];
  const excused: string[] = [];
  const changeable = columns.indexOf('grade_can_be_changed');
  const isLocked = (cells: string[]): boolean =>
    changeable >= 0 && /^(no|nein|non)$/i.test(cells[changeable]?.trim() ?? '');
  const filled = table.rows.flatMap(({ cells }, at) => {
    const who = student.get(at);
    // Canvas's row of the points possible goes back as it came.
    if (who === undefined) return layout?.system === 'canvas' && isAboutAssignments(cells) ? [cells] : [];
    const points = earned.get(who);
    if (points === undefined) return [];
    if (isLocked(cells)) {
      locked.push(quote(who));
      return [];
    }
    if (layout?.system === 'canvas' && /^\s*ex\s*$/i.test(cells[fill] ?? '')) {
      excused.push(quote(who));
      return [];
    }
    return [cells.map((cell, column) => (column === fill ? String(points) : cell))];
  });
  const without = learners.length - earned.size;
  return {
    rows: [table.header, ...filled],
    hints: [
      ...(without
        ? [`gradebook.csv has no row of ${without} without a grade, so that an import leaves them as they are.`]
        : []),
      ...(locked.length
        ? [`The grades of ${abbreviateList(locked)} are locked in Moodle: they are not in gradebook.csv.`]
        : []),
      ...(excused.length ? [`Canvas has excused ${abbreviateList(excused)}: they are not in gradebook.csv.`] : []),
    ],
  };
}

const isAboutAssignments = (cells: readonly string[]): boolean => {
  const texts = cells.map((cell) => cell.trim().toLowerCase());
  return (
    texts[0]?.startsWith('points possible') === true ||
    texts.every((text) => text === '' || text === 'muted' || text.startsWith('manual posting'))
  );
};
