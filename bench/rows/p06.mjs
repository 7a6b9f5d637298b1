// P6: the desk of a superior with all of their dossiers, from the tap to the paint.

import { DEVICES } from '../lib/conditions.mjs';
import { atFullStore, atPeer, openDesk, readDesk, shapeOfRows } from '../lib/desk.mjs';
import { EMPLOYEES } from '../lib/store.mjs';

const PEERS = { 'vanilla innerHTML': 'desk-vanilla', 'React 19': 'desk-react' };

export default {
  title: `Desk of ${EMPLOYEES}, tap → painted`,
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'time', peer: 'vanilla innerHTML', most: 1.25, stretch: 1.1 },
    { measure: 'time', peer: 'React 19', most: 1, stretch: 0.8 },
  ],
  async prepare(bench) {
    const desk = await readDesk(bench);
    const count = desk.rows.length;
    const ours = (condition, look = async () => {}) =>
      atFullStore(bench, '#/receive', async ({ page, slowDown }) => {
        await slowDown(condition);
        const time = await openDesk(page, count);
        await look(page);
        return { time };
      });
    const peer = (name) => (condition, look = async () => {}) =>
      atPeer(bench, name, desk, async ({ page, slowDown }) => {
        await slowDown(condition);
        const time = await openDesk(page, count);
        await look(page);
        return { time };
      });
    const subjects = { ours, ...Object.fromEntries(Object.entries(PEERS).map(([name, file]) => [name, peer(file)])) };
    await compare(subjects);
    const once = Object.fromEntries(Object.entries(subjects).map(([name, measure]) => [name, (condition) => measure(condition)]));
    return { subjects: once, notes: [`${count} rows with the same DOM; ours also judges for each dossier whose turn it is, the peers have it ready.`] };
  },
};

/** Fails unless all of them make the same rows. */
async function compare(subjects) {
  let wanted;
  for (const [name, measure] of Object.entries(subjects)) {
    let shape;
    await measure({}, async (page) => (shape = await shapeOfRows(page)));
    wanted ??= shape;
    const place = wanted.findIndex((row, index) => row !== shape[index]);
    if (place >= 0) throw new Error(`${name} makes another row ${place}: ${shape[place]} instead of ${wanted[place]}`);
  }
}
