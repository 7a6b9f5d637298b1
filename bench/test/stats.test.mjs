import assert from 'node:assert/strict';
import { test } from 'node:test';
import { intervalOfMedian, median, quantile, ratioOfMedians } from '../lib/stats.mjs';

test('the median is the middle value, or half-way between the two', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.ok(Number.isNaN(median([])));
});

test('a quantile lies between two values in proportion', () => {
  assert.equal(quantile([0, 10], 0.9), 9);
  assert.equal(quantile([5], 0.98), 5);
});

test('what is always half as long has the ratio 0.5 and no doubt', () => {
  const theirs = [100, 120, 90, 400, 110];
  assert.deepEqual(ratioOfMedians(theirs.map((value) => value / 2), theirs), { ratio: 0.5, low: 0.5, high: 0.5 });
});

test('the interval holds the ratio, is wide where the values scatter, and is the same each time', () => {
  const [ours, theirs] = [[10, 30, 11, 50, 9, 12], [20, 22, 19, 21, 40, 20]];
  const first = ratioOfMedians(ours, theirs);
  assert.ok(first.low < first.ratio && first.ratio < first.high, JSON.stringify(first));
  assert.deepEqual(ratioOfMedians(ours, theirs), first);
});

test('one value has no interval', () => {
  assert.deepEqual(ratioOfMedians([1], [2]), { ratio: 0.5, low: 0.5, high: 0.5 });
  assert.deepEqual(intervalOfMedian([7]), { ratio: 7, low: 7, high: 7 });
});
