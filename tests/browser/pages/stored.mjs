// What stands in the storage of the browser, read past the app.

import assert from 'node:assert/strict';
import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { base58, unbase58 } from '../lib/sealer.mjs';

/** Opens a page of the same place on which the app does not run, so that it only looks. */
export async function openWatch({ context, origin }) {
  const page = await context.newPage();
  await page.route('**/watch', (route) => route.fulfill({ contentType: 'text/html', body: 'watch' }));
  await page.goto(`${origin}/watch`);
  return page;
}

/** Gives all entries of the app, by their whole names; the mark of the window that works, the reserve and the version are none. */
export function stored(page) {
  const isEntry = "name.startsWith('paraf.') && !['paraf.v2/window', 'paraf.v2/reserve', 'paraf.v2/format'].includes(name)";
  return page.evaluate(`Object.fromEntries(Object.entries({ ...localStorage }).filter(([name]) => ${isEntry}))`);
}

/** Gives the cells that a stopped page saved in a file. */
export function cellsOf(file) {
  return Object.fromEntries(JSON.parse(file).cells.map(({ name, text }) => [name, text.join('')]));
}

/** Gives the names of the stored records. */
export async function storedRecords(page) {
  return Object.keys(await stored(page)).filter((name) => /^paraf\.v2\/\d+\/r\//.test(name));
}

/** Gives the only draft that is stored, as text; fails when there is none. */
export async function storedDraft(page) {
  const drafts = Object.entries(await stored(page)).filter(([name]) => /^paraf\.v2\/\d+\/d\//.test(name));
  assert.equal(drafts.length, 1, 'one draft is stored');
  return drafts[0][1];
}

/** Opens a tab that is never told of its end, as when a phone kills it for the memory. */
export async function openDeafTab(context) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    for (const name of ['pagehide', 'visibilitychange', 'freeze', 'beforeunload', 'blur']) {
      addEventListener(name, (event) => event.stopImmediatePropagation(), true);
    }
  });
  return page;
}

/** Kills the tab of a person, who hears nothing of it. */
export function kill(person) {
  return person.page.close({ runBeforeUnload: false });
}

/** Gives entries in which the key is sealed by another text, whatever the app would make of it. */
export function resealed(entries, passphrase, other) {
  const name = Object.keys(entries).find((one) => /^paraf\.v2\/\d+\/me$/.test(one));
  const me = JSON.parse(entries[name]);
  me.sealed = quickSeal(me.sealed, passphrase, other);
  return { ...entries, [name]: JSON.stringify(me) };
}

/** Gives what a person's browser holds, with a key that opens at once, so that many can begin from it. */
export async function keptState(person) {
  const entries = await stored(person.page);
  const name = Object.keys(entries).find((one) => /^paraf\.v2\/\d+\/me$/.test(one));
  entries[name] = quickened(entries[name], person.who.passphrase);
  return entries;
}

/** Seals a key again with one round instead of very many. */
function quickened(me, passphrase) {
  const read = JSON.parse(me);
  read.sealed = quickSeal(read.sealed, passphrase);
  if (read.spare) read.spare = quickSeal(read.spare, passphrase);
  return JSON.stringify(read);
}

function quickSeal(sealed, passphrase, other = passphrase) {
  const [salt, iv, data] = [sealed.salt, sealed.iv, sealed.data].map(unbase58);
  const key = (text, rounds) => pbkdf2Sync(text, salt, rounds, 32, 'sha256');
  const open = createDecipheriv('aes-256-gcm', key(passphrase, sealed.iterations), iv).setAuthTag(data.subarray(-16));
  const seed = Buffer.concat([open.update(data.subarray(0, -16)), open.final()]);
  const close = createCipheriv('aes-256-gcm', key(other, 1), iv);
  const bytes = Buffer.concat([close.update(seed), close.final(), close.getAuthTag()]);
  return { ...sealed, iterations: 1, data: base58(bytes) };
}

/** Fills the storage to the brim with entries of another program, but for some characters; the reserve too, unless it is kept. */
export function fillRoom(page, left = 0, keepsReserve = left > 0) {
  return page.evaluate(([left, keepsReserve]) => {
    if (!keepsReserve) localStorage.removeItem('paraf.v2/reserve');
    const gap = 'other.program/gap';
    if (left > 0) localStorage.setItem(gap, 'x'.repeat(left - gap.length));
    for (let [size, number] = [1 << 20, localStorage.length]; size > 0; ) {
      try {
        localStorage.setItem(`other.program/${number}`, 'x'.repeat(size));
        number += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
    localStorage.removeItem(gap);
  }, [left, keepsReserve]);
}

/** Makes all the room free again that {@link fillRoom} took. */
export function emptyRoom(page) {
  return page.evaluate(() => {
    const others = Object.keys(localStorage).filter((key) => key.startsWith('other.program/'));
    for (const key of others) localStorage.removeItem(key);
  });
}
