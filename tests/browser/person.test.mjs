// Who one is: a passphrase opens as people really type it, and one's details can be corrected.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import { seeFocus } from './pages/keys.mjs';
import { look } from './pages/look.mjs';
import { AT_DESK, button, byId, link, openMenu, see, seeHeading } from './pages/person.mjs';
import { meetBefore } from './pages/prepared.mjs';
import { meetSender, takeIn } from './pages/receive.mjs';
import * as sign from './pages/sign.mjs';
import { resealed, stored } from './pages/stored.mjs';

const app = openApp();
const met = meetBefore(app);

/** Opens the app for the teacher, whose key is sealed by exactly this text. */
async function enterWith(passphrase) {
  const entries = await met.entriesOf('teacher');
  return app.enter(AT_DESK, undefined, resealed(entries, AT_DESK.passphrase, passphrase));
}

const AS_TYPED = 'kafe\u0301 di  beranda ';
const IN_USE = 'kaf\u00e9 di  beranda';

for (const [what, sealed, typed] of [
  ['an older version sealed it, with a blank at its end and marks apart', AS_TYPED, AS_TYPED],
  ['it is pasted with unseen marks, other blanks and marks apart', IN_USE, `\u00a0kafe\u0301 di\u00a0\u00a0ber\u200banda\t`],
]) {
  test(`a passphrase opens as it was typed: ${what}`, async () => {
    const teacher = await enterWith(sealed);
    await contact.openInvite(teacher);
    await button(teacher, 'inviteSuperior').click();
    await sign.confirm(teacher, typed);
    await byId(teacher, 'hand-out').waitFor();
    await app.leave(teacher);
  });
}

test('what is typed as a passphrase can be shown, and hidden again, without losing a letter', async () => {
  const teacher = await met.enter('teacher');
  await contact.openInvite(teacher);
  await button(teacher, 'inviteSuperior').click();
  const field = byId(teacher, 'unlock');
  await field.fill(teacher.who.passphrase);
  assert.equal(await field.getAttribute('type'), 'password');
  await button(teacher, 'showPassphrase').click();
  await button(teacher, 'hidePassphrase').waitFor();
  assert.deepEqual([await field.getAttribute('type'), await field.inputValue()], ['text', teacher.who.passphrase]);
  await look(teacher, 'w0-passphrase-shown');
  await button(teacher, 'hidePassphrase').click();
  await button(teacher, 'showPassphrase').waitFor();
  assert.deepEqual([await field.getAttribute('type'), await field.inputValue()], ['password', teacher.who.passphrase]);
  await sign.dialog(teacher).locator('button[type=submit]').click();
  await byId(teacher, 'hand-out').waitFor();
  await app.leave(teacher);
});

test('the own details are corrected, kept while they are typed, and signed once for every dossier', async () => {
  const teacher = await met.enter('teacher');
  await openMenu(teacher, 'me');
  await link(teacher, 'details').click();
  await seeHeading(teacher, teacher.say('details'));
  await look(teacher, 'w1-details');
  await byId(teacher, 'nip').fill('NIP. 1985O101 201001 2 001');
  await button(teacher, 'detailsSign').click();
  await see(teacher, 'notADigit', 'O');
  await seeFocus(teacher, byId(teacher, 'summary'));
  await look(teacher, 'w2-details-wrong');
  await byId(teacher, 'nip').fill('’19850101 201001 2 001');
  await byId(teacher, 'school').fill('SDN Sukamaju 5');
  const isStored = async () => Object.values(await stored(teacher.page)).some((text) => text.includes('SDN Sukamaju 5'));
  while (!(await isStored())) await teacher.page.waitForTimeout(50);
  await teacher.page.reload();
  await seeHeading(teacher, teacher.say('details'));
  assert.equal(await byId(teacher, 'school').inputValue(), 'SDN Sukamaju 5');
  await button(teacher, 'detailsSign').click();
  await look(teacher, 'w3-details-dialog');
  await sign.signInDialog(teacher);
  await seeHeading(teacher, teacher.say('meHeading'));
  await see(teacher, 'schoolIs', 'SDN Sukamaju 5');
  await teacher.page.goto(met.address.replace(/^[^#]*/, `${teacher.origin}/`));
  await see(teacher, 'detailsChanged', 'SDN Sukamaju 2', 'SDN Sukamaju 5');
  await look(teacher, 'w4-details-changed');
  await app.leave(teacher);
});

test('a second dossier of the same two is asked about before it begins', async () => {
  const [teacher, principal] = [await met.enter('teacher'), await met.enter('principal')];
  await contact.openInvite(teacher);
  const invitation = await contact.inviteSuperior(teacher);
  await takeIn(principal, invitation.path);
  await meetSender(principal);
  await see(principal, 'twin', '2025', AT_DESK.name);
  await look(principal, 'w5-second-invitation');
  await link(principal, 'twinOpen').click();
  await principal.page.locator('section.now').waitFor();
  assert.ok(principal.page.url().endsWith(met.address.replace(/^[^#]*/, '')), principal.page.url());
  await app.leave(teacher, principal);
});
