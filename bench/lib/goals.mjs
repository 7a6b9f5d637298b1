// Holds what was measured against the goals.

import { intervalOfMedian, median, quantile, ratioOfMedians } from './stats.mjs';

/**
 * Judges one goal in one condition. A goal is met when the upper end of the interval is not above it.
 *
 * @param {object} goal `measure`, `most`, and `peer` where it is a ratio
 * @param {Record<string, Record<string, number[]>>} samples
 */
export function judge(goal, samples) {
  const ours = samples.ours?.[goal.measure] ?? [];
  const theirs = goal.peer ? samples[goal.peer]?.[goal.measure] ?? [] : undefined;
  if (ours.length === 0 || theirs?.length === 0) return undefined;
  const interval = theirs ? ratioOfMedians(ours, theirs) : intervalOfMedian(ours);
  return {
    ...interval,
    verdict: verdict(goal.most, interval),
    isStretch: goal.stretch !== undefined && interval.high <= goal.stretch,
    rounds: ours.length,
    ours: { median: median(ours), high: quantile(ours, 0.9) },
    theirs: theirs && { median: median(theirs), high: quantile(theirs, 0.9) },
  };
}

/** Says whether a goal is met, missed, or neither is certain yet. */
export function verdict(most, { low, high }) {
  if (most === undefined) return 'no goal';
  if (high <= most) return 'met';
  return low > most ? 'missed' : 'not certain';
}
