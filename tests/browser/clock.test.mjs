// Clocks that are wrong by years, and jump back: nothing is refused because of it, and nothing is lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAN, PREPARATION } from './pages/answers.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import { answer, goToCheck, seeSaved } from './pages/form.mjs';
import { openKeep, openLocker, prove, saveAll } from './pages/keep.mjs';
import { pair } from './pages/pair.mjs';
import { AT_DESK, PRINCIPAL, button, byId, giveFile, openMenu, see, seeHeading } from './pages/person.mjs';
import { coSign, signSheet } from './pages/stage.mjs';

const app = openApp();

/** Opens the app where the clock shows some time. */
const enterAt = (who, time) => app.enter(who, (context) => context.clock.install({ time: new Date(time) }));

/** Sets the clock of a person, forward or back. */
const setClock = (person, time) => person.page.clock.setSystemTime(new Date(time));

test('with clocks of 2040 and 1970 two people work as ever', async () => {
  const [early, late] = ['2040-02-29T08:00:00', '1970-01-02T00:00:05'];
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
  await openKeep(principal);
  const backup = await saveAll(principal);
  await giveFile(principal, backup.path);
  await see(principal, 'whole', 4);
  await prove(principal);
  await see(principal, 'proven');
  await setClock(principal, early);
  await openMenu(principal, 'home');
  const told = await principal.page.locator('.foot a').innerText();
  assert.ok(told.startsWith(principal.say('fresh')) && !told.includes(','), told);

  // A lock that is wanted closes after a pause, and when the clock jumps.
  await openKeep(principal);
  await button(principal, 'wantLock').click();
  await setClock(principal, late);
  await principal.page.clock.runFor(21_000);
  await seeHeading(principal, principal.say('locked'));
  await openLocker(principal);
  await principal.page.clock.runFor(9 * 60_000);
  await seeHeading(principal, principal.say('keep'));
  assert.equal(await dossier.stateCode(principal), await dossier.stateCode(teacher));
  await principal.page.clock.runFor(11 * 60_000);
  await seeHeading(principal, principal.say('locked'));
  await app.leave(teacher, principal);
});
