// The desk of the superior: ours with all dossiers, and the same page in the words of other libraries.

import { LAPTOP, inWindow } from './browser.mjs';
import { installTools } from './inside.mjs';

export const ROW = 'table.dossiers tbody tr';

/** Opens our app with all dossiers of the superior at an address, at full speed, and lets work be done there. */
export async function atFullStore(bench, hash, work) {
  const { origin } = await bench.ours();
  const { full: entries } = await bench.stores();
  return inWindow(await bench.browser(), { viewport: LAPTOP, store: { origin, entries } }, async (window) => {
    await installTools(window.context);
    await window.page.goto(`${origin}/${hash}`);
    await window.page.locator(hash === '#/' ? ROW : 'main input[type=file]').first().waitFor({ state: 'attached' });
    await settle(window.page);
    return work(window);
  });
}

/** Opens a page of a peer that shows our frame and what stands in it before the desk is opened. */
export async function atPeer(bench, name, given, work) {
  const { origin } = await bench.served('desk');
  return inWindow(await bench.browser(), { viewport: LAPTOP }, async (window) => {
    await installTools(window.context);
    await window.page.goto(`${origin}/${name}.html`);
    await window.page.evaluate((given) => window.desk.prepare(given), given);
    await settle(window.page);
    return work(window);
  });
}

/** Waits until nothing is left to do from before. */
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done), 500)));

/** Taps the link to the desk, and gives the milliseconds until all of its rows are painted. */
export function openDesk(page, count) {
  return page.evaluate(
    async ([selector, count]) => {
      const start = performance.now();
      document.querySelector('nav a[href="#/"]').click();
      return (await window.bench.until(() => document.querySelectorAll(selector).length >= count)) - start;
    },
    [ROW, count],
  );
}

/** Asks our desk for more until it lists all dossiers. */
export function listAll(page) {
  return page.evaluate(async (selector) => {
    for (let more; (more = document.getElementById('more')); ) {
      const { length } = document.querySelectorAll(selector);
      more.click();
      await window.bench.until(() => document.querySelectorAll(selector).length > length);
    }
  }, ROW);
}

/**
 * Reads our desk as plain values, and what stands around it as HTML.
 *
 * @param {boolean} [all] whether all dossiers are listed, and not only those that are listed first
 * @returns {Promise<object>} what {@link atPeer} needs, and the table itself to compare with
 */
export function readDesk(bench, all = false) {
  return atFullStore(bench, '#/receive', async ({ page }) => {
    const before = await page.evaluate(() => {
      const main = document.querySelector('#app main');
      const html = main.innerHTML;
      const frame = document.getElementById('app').cloneNode(true);
      frame.querySelector('main').innerHTML = '';
      return { before: html, frame: frame.innerHTML };
    });
    await openDesk(page, 1);
    if (all) await listAll(page);
    await settle(page);
    return { ...before, ...(await page.evaluate(readTable)) };
  });
}

/** Runs in the page: takes the desk apart. */
function readTable() {
  const main = document.querySelector('#app main');
  const [own, mark] = [main.querySelector('table.dossiers'), '\u0000'];
  const readRow = (row) => {
    const text = (selector) => row.querySelector(selector).textContent;
    return {
      mine: row.className === 'mine', href: row.querySelector('a').getAttribute('href'), who: text('th a'), about: text('.about'),
      stage: row.querySelector('td > span').textContent, symbol: row.querySelector('use').getAttribute('href'),
      words: text('.signed > span'), since: text('.since'), ask: text('.ask'),
    };
  };
  const copy = main.cloneNode(true);
  copy.querySelector('table.dossiers').replaceWith(mark);
  const [above, below] = copy.innerHTML.split(mark);
  return {
    above, below, head: own.tHead.outerHTML, headings: [...own.tHead.querySelectorAll('th')].map((one) => one.textContent),
    rows: [...own.tBodies[0].rows].map(readRow),
  };
}

/** Gives the elements, attributes and texts of the rows, without what libraries leave between them. */
export function shapeOfRows(page) {
  return page.evaluate((selector) => {
    const shape = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const attributes = [...node.attributes].filter(({ value }) => value).map(({ name, value }) => `${name}=${value}`).sort();
      const inner = [...node.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE).map(shape);
      return `<${[node.localName, ...attributes].join(' ')}>${inner.join('')}</>`;
    };
    return [...document.querySelectorAll(selector)].map(shape);
  }, ROW);
}
