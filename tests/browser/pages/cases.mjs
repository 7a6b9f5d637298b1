// Special cases of a dossier, and rule packs that come in by file.

import { openDossier, openStage, seeSigned } from './dossier.mjs';
import { button, byId, link, seeHeading } from './person.mjs';
import { arrivals } from './receive.mjs';
import { signInDialog } from './sign.mjs';

/** Takes back the version of a stage that waits; its form is then open with the text as a draft. */
export async function takeBack(person, stage) {
  await openStage(person, stage);
  await button(person, 'withdraw').click();
  await signInDialog(person);
  await byId(person, 'saved').waitFor();
}

/** On the page of a stage, writes a note on one answer, with a wording that may be taken. */
export async function suggest(person, at, note, wording) {
  await button(person, 'addRemark').click();
  await byId(person, 'remarks.0.at').selectOption(at);
  await byId(person, 'remarks.0.note').fill(note);
  await byId(person, 'remarks.0.suggestion').fill(wording);
}

/** Sends the version back with nothing but the notes on single answers. */
export async function sendBackAsNoted(person) {
  await button(person, 'sendBack').click();
  await signInDialog(person);
  await seeSigned(person);
}

/** Closes the dossier; the reason is an item of the list of the rules. */
export async function closeDossier(person, reason, day, note) {
  await openDossier(person);
  await link(person, 'close').click();
  await seeHeading(person, person.say('close'));
  await byId(person, `case-reason=${reason}`).check();
  await byId(person, 'case-effective').fill(day);
  await byId(person, 'case-note').fill(note);
  await button(person, 'closeButton').click();
  await signInDialog(person);
  await seeSigned(person);
  await openDossier(person);
}

export async function reopenDossier(person, note) {
  await openDossier(person);
  await link(person, 'reopen').click();
  await seeHeading(person, person.say('reopen'));
  await byId(person, 'case-note').fill(note);
  await button(person, 'reopenButton').click();
  await signInDialog(person);
  await seeSigned(person);
  await openDossier(person);
}

/** From the newest arrival, opens the page of the rule pack that came in. */
export async function openArrivedRules(person) {
  await arrivals(person).first().getByRole('link', { name: person.say('rulesOpen') }).click();
  await byId(person, 'take-rules').waitFor();
}
