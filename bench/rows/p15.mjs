// P15: signing what somebody else wrote, and the file for them.

import { inWindow } from '../lib/browser.mjs';
import { DEVICES } from '../lib/conditions.mjs';
import { atFullStore } from '../lib/desk.mjs';
import { waitingPlan } from '../lib/diverged.mjs';
import { installTools } from '../lib/inside.mjs';
import { PASSPHRASE } from '../lib/person.mjs';

export default {
  title: 'Sign and make the file, tap → file offered',
  unit: 'ms',
  conditions: DEVICES,
  goals: [
    { measure: 'time', peer: 'JS + WebCrypto', most: 1.1, stretch: 0.8 },
    { measure: 'make', what: 'of it, from the tap on the file' },
  ],
  notes: [
    'ours takes two taps, which follow each other at once here: one signs the record and its cover letter, stores them, judges and draws the page for sending; ' +
      'the other makes the file. The passphrase is derived by one round instead of 600,000, because a peer would need those too. ' +
      'The peer signs the same two with a key at hand, makes the same text, stores nothing and draws nothing.',
  ],
  async prepare(bench) {
    const { file } = await waitingPlan((await bench.stores()).files);
    const id = Buffer.from(file.dossier.split(':')[1], 'hex').toString('base64url');
    const { origin } = await bench.served('work');
    const ours = (condition) =>
      atFullStore(bench, '#/', async ({ page, slowDown }) => {
        await page.evaluate((hash) => (location.hash = hash), `#/dossier/${id}/planning`);
        await page.getByRole('button', { name: 'Setuju dan paraf', exact: true }).click();
        await page.locator('#unlock').fill(PASSPHRASE);
        await slowDown(condition);
        return page.evaluate(signAndSend);
      });
    const peer = async (condition) =>
      inWindow(await bench.browser(), {}, async ({ context, page, slowDown }) => {
        await installTools(context);
        await page.goto(`${origin}/send.html`);
        await page.evaluate((file) => window.prepare(file), file);
        await slowDown(condition);
        return page.evaluate(send);
      });
    return { subjects: { ours, 'JS + WebCrypto': peer } };
  },
};

/** Runs in our page: signs, taps what gives the file as soon as it is there, and waits until it is offered. */
async function signAndSend() {
  let offered;
  const isOffered = new Promise((done) => (offered = done));
  const own = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    offered(performance.now());
    return own.call(URL, blob);
  };
  const start = performance.now();
  document.querySelector('form button[type=submit]').click();
  let tapped;
  const look = () => {
    const button = document.querySelector('#hand-out');
    if (!button) return void requestAnimationFrame(look);
    tapped = performance.now();
    button.click();
  };
  look();
  const end = await isOffered;
  return { time: end - start, make: end - tapped };
}

/** The same in the page of the peer. */
async function send() {
  const own = URL.createObjectURL;
  const isOffered = new Promise((done) => {
    URL.createObjectURL = (blob) => {
      done(performance.now());
      return own.call(URL, blob);
    };
  });
  const start = performance.now();
  document.querySelector('button').click();
  return { time: (await isOffered) - start };
}
