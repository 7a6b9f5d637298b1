import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, verdict } from '../lib/goals.mjs';

test('a goal is met only when the whole interval is within it', () => {
  assert.equal(verdict(0.6, { low: 0.4, high: 0.6 }), 'met');
  assert.equal(verdict(0.6, { low: 0.4, high: 0.61 }), 'not certain');
  assert.equal(verdict(0.6, { low: 0.61, high: 0.7 }), 'missed');
  assert.equal(verdict(undefined, { low: 1, high: 1 }), 'no goal');
});

test('a ratio is taken of the same measure of both, a limit of ours alone', () => {
  const samples = { ours: { ready: [10], longest: [40] }, blank: { ready: [20] } };
  assert.equal(judge({ measure: 'ready', peer: 'blank', most: 1 }, samples).ratio, 0.5);
  assert.equal(judge({ measure: 'longest', most: 50 }, samples).verdict, 'met');
  assert.equal(judge({ measure: 'ready', peer: 'gone', most: 1 }, samples), undefined);
});
