// P7: one status changes while the desk is open.

import { readFile } from 'node:fs/promises';
import { DEVICES } from '../lib/conditions.mjs';
import { ROW, atFullStore, atPeer, openDesk, readDesk } from '../lib/desk.mjs';

const VANILLA = 'vanilla, status at hand';
const REACT = 'React 19, status at hand';
const CHECKED = 'vanilla that checks the file by WebCrypto';

export default {
  title: 'One status among 200 → painted',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'time', peer: VANILLA, most: 1.3, stretch: 1.1 },
    { measure: 'time', peer: REACT, most: 0.25, stretch: 0.1 },
    { measure: 'time', peer: CHECKED },
  ],
  notes: [
    'the app changes a status only when a signed file says so: its time begins when the file is dropped on the desk, and holds reading, ' +
      'checking all signatures, storing and judging. The first two peers get the new status as a value, which is the least that can be done.',
  ],
  async prepare(bench) {
    const { change } = await bench.stores();
    const text = await readFile(change.path, 'utf8');
    let place, row;
    const ours = (condition) =>
      atFullStore(bench, '#/', async ({ page, cdp, slowDown }) => {
        await slowDown(condition);
        const found = await dropped(page, cdp, change);
        [place, row] = [found.place, found.row];
        return { time: found.time };
      });
    const desk = await readDesk(bench);
    await ours({});
    if (desk.rows[place].who !== row.who) throw new Error('the row that changed went to another place');
    row = { ...desk.rows[place], ...row };
    const peer = (file, call) => (condition) =>
      atPeer(bench, file, desk, async ({ page, slowDown }) => {
        await openDesk(page, desk.rows.length);
        await slowDown(condition);
        return { time: await changed(page, call, { text, place, row }) };
      });
    return {
      subjects: {
        ours,
        [VANILLA]: peer('desk-vanilla', 'change'),
        [REACT]: peer('desk-react', 'change'),
        [CHECKED]: peer('desk-checked', 'takeIn'),
      },
    };
  },
};

/** Drops the file on the middle of our desk; gives the milliseconds until its row is painted with something else. */
async function dropped(page, cdp, { path, name }) {
  await page.evaluate(
    ([selector, name]) => {
      const find = () => [...document.querySelectorAll(selector)].find((row) => row.querySelector('a').textContent === name);
      const before = find().textContent;
      window.bench.changed = new Promise((done) => {
        const begin = async () => {
          const start = performance.now();
          const time = (await window.bench.until(() => find() && find().textContent !== before)) - start;
          const [row, text] = [find(), (inner) => find().querySelector(inner).textContent];
          const shown = { who: name, stage: text('td > span'), symbol: row.querySelector('use').getAttribute('href'), words: text('.signed > span'), since: text('.since'), ask: text('.ask'), mine: row.className === 'mine' };
          done({ time, place: [...row.parentNode.children].indexOf(row), row: shown });
        };
        addEventListener('drop', begin, { capture: true, once: true });
      });
    },
    [ROW, name],
  );
  const { width, height } = page.viewportSize();
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await cdp.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  return page.evaluate(() => window.bench.changed);
}

/** Changes one row of a peer, and gives the milliseconds until it is painted. */
function changed(page, call, { text, place, row }) {
  return page.evaluate(
    async ([selector, call, text, place, row]) => {
      const find = () => document.querySelectorAll(selector)[place];
      const before = find().textContent;
      const start = performance.now();
      call === 'takeIn' ? window.takeIn(text, place, row) : window.change(place, row);
      return (await window.bench.until(() => find() && find().textContent !== before)) - start;
    },
    [ROW, call, text, place, row],
  );
}
