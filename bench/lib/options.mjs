// What the command line asks for.

import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    goals: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string' },
  },
});

/** Rounds that are kept: of the condition that a goal names, and of other devices and networks, which are no goals. */
const FULL = { rounds: 15, others: 5 };
const QUICK = { rounds: 3, others: 0 };

/** Gives how much is measured, and of which rows. */
export function readOptions() {
  const usual = values.quick ? QUICK : FULL;
  const rounds = values.rounds === undefined ? usual.rounds : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1 on');
  const only = values.only.toUpperCase().split(/[\s,]+/).filter(Boolean);
  const others = values.goals ? 0 : Math.min(usual.others, rounds);
  return { isQuick: values.quick, only, rounds, others };
}
