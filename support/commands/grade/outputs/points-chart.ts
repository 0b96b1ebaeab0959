import { count } from '../../../reports/render/wording';

/** A column of the histogram. Heights and widths are in units of the picture. */
interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
  count: number;
  /** `0 to 2 points`. */
  range: string;
}

export interface PointsChart {
  width: number;
  height: number;
  bars: Bar[];
  /** What the picture shows, in words. */
  text: string;
}

const mostBars = 10;
const barWidth = 60;
const barHeight = 120;

/**
 * The distribution of points as a histogram.
 *
 * @param scores points of the graded learners
 * @param possible points of the whole lab
 * @returns undefined where there is nothing to show
 */
export function pointsChart(scores: readonly number[], possible: number): PointsChart | undefined {
  if (scores.length === 0 || !(possible > 0)) return undefined;
  const size = Math.max(1, Math.ceil((possible + 1) / mostBars));
  const bins = Array.from({ length: Math.ceil((Math.floor(possible) + 1) / size) }, (_, at) => ({
    from: at * size,
    to: Math.min((at + 1) * size - 1, Math.ceil(possible)),
    count: 0,
  }));
  for (const score of scores) {
    const bin = bins[Math.min(Math.floor(Math.max(score, 0) / size), bins.length - 1)];
    if (bin) bin.count++;
  }
  const most = Math.max(...bins.map((bin) => bin.count));
  const bars = bins.map((bin, at): Bar => {
    const height = Math.round((bin.count / most) * barHeight);
    const range = bin.from === bin.to ? `${bin.from}` : `${bin.from}–${bin.to}`;
    return { x: at * barWidth, y: 20 + barHeight - height, width: barWidth - 6, height, count: bin.count, range };
  });
  return {
    width: bins.length * barWidth,
    height: barHeight + 44,
    bars,
    text: bars.map((bar) => `${bar.range} points: ${count(bar.count, 'learner')}`).join('; '),
  };
}
