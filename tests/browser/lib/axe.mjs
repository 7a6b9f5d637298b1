// Looks for barriers in a page with axe-core.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Gives a readable line for each barrier that axe finds in the page as it is now.
 *
 * @param {import('playwright-core').Page} page
 * @param {{values: string[], type: 'tag' | 'rule'}} [runOnly] what to look for; by default all that it knows
 * @returns {Promise<string[]>}
 */
export async function findBarriers(page, runOnly = { type: 'tag', values: TAGS }) {
  // Evaluated by the browser's own tools, because the page's policy rightly refuses a foreign script.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }),
    runOnly,
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${help}\n  at ${node.target.join(' ')}: ${node.html}`),
  );
}

/** Gives the barriers of colours alone: all that another theme can bring. */
export const findPaleWords = (page) => findBarriers(page, { type: 'rule', values: ['color-contrast'] });
