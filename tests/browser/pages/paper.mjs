// Practice dossiers in the hands of their superior, and what is printed of them.

import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes one finished practice dossier by the native command; gives its file, and who are its sides. */
export async function makeDossier(folder, { rules, position, answers }) {
  const out = join(folder, [rules, position, answers].join('-'));
  const options = { employees: 1, seed: 1, out, rules, position, answers };
  await run(process.env.PARAF_BIN, ['demo', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, `${value}`])]);
  const name = (await readdir(out)).find((one) => /-001\.json$/.test(one));
  const path = join(out, name);
  const { employee, superior, period } = JSON.parse(await readFile(path, 'utf8')).records[0].body;
  return { path, employee, superior, period };
}

/** Gives what a person's browser holds as it would be if they were somebody else, whose key they do not need. */
export function heldBy(card, entries) {
  const held = ([name, value]) => [name, /^paraf\.v2\/\d+\/me$/.test(name) ? JSON.stringify({ ...JSON.parse(value), card }) : value];
  return Object.fromEntries(Object.entries(entries).map(held));
}

/** Counts how often the page asks for the dialog of printing, and with how many sheets on the page. */
export function countPrints(context) {
  return context.addInitScript(() => {
    window.printed = [];
    window.print = () => window.printed.push(document.querySelectorAll('article.sheet').length);
  });
}

/** Gives what `window.print` was asked for, see {@link countPrints}. */
export const prints = ({ page }) => page.evaluate(() => window.printed);

/** Prints the page into a file. */
export async function print({ page, folder }, name) {
  const path = join(process.env.PARAF_PRINTS ?? folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  return path;
}

/** Lists each piece of text of the sheets that is meant for paper, in order. */
export async function partsOfSheets({ page }) {
  await page.emulateMedia({ media: 'print' });
  const parts = await page.evaluate(() =>
    [...document.querySelectorAll('article.sheet')].flatMap((sheet, index) => {
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (!parent.checkVisibility()) continue;
        const [isHeading, isStrip] = ['h2, h3, dt', '.strip'].map((which) => parent.closest(which) !== null);
        found.push({ text: walker.currentNode.data, isHeading, isStrip, sheet: index });
      }
      return found;
    }),
  );
  await page.emulateMedia({ media: null });
  return parts;
}

/** Lays sheets out on paper as before they were plain blocks, so that what finds faults can be seen to find them. */
export function layOutAsGrid({ page }) {
  return page.evaluate(() => {
    const style = new CSSStyleSheet();
    style.replaceSync('@media print { main, .sheet, .sheet > section, .sheet dl { display: grid; gap: 1rem } .sheet dl > div { break-inside: avoid }}');
    document.adoptedStyleSheets = [style];
  });
}
