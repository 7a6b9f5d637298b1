// Medians, percentiles, and how sure a ratio is.

/** The resamples of one interval: more change it by less than what is printed. */
const RESAMPLES = 4000;

/** Gives the value below which this share of the values lies, between two values in proportion. */
export function quantile(values, share) {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place % 1);
}

export const median = (values) => quantile(values, 0.5);

/**
 * Gives the ratio of two medians with its 95 % interval by bootstrap.
 *
 * The values of one round were measured one right after the other and share what the machine was doing then, so whole
 * rounds are drawn, not values. The draws follow from a fixed seed: the same values always give the same interval.
 *
 * @param {number[]} ours one value for each round
 * @param {number[]} theirs the values of the same rounds
 * @returns {{ratio: number, low: number, high: number}}
 */
export function ratioOfMedians(ours, theirs) {
  const rounds = Math.min(ours.length, theirs.length);
  const ratio = median(ours) / median(theirs);
  if (rounds < 2) return { ratio, low: ratio, high: ratio };
  const next = seeded(2026);
  const ratios = Array.from({ length: RESAMPLES }, () => {
    const drawn = Array.from({ length: rounds }, () => Math.floor(next() * rounds));
    return median(drawn.map((round) => ours[round])) / median(drawn.map((round) => theirs[round]));
  });
  return { ratio, low: quantile(ratios, 0.025), high: quantile(ratios, 0.975) };
}

/** Gives the median of some values with its 95 % interval by bootstrap, for goals that are no ratio. */
export function intervalOfMedian(values) {
  const { ratio, low, high } = ratioOfMedians(values, values.map(() => 1));
  return { ratio, low, high };
}

/** Gives a source of numbers from 0 to 1 that follow from a seed (mulberry32). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
