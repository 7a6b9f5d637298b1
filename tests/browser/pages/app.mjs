// The app as the tests of one file find it: served and open in a browser for as long as they run. People come in
// and leave, and nobody leaves unseen.

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, openPerson } from '../lib/browser.mjs';
import { openOrigin } from '../lib/origin.mjs';
import { wordsIn } from './words.mjs';

/** Milliseconds within which every page of the app has to answer. */
const PATIENCE = 10_000;

/** Opens the place of the app before the first test of a file (lib/origin.mjs), and closes everything after the last. */
export function openApp() {
  const inside = new Set();
  let place, browser, folder, opening;

  async function open() {
    folder = await mkdtemp(join(tmpdir(), 'paraf-journey-'));
    place = await openOrigin(folder);
    browser = await launch();
  }
  const ready = () => (opening ??= open());

  before(ready);
  after(async () => {
    try {
      await leave(...inside);
    } finally {
      await browser?.close();
      await place?.close();
      if (folder) await rm(folder, { recursive: true, force: true });
    }
  });

  /**
   * Opens the app for a person.
   *
   * @param {typeof import('./person.mjs').TEACHER} who
   * @param {(context: import('playwright-core').BrowserContext) => Promise<unknown>} [prepare] what to do to
   *   the browser before the app opens
   * @param {Record<string, string>} [entries] what the storage of the browser holds already
   */
  async function enter(who, prepare = async () => {}, entries = undefined) {
    await ready();
    const { origin, address } = place;
    const opened = await openPerson(browser, origin, { ...who.window, ...place.options(entries) });
    opened.context.setDefaultTimeout(PATIENCE);
    await prepare(opened.context);
    const own = await mkdtemp(join(folder, 'person-'));
    const person = { ...opened, who, origin, address, folder: own, barriers: [], say: wordsIn(who.lang) };
    inside.add(person);
    await place.visit(person, entries);
    return person;
  }

  /** Closes the browsers of people; fails when anything went wrong in them that no test asked about. */
  async function leave(...people) {
    for (const person of people) {
      await close(person);
      assertNoBarriers(person);
    }
  }

  async function close(person) {
    inside.delete(person);
    assertQuiet(person);
    await person.close();
  }

  /** Ends a journey: what went wrong beside its steps is found by tests of their own. */
  function endJourney() {
    test('no page of the journey has a barrier that a machine can find', () => assertNoBarriers(...inside));
    test('nothing left the device, and nothing failed unseen', async () => {
      for (const person of inside) await close(person);
    });
  }

  return {
    enter,
    leave,
    endJourney,
    get origin() {
      return place.origin;
    },
    get address() {
      return place.address;
    },
    get browser() {
      return browser;
    },
  };
}

/** Says that a test expected what went wrong in these lists of a person, and has looked at it. */
export function forgive(person, ...lists) {
  for (const name of lists) person[name].length = 0;
}

function assertNoBarriers(...people) {
  assert.deepEqual([...new Set(people.flatMap(({ barriers }) => barriers))], []);
}

/** Fails with all that went wrong quietly: requests elsewhere, errors nobody saw, what the policy forbids. */
function assertQuiet({ strayRequests, consoleErrors, pageErrors, violations }) {
  const quiet = { strayRequests: [], consoleErrors: [], pageErrors: [], violations: [] };
  assert.deepEqual({ strayRequests, consoleErrors, pageErrors, violations }, quiet);
}
