// Chance that can be repeated: PARAF_SEED names another seed than the usual one, and each file prints the one
// it used.

const SEED = Number(process.env.PARAF_SEED ?? 2025);

/**
 * Gives a source of chance, and prints how to repeat it.
 *
 * @param {string} name what it is for; the same name and seed give the same numbers
 */
export function chance(name) {
  console.log(`# ${name}: PARAF_SEED=${SEED}`);
  let state = SEED >>> 0;
  for (const letter of name) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least, most) => Math.floor(least + next() * (most - least + 1));
  return { between, of: (list) => list[between(0, list.length - 1)] };
}
