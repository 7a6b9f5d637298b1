// Reads printed pages: every word of a PDF with its box, by pdftotext of Poppler; and finds what lies on something else.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOM = { maxBuffer: 256 * 1024 * 1024 };
/** The shares of the smaller word that may be covered: boxes are as high as a font, not as its letters. */
const COVERED = { width: 0.1, height: 0.2 };
/** The part of a page at its foot in which its number stands, in points: 18 mm. */
const FOOT = 51;

/**
 * Gives the pages of a PDF, each with its words in the order in which they were printed. The number of the page at
 * its foot stands apart.
 */
export async function readPages(path) {
  const { stdout } = await run('pdftotext', ['-raw', '-bbox', path, '-'], ROOM);
  return stdout.split('<page ').slice(1).map(readPage);
}

function readPage(text) {
  const height = Number(/height="([\d.]+)"/.exec(text)[1]);
  const pattern = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g;
  const all = [...text.matchAll(pattern)].map(([, left, top, right, bottom, word]) => {
    return { left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom), text: plain(word) };
  });
  const isFoot = (word) => word.top > height - FOOT;
  return { words: all.filter((word) => !isFoot(word)), foot: all.filter(isFoot).map((word) => word.text).join(' ') };
}

function plain(word) {
  const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return word.replace(/&(\w+);/g, (_, name) => named[name]);
}

/** Takes out all that is no letter: how a text is broken into lines does not matter, nor how letters are joined. */
export function letters(text) {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Gives the pairs of words that lie on each other. */
export function clashes(words) {
  const sorted = words.filter((word) => word.text.trim()).sort((one, other) => one.top - other.top);
  const found = [];
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length && sorted[next].top < one.bottom; next += 1) {
      if (covers(one, sorted[next])) found.push(`${one.text} / ${sorted[next].text}`);
    }
  }
  return found;
}

function covers(one, other) {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const smaller = (from, to) => Math.min(one[to] - one[from], other[to] - other[from]);
  return width > COVERED.width * smaller('left', 'right') && height > COVERED.height * smaller('top', 'bottom');
}

/**
 * Finds what is wrong with printed sheets.
 *
 * @param {{words: object[], foot: string}[]} pages what was printed
 * @param {{text: string, isHeading: boolean, isStrip: boolean, sheet: number}[]} parts what had to be printed, in order
 */
export function faults(pages, parts) {
  const found = [];
  const printed = pages.map(({ words }) => letters(words.map((word) => word.text).join('')));
  const wanted = parts.map((part) => ({ ...part, text: letters(part.text) })).filter(({ text }) => text);
  for (const [index, { words, foot }] of pages.entries()) {
    const number = index + 1;
    found.push(...clashes(words).map((pair) => `page ${number}: words lie on each other: ${pair}`));
    if (words.length === 0) found.push(`page ${number}: is empty`);
    if (letters(foot) !== `${number}/${pages.length}`) found.push(`page ${number}: its foot says ${foot}`);
  }
  const whole = wanted.map(({ text }) => text).join('');
  if (printed.join('') !== whole) {
    const at = [...whole].findIndex((letter, place) => letter !== printed.join('')[place]);
    return [...found, `something else was printed than had to be, from: ${whole.slice(at, at + 60)}`];
  }
  const ends = printed.map(((end) => (text) => (end += text.length))(0));
  const pageOf = (letter) => ends.findIndex((end) => letter < end);
  let at = 0;
  for (const [index, part] of wanted.entries()) {
    const [first, last] = [pageOf(at), pageOf(at + part.text.length - 1)];
    const before = wanted[index - 1];
    if (part.isHeading && ends.includes(at + part.text.length)) found.push(`page ${last + 1}: ends with ${part.text}`);
    if (part.isHeading && first !== last) found.push(`page ${first + 1}: a heading is parted: ${part.text}`);
    if (part.sheet !== before?.sheet && at > 0 && pageOf(at - 1) === first) found.push(`page ${first + 1}: a sheet begins within it`);
    if (part.isStrip && before?.isStrip && pageOf(at - 1) !== last) found.push(`page ${last}: the signatures are parted`);
    if (part.isStrip && !before?.isStrip && pageOf(at - 1) !== first) found.push(`page ${first + 1}: the signatures stand alone`);
    at += part.text.length;
  }
  return found;
}
