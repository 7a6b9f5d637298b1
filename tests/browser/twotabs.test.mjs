// Two tabs of one person, used in an order of chance: no signature and no draft is lost, and both end alike.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './lib/browser.mjs';
import { chance } from './lib/chance.mjs';
import { serve } from './lib/serve.mjs';
import { PLAN } from './pages/answers.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, seeSaved } from './pages/form.mjs';
import { PRINCIPAL, assertQuiet, button, byId, keepFile, see, seeHeading, unfold } from './pages/person.mjs';
import { AT_DESK, prepare } from './pages/prepared.mjs';
import * as receive from './pages/receive.mjs';
import { coSign, sendBack, signSheet } from './pages/stage.mjs';
import { enterWith, openWatch, storedRecords } from './pages/stored.mjs';

const STEPS = 30;
/** How many orders of chance are tried; each takes a while. */
const ROUNDS = Number(process.env.PARAF_ROUNDS ?? 1);

let app, browser, met;

before(async () => {
  app = await serve();
  browser = await launch();
  met = await prepare(browser, app.origin);
});

after(async () => {
  await browser?.close();
  await app?.close();
});

/** Goes to an address without loading the page again. */
async function go(tab, address) {
  await tab.page.evaluate((hash) => (location.hash = hash), new URL(address).hash);
}

/** Of two drafts takes one, as chance has it. */
async function decide(tab, luck) {
  const [mine, theirs] = [button(tab, 'keepMine'), button(tab, 'takeTheirs')];
  if (!(await mine.isVisible())) return;
  const choice = luck.of([mine, theirs]);
  await choice.click();
  await choice.waitFor({ state: 'hidden' });
}

/** Opens a locked tab again. */
async function unlock(tab) {
  if (!(await byId(tab, 'locker-passphrase').isVisible())) return;
  await byId(tab, 'locker-passphrase').fill(AT_DESK.passphrase);
  await button(tab, 'openLocker').click();
  await byId(tab, 'locker-passphrase').waitFor({ state: 'hidden' });
}

for (let round = 1; round <= ROUNDS; round += 1) {
  test(`two tabs type, sign, receive and lock: ${round}`, async () => {
    const luck = chance(`twotabs-${round}`);
    const first = await enterWith(browser, app.origin, AT_DESK, met.teacher);
    const principal = await enterWith(browser, app.origin, PRINCIPAL, met.principal);
    const watch = await openWatch(first.context, app.origin);
    const form = `${met.address}/planning/form`;
    await first.page.goto(`${app.origin}/#/keep`);
    await unfold(first);
    await button(first, 'wantLock').click();
    await first.page.goto(form);
    await answer(first, PLAN);
    await seeSaved(first);
    const second = { ...first, page: await first.context.newPage(), files: 1_000 };
    await second.page.goto(form);
    await unlock(second);
    const tabs = [first, second];
    let [words, signed, answerFile] = [[], new Set(), undefined];

    const DEEDS = {
      async type(tab) {
        await go(tab, form);
        await byId(tab, 'reason').waitFor();
        if (luck.between(0, 1)) await decide(tab, luck);
        const word = `kata${words.length}.`;
        await byId(tab, 'reason').click();
        await tab.page.keyboard.press('Control+End');
        await tab.page.keyboard.type(` ${word}`);
        words.push(word);
        if (luck.between(0, 1)) await tab.page.waitForTimeout(450);
      },
      async sign(tab) {
        await go(tab, form);
        await byId(tab, 'reason').waitFor();
        await decide(tab, luck);
        await go(tab, `${met.address}/planning/check`);
        await tab.page.waitForTimeout(100);
        await go(tab, `${met.address}/planning/check`);
        if (!(await button(tab, 'sign').isVisible())) return;
        await signSheet(tab);
      },
      async send(tab) {
        await go(tab, met.address);
        await dossier.card(tab).waitFor();
        const names = ['sendButton', 'sendAgain', 'sendFirst'].map((name) => tab.say(name));
        if ((await dossier.card(tab).getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) }).count()) === 0) return;
        const file = await dossier.downloadBundle(tab);
        await receive.takeIn(principal, file.path);
        await dossier.openStage(principal, 'planning');
        if (!(await button(principal, 'agree').isVisible())) return;
        await (luck.between(0, 2) ? sendBack(principal, 'Please say more.') : coSign(principal));
        answerFile = await dossier.downloadBundle(principal);
      },
      async receive(tab) {
        if (!answerFile) return;
        // A file of the same name that is chosen again without a click would be no change to the browser.
        await receive.takeIn(tab, await receive.makeFile(tab, `kiriman-${told.length}.json`, answerFile.text));
      },
      async lock(tab) {
        await go(tab, `${app.origin}/#/keep`);
        await unfold(tab);
        await button(tab, 'lockNow').click();
        await seeHeading(tab, tab.say('locked'));
        await unlock(tab);
      },
    };
    const told = [];
    for (let step = 0; step < STEPS; step += 1) {
      const [name, number] = [luck.of(['type', 'type', 'type', 'sign', 'send', 'receive', 'lock']), luck.between(0, 1)];
      told.push(`${name} ${number + 1}`);
      try {
        await DEEDS[name](tabs[number]);
      } catch (error) {
        throw new Error(`${error.message}\nafter ${told.join(', ')}`, { cause: error });
      }
      const now = await storedRecords(watch);
      for (const record of signed) assert.ok(now.includes(record), `a record is gone after ${told.join(', ')}`);
      signed = new Set(now);
    }
    for (const tab of tabs) {
      await go(tab, form);
      await byId(tab, 'reason').waitFor();
      await tab.page.waitForTimeout(500);
      await decide(tab, luck);
      await go(tab, met.address);
    }
    const codes = [await dossier.stateCode(first), await dossier.stateCode(second)];
    assert.equal(codes[0], codes[1]);
    await first.page.reload();
    await unlock(first);
    assert.equal(await dossier.stateCode(first), codes[1]);
    await first.page.goto(`${app.origin}/#/keep`);
    const all = await keepFile(first, () => button(first, 'saveAll').click());
    assert.deepEqual(words.filter((word) => !all.text.includes(word)), [], `words are lost after ${told.join(', ')}`);
    assert.ok(signed.size >= 1 && words.length > 3);
    console.log(`# ${signed.size} records, ${words.length} words: ${told.join(', ')}`);
    for (const person of [first, principal]) {
      assertQuiet(person);
      await person.leave();
    }
  });
}
