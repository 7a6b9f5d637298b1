// A lost key, on two phones: nothing is left, the two meet, the principal vouches, and all goes on.
// Then the same teacher, who has a code this time, needs nobody's word.

import assert from 'node:assert/strict';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import { openApp } from './pages/app.mjs';
import * as contact from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import { look } from './pages/look.mjs';
import * as lost from './pages/lost.mjs';
import { pair, writePlan } from './pages/pair.mjs';
import { PRINCIPAL, TEACHER, button, byId, link, openMenu, see } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import * as setup from './pages/setup.mjs';
import * as sign from './pages/sign.mjs';
import * as stage from './pages/stage.mjs';

const PHONE = { width: 360, height: 640 };
const onPhone = (who) => ({ ...who, window: { ...who.window, viewport: PHONE } });

const app = openApp();
const step = journey();
let old, teacher, principal, third, code, plan;

before(async () => {
  old = await app.enter(onPhone(TEACHER));
  principal = await app.enter(onPhone(PRINCIPAL));
});

step('two people have met, and a plan is sent', async () => {
  await pair(old, principal);
  plan = await writePlan(old);
  await receive.takeIn(principal, plan.path);
});

step('the teacher begins again on another phone; the code may be put off, and is shown again', async () => {
  teacher = await app.enter(onPhone(TEACHER));
  await setup.begin(teacher);
  await setup.makeKey(teacher);
  await setup.seeBackupStep(teacher);
  await look(teacher, 'k0-code-at-first');
  await setup.keepBackup(teacher);
  await button(teacher, 'later').click();
  await lost.showCode(teacher);
  await look(teacher, 'k1-me-with-code');
  code = await setup.keepCode(teacher);
  assert.match(code, /^[0-9A-Z ]{34}$/);
});

step('the principal is told that the name is known and the key is not', async () => {
  await contact.openInvite(teacher);
  const invitation = await contact.inviteSuperior(teacher);
  await receive.takeIn(principal, invitation.path);
  await receive.meetSender(principal);
  await see(principal, 'namesake', TEACHER.name);
  assert.equal(await link(principal, 'vouch').count(), 0);
  await look(principal, 'k2-namesake');
  const dossierFile = await lost.sendOld(principal);
  assert.equal((await receive.takeIn(teacher, dossierFile.path)).what, teacher.say('oldKey', TEACHER.name));
  await look(teacher, 'k3-old-key');
});

step('they compare the code, and the principal vouches for the new key', async () => {
  await receive.meetSender(teacher);
  await contact.compareWith(principal, teacher);
  await contact.compareWith(teacher, principal);
  await look(principal, 'k4-compared');
  await lost.openVouch(principal);
  await look(principal, 'k5-vouch');
  await lost.vouch(principal);
  await look(principal, 'k6-vouch-dialog');
  await sign.signInDialog(principal);
  await dossier.seeSigned(principal);
  await look(principal, 'k7-vouched');
});

step('the file comes back, and all goes on under the new key', async () => {
  const file = await dossier.downloadBundle(principal);
  const arrival = await receive.takeIn(teacher, file.path);
  const vouched = teacher.say('vouched', TEACHER.name, PRINCIPAL.name);
  assert.ok(arrival.what.startsWith(vouched), arrival.what);
  await look(teacher, 'k8-arrival');
  await dossier.openDossier(teacher);
  await see(teacher, 'vouched', TEACHER.name, PRINCIPAL.name);
  await look(teacher, 'k9-dossier');
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
  await dossier.openDossier(principal);
  await dossier.followCard(principal, 'review');
  await look(principal, 'k10-signature-of-the-old-key');
  await stage.coSign(principal);
  await dossier.sendTo(principal, teacher, 1);
  assert.equal(await dossier.stateCode(teacher), await dossier.stateCode(principal));
});

step('the old phone, found again, says that its key was replaced', async () => {
  const file = await dossier.sendTo(principal, old);
  assert.ok(file.text.includes('KeyChange'));
  await see(old, 'isReplaced');
  await look(old, 'k11-replaced');
});

step('with the code on paper the next key needs nobody’s word', async () => {
  third = await app.enter(onPhone(TEACHER));
  await setup.begin(third);
  await setup.fillDetails(third);
  await lost.typeCode(third, `${code.slice(0, 33)}?`);
  await setup.makeSignature(third);
  await see(third, 'summary');
  await look(third, 'k12-wrong-code');
  await byId(third, 'code').fill(code.toLowerCase());
  await setup.makeSignature(third);
  await setup.seeBackupStep(third);
  await setup.keepBackup(third);
  await setup.keepCode(third);
  await setup.finish(third);
  await dossier.openDossier(principal);
  const file = await dossier.downloadBundle(principal);
  await receive.takeIn(third, file.path);
  await dossier.openDossier(third);
  await look(third, 'k13-replace');
  await lost.replaceKey(third);
  await dossier.sendTo(third, principal);
  await see(principal, 'replaced', TEACHER.name);
  await look(principal, 'k14-replaced-twice');
  assert.equal(await dossier.stateCode(third), await dossier.stateCode(principal));
});

step('the passphrase is changed', async () => {
  await openMenu(third, 'me');
  await lost.typePassphrases(third, TEACHER.passphrase, 'teh sore di teras rumah');
  await look(third, 'k15-passphrase');
  await lost.changePassphrase(third);
  await look(third, 'k16-passphrase-changed');
  await openMenu(principal, 'me');
  await look(principal, 'k17-old-and-new-keys');
});

app.endJourney();
