// What two people do works the same without a host: once the first visit left the app on the device, and in one file that
// was passed on. The journeys are those of the host, run once more (lib/origin.mjs).

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { execPath } from 'node:process';
import { test } from 'node:test';

/** The journeys of each place; on a file all that files and storage are part of, since no host is there to help. */
const JOURNEYS = {
  offline: ['cycle.test.mjs', 'keep.test.mjs'],
  file: ['cycle.test.mjs', 'keys.test.mjs', 'files.test.mjs', 'keep.test.mjs'],
};

/** Runs files of tests with the app at a place; gives what they print, and how many of them ran. */
async function run(place, files) {
  const { NODE_TEST_CONTEXT, ...environment } = process.env;
  const options = ['--test', '--test-concurrency=1', '--test-reporter=tap', ...files];
  const child = spawn(execPath, options, { cwd: import.meta.dirname ?? new URL('.', import.meta.url).pathname, env: { ...environment, PARAF_ORIGIN: place } });
  let said = '';
  child.stdout.on('data', (part) => (said += part));
  child.stderr.on('data', (part) => (said += part));
  const code = await new Promise((done) => child.on('close', done));
  const count = (what) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(said)?.[1]);
  return { code, said, passed: count('pass'), others: ['fail', 'cancelled', 'skipped', 'todo'].map(count) };
}

for (const [place, files] of Object.entries(JOURNEYS)) {
  test(`the journeys of two people with the app at this place: ${place}`, async () => {
    const { code, said, passed, others } = await run(place, files);
    assert.deepEqual({ code, others }, { code: 0, others: [0, 0, 0, 0] }, said);
    // Each file has its steps; a run of nothing is none.
    assert.ok(passed >= 5 * files.length, said);
  });
}
