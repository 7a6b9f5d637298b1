import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plots } from '../lib/plots.mjs';
import { digits, tables } from '../lib/table.mjs';

const made = { date: '2026-01-01T00:00:00Z', isQuick: false, browser: 'Chromium 1', machine: '2 × X', app: 'a' };
const samples = { ours: { ready: [10, 11, 12] }, blank: { ready: [20, 22, 24] } };
const row = { id: 'P3', title: 'Load', unit: 'ms', made, goals: [{ measure: 'ready', peer: 'blank', most: 0.4 }], conditions: [{ cpu: 4, samples }] };

test('a missed goal, a row that failed and one that is not there are told plainly', () => {
  const text = tables([row, { id: 'P4', title: 'Later', failure: 'no browser' }, { id: 'P2', title: 'One file', missing: 'not built' }]);
  assert.match(text, /\| P3 \| Load, CPU 4× \| 11 \(11.8\) ms \| blank \| 22 \(23.6\) ms \| 0.5 \| ≤ 0.4 \| \*\*missed\*\* \|/);
  assert.match(text, /\| P4 \| Later \| failed: no browser \|.*\*\*failed\*\*/);
  assert.match(text, /\| P2 \| One file \| not built \|.*\*\*not measured\*\*/);
});

test('numbers have the digits that count', () => {
  assert.deepEqual([0, 0.1234, 12.345, 1234.5, NaN].map(digits), ['0', '0.12', '12.3', '1,235', '–']);
});

test('a plot is drawn of what was measured, and none of nothing', () => {
  assert.match(plots([row]).ratios, /class="missed"/);
  assert.deepEqual(plots([{ id: 'P4', failure: 'x' }]), {});
});
