// Steps of a long journey: each is a test of its own, and after a failure the rest is skipped at once.

import { test } from 'node:test';

/** Gives a function like `test` for steps that build on one another. */
export function journey() {
  let broken = false;
  return (name, run) =>
    test(name, { timeout: 60_000 }, async (t) => {
      if (broken) return t.skip('an earlier step failed');
      broken = true;
      await run(t);
      broken = false;
    });
}
