// What finds faults on printed pages: that it finds each of them, and no other.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clashes, faults } from './lib/paper.mjs';

test('two words lie on each other when a good part of the smaller is covered, and only then', () => {
  const word = (left, top, right, bottom) => ({ left, top, right, bottom, text: 'kata' });
  const long = word(10, 10, 60, 22);
  const count = (other) => clashes([long, other]).length;
  assert.equal(count(word(10, 10, 60, 22)), 1, 'the same place');
  assert.equal(count(word(50, 16, 90, 28)), 1, 'a corner');
  assert.equal(count(word(20, 12, 25, 16)), 1, 'a small one within it');
  assert.equal(count(word(10, 24, 60, 36)), 0, 'the next line');
  assert.equal(count(word(10, 21, 60, 33)), 0, 'the next line, close by');
  assert.equal(count(word(61, 10, 90, 22)), 0, 'the next word');
  assert.equal(count(word(59, 10, 90, 22)), 0, 'the next word, leaning over');
});

test('each fault of a printed page is found by its kind', () => {
  const line = (number, text) => ({ left: 10, top: number * 20, right: 90, bottom: number * 20 + 12, text });
  const page = (...texts) => ({ words: texts.map((text, index) => line(index + 1, text)), foot: '' });
  const numbered = (pages) => pages.map((one, index) => ({ ...one, foot: `${index + 1} / ${pages.length}` }));
  const part = (text, kind = {}) => ({ text, isHeading: false, isStrip: false, sheet: 0, ...kind });
  const parts = [part('Judul', { isHeading: true }), part('isi'), part('paraf', { isStrip: true }), part('atasan', { isStrip: true })];
  const found = (...pages) => faults(numbered(pages), parts).map((fault) => fault.replace(/^page \d+: /, ''));
  assert.deepEqual(found(page('Judul', 'isi', 'paraf', 'atasan')), []);
  assert.deepEqual(found(page('Judul'), page('isi', 'paraf', 'atasan')), ['ends with Judul']);
  assert.deepEqual(found(page('Ju'), page('dul', 'isi', 'paraf', 'atasan')), ['a heading is parted: Judul']);
  assert.deepEqual(found(page('Judul', 'isi', 'paraf'), page('atasan')), ['the signatures are parted']);
  assert.deepEqual(found(page('Judul', 'isi'), page('paraf', 'atasan')), ['the signatures stand alone']);
  assert.deepEqual(found(page('Judul', 'isi', 'paraf', 'atasan'), page()), ['is empty']);
  assert.match(found(page('Judul', 'paraf', 'atasan'))[0], /^something else was printed/);
  const two = [part('Judul', { isHeading: true }), part('isi'), part('isi', { sheet: 1 })];
  assert.deepEqual(faults(numbered([page('Judul', 'isi', 'isi')]), two), ['page 1: a sheet begins within it']);
  assert.deepEqual(faults(numbered([page('Judul', 'isi'), page('isi')]), two), []);
  assert.deepEqual(faults([{ ...page('Judul', 'isi', 'paraf', 'atasan'), foot: '2 / 2' }], parts), ['page 1: its foot says 2 / 2']);
});
