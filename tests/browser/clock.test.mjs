// Clocks that are wrong by years, and jump back: nothing is refused because of it, and nothing is lost.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/serve.mjs';
import { PLAN, PREPARATION } from './pages/answers.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, goToCheck, seeSaved } from './pages/form.mjs';
import { pair } from './pages/pair.mjs';
import { PRINCIPAL, assertQuiet, button, byId, enter, keepFile, openMenu, see, seeHeading, unfold } from './pages/person.mjs';
import { AT_DESK } from './pages/prepared.mjs';
import { coSign, signSheet } from './pages/stage.mjs';

let app, browser;

before(async () => {
  app = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await app?.close();
});

/** Opens the app where the clock shows some time. */
const enterAt = (who, time) => enter(browser, app.origin, who, (context) => context.clock.install({ time: new Date(time) }));

/** Sets the clock of a person, forward or back. */
const setClock = (person, time) => person.page.clock.setSystemTime(new Date(time));

for (const [early, late] of [['1999-12-31T23:59:00', '2040-02-29T08:00:00'], ['2040-02-29T08:00:00', '1970-01-02T00:00:05']]) {
  test(`with clocks of ${early.slice(0, 4)} and ${late.slice(0, 4)} two people work as ever`, async () => {
    const [teacher, principal] = [await enterAt(AT_DESK, early), await enterAt(PRINCIPAL, late)];
    await pair(teacher, principal);
    await dossier.openDossier(teacher);
    await dossier.followCard(teacher, 'write');
    await answer(teacher, PLAN);
    await seeSaved(teacher);
    await setClock(teacher, late);
    await answer(teacher, { reason: `${PLAN.reason} Sesudah jam meloncat.` });
    await seeSaved(teacher);
    await setClock(teacher, early);
    await teacher.page.reload();
    assert.equal(await byId(teacher, 'reason').inputValue(), `${PLAN.reason} Sesudah jam meloncat.`);
    await goToCheck(teacher, 'planning');
    await signSheet(teacher);
    await dossier.sendTo(teacher, principal, 1);
    await setClock(principal, early);
    await dossier.openStage(principal, 'planning');
    await coSign(principal);
    await setClock(teacher, '2025-03-01T08:00:00');
    await dossier.sendTo(principal, teacher, 1);
    await dossier.followCard(teacher, 'write');
    await answer(teacher, PREPARATION);
    await goToCheck(teacher, 'preparation');
    await signSheet(teacher);
    await setClock(principal, late);
    await dossier.sendTo(teacher, principal, 1);
    assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));

    // The backup is as fresh as what it holds, whatever the clock says.
    await principal.page.goto(`${app.origin}/#/keep`);
    const backup = await keepFile(principal, () => button(principal, 'saveAll').click());
    await principal.page.locator('input[type=file]').setInputFiles(backup.path);
    await see(principal, 'whole', 4);
    await byId(principal, 'keep-passphrase').fill(PRINCIPAL.passphrase);
    await button(principal, 'prove').click();
    await see(principal, 'proven');
    await setClock(principal, early);
    await openMenu(principal, 'home');
    const told = await principal.page.locator('.foot a').innerText();
    assert.ok(told.startsWith(principal.say('fresh')) && !told.includes(','), told);

    // A lock that is wanted closes after a pause, and when the clock jumps.
    await principal.page.goto(`${app.origin}/#/keep`);
    await unfold(principal);
    await button(principal, 'wantLock').click();
    await setClock(principal, late);
    await principal.page.clock.runFor(21_000);
    await seeHeading(principal, principal.say('locked'));
    await byId(principal, 'locker-passphrase').fill(PRINCIPAL.passphrase);
    await button(principal, 'openLocker').click();
    await principal.page.clock.runFor(9 * 60_000);
    await seeHeading(principal, principal.say('keep'));
    assert.equal(await dossier.stateCode(principal), await dossier.stateCode(teacher));
    await principal.page.clock.runFor(11 * 60_000);
    await seeHeading(principal, principal.say('locked'));
    for (const person of [teacher, principal]) {
      assertQuiet(person);
      await person.leave();
    }
  });
}
