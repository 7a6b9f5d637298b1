// Measures peers in turn: A B C, A B C, …, so that what the machine does beside it meets all of them alike.

/** The share of rounds that may fail before a row counts as failed. */
const FAILED_MOST = 0.25;

/**
 * Measures some rounds of one condition. The first round warms up and is dropped.
 *
 * @param {Record<string, (condition: object) => Promise<Record<string, number>>>} subjects what is measured, by name
 * @param {object} condition the device and the network
 * @param {number} rounds how many are kept
 * @param {(text: string) => void} say
 * @returns {Promise<{samples: Record<string, Record<string, number[]>>, dropped: string[]}>}
 */
export async function measureInTurn(subjects, condition, rounds, say) {
  const samples = Object.fromEntries(Object.keys(subjects).map((name) => [name, {}]));
  const dropped = [];
  for (let round = 0; round <= rounds; round += 1) {
    const found = await oneRound(subjects, condition).catch((problem) => void dropped.push(firstLine(problem)));
    if (!found) {
      say(`a round was dropped: ${dropped.at(-1)}`);
      if (dropped.length > FAILED_MOST * (rounds + 1)) throw new Error(`too many rounds failed: ${dropped.join('; ')}`);
      continue;
    }
    say(`round ${round} of ${rounds}: ${shown(found)}`);
    if (round > 0) keep(samples, found);
  }
  return { samples, dropped };
}

async function oneRound(subjects, condition) {
  const found = {};
  for (const [name, measure] of Object.entries(subjects)) {
    found[name] = await measure(condition).catch((problem) => {
      throw new Error(`${name}: ${firstLine(problem)}`);
    });
    const [missing] = Object.entries(found[name]).find(([, value]) => !Number.isFinite(value)) ?? [];
    if (missing) throw new Error(`${name}: the browser did not tell ${missing}`);
  }
  return found;
}

function keep(samples, found) {
  for (const [name, measures] of Object.entries(found)) {
    for (const [measure, value] of Object.entries(measures)) {
      (samples[name][measure] ??= []).push(Math.round(value * 1000) / 1000);
    }
  }
}

const firstLine = (problem) => String(problem?.message ?? problem).split('\n')[0];

function shown(found) {
  const one = (measures) => Object.entries(measures).map(([name, value]) => `${name} ${Math.round(value * 10) / 10}`).join(' ');
  return Object.entries(found).map(([name, measures]) => `${name}: ${one(measures)}`).join(' | ');
}
