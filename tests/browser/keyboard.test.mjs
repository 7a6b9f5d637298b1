// Without a mouse, with large letters, on a narrow screen.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { journey } from './lib/journey.mjs';
import { openApp } from './pages/app.mjs';
import { openInvite } from './pages/contact.mjs';
import * as dossier from './pages/dossier.mjs';
import * as form from './pages/form.mjs';
import { assertFocusSeen, seeFocus, tabTo } from './pages/keys.mjs';
import { pair, writePlan } from './pages/pair.mjs';
import * as setup from './pages/setup.mjs';
import { PRINCIPAL, TEACHER, button, byId, goTo, keepFile, link, openMenu, see, seeHeading } from './pages/person.mjs';
import { openReceive, takeIn } from './pages/receive.mjs';
import * as sign from './pages/sign.mjs';

const app = openApp();
const step = journey();
let teacher, principal;

before(async () => {
  teacher = await app.enter({ ...TEACHER, roles: ['employee', 'superior'] });
  principal = await app.enter(PRINCIPAL);
});

function heading(person) {
  return byId(person, 'heading');
}

async function press(person, ...keys) {
  for (const key of keys) await person.page.keyboard.press(key);
}

test('the whole first visit can be done with the keyboard alone', async () => {
  for (const who of [TEACHER, PRINCIPAL]) {
    const person = await app.enter(who);
    const { page } = person;
    // Asked for early: the browser needs a moment to hand the window for choosing files to the test.
    const chooser = page.waitForEvent('filechooser', { timeout: 50_000 });
    const type = async (id, text) => {
      await tabTo(person, byId(person, id));
      await assertFocusSeen(person);
      await page.keyboard.type(text);
    };
    await seeHeading(person, person.say('welcome'));
    await tabTo(person, link(person, setup.door(person)));
    await assertFocusSeen(person);
    await press(person, 'Enter');
    await seeHeading(person, person.say('whoAreYou'));
    await seeFocus(person, heading(person));

    // Nothing filled in: the summary takes the focus, and leads to each input.
    await tabTo(person, button(person, 'makeSignature'));
    await assertFocusSeen(person);
    await press(person, 'Enter');
    await see(person, 'summary');
    await seeFocus(person, byId(person, 'summary'));
    assert.match(await page.title(), /^(Galat|Error):/);
    await tabTo(person, byId(person, 'summary').getByRole('button').first());
    await press(person, 'Enter');
    await page.waitForTimeout(50);
    await seeFocus(person, byId(person, 'name'));

    await tabTo(person, byId(person, `roles=${who.roles[0]}`), 40, 'Shift+Tab');
    await assertFocusSeen(person);
    await press(person, 'Space');
    await press(person, 'Space');
    await seeFocus(person, byId(person, `roles=${who.roles[0]}`));
    const ticked = page.locator('input[name="roles"]:checked');
    assert.deepEqual(await ticked.evaluateAll((boxes) => boxes.map((box) => box.id)), [`roles=${who.roles[0]}`]);
    for (const id of ['name', 'office', 'school', 'nip']) await type(id, who[id]);
    for (const id of ['name', 'office', 'school', 'nip']) assert.equal(await byId(person, id).inputValue(), who[id]);
    await type('passphrase', 'short');
    await tabTo(person, button(person, 'makeSignature'));
    await press(person, 'Space');
    await seeFocus(person, byId(person, 'summary'));
    await tabTo(person, byId(person, 'passphrase'));
    await press(person, 'Control+a');
    await page.keyboard.type(who.passphrase);
    // The problem that goes away must take nothing with it: neither the focus nor an answer.
    await seeFocus(person, byId(person, 'passphrase'));
    assert.ok(!(await byId(person, 'summary').isVisible()));
    await tabTo(person, button(person, 'makeSignature'));
    await press(person, 'Enter');
    await seeHeading(person, person.say('backupHeading'));
    await seeFocus(person, heading(person));

    await tabTo(person, button(person, 'saveBackup'));
    await assertFocusSeen(person);
    const backup = await keepFile(person, () => page.keyboard.press('Enter'));
    await see(person, 'backupUnchecked');
    await tabTo(person, page.locator('input[type=file]'));
    await assertFocusSeen(person);
    await press(person, 'Enter');
    await (await chooser).setFiles(backup.path);
    await see(person, 'backupChecked');
    await tabTo(person, button(person, 'codeKept'));
    await assertFocusSeen(person);
    await press(person, 'Enter');
    await see(person, 'codeIsKept');
    await tabTo(person, button(person, 'finish'));
    await press(person, 'Enter');
    await seeHeading(person, person.say('welcomeBack', who.name));
    await seeFocus(person, heading(person));
    await app.leave(person);
  }
});

step('two people have met, and a plan is sent', async () => {
  await pair(teacher, principal);
  const plan = await writePlan(teacher);
  await takeIn(principal, plan.path);
});

step('after each change of page the heading has the focus', async () => {
  for (const person of [teacher, principal]) {
    for (const name of ['home', 'receive', 'me', 'help']) {
      await openMenu(person, name);
      await seeFocus(person, heading(person));
      assert.match(await person.page.title(), / · Paraf$/);
    }
    await dossier.openDossier(person);
    await seeFocus(person, heading(person));
    await person.page.goBack();
    await seeFocus(person, heading(person));
  }
});

step('the first stop of the keyboard skips the menu', async () => {
  for (const person of [teacher, principal]) {
    await person.page.reload();
    await heading(person).waitFor();
    await button(person, 'skip').waitFor({ state: 'attached' });
    await press(person, 'Tab');
    await seeFocus(person, button(person, 'skip'));
    await assertFocusSeen(person);
    await press(person, 'Enter');
    await seeFocus(person, heading(person));
  }
});

step('the question before a signature keeps the focus, and Escape cancels it', async () => {
  await openMenu(principal, 'home');
  await dossier.openStage(principal, 'planning');
  const ask = button(principal, 'agree');
  await ask.focus();
  await press(principal, 'Enter');
  await seeFocus(principal, byId(principal, 'unlock'));
  for (let presses = 0; presses < 12; presses += 1) {
    await press(principal, presses < 6 ? 'Tab' : 'Shift+Tab');
    // The window itself may be a stop on the way round, but nothing of the page behind may.
    const outside = await principal.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement !== document.body && !activeElement.closest('dialog');
    });
    assert.ok(!outside);
  }
  await press(principal, 'Escape');
  await sign.dialog(principal).waitFor({ state: 'hidden' });
  assert.ok(await ask.isVisible());
});

test('after Escape the focus is on the button that asked', async () => {
  await seeFocus(principal, button(principal, 'agree'));
});

step('a wrong passphrase is told where it was typed, and the field has the focus again', async () => {
  await button(principal, 'agree').focus();
  await press(principal, 'Enter');
  await seeFocus(principal, byId(principal, 'unlock'));
  await principal.page.keyboard.type('not the passphrase');
  await press(principal, 'Enter');
  await see(principal, 'wrongPassphrase');
  await seeFocus(principal, byId(principal, 'unlock'));
  await principal.page.keyboard.type(PRINCIPAL.passphrase);
  await press(principal, 'Enter');
  await dossier.seeSigned(principal);
  await seeFocus(principal, heading(principal));
});

step('a new line of a log gets the focus, and removing one does not lose it', async () => {
  await dossier.openStage(teacher, 'planning');
  await link(teacher, 'replace').click();
  await form.turnTo(teacher, 'additional_duties');
  await button(teacher, 'addRow').focus();
  await press(teacher, 'Enter');
  await teacher.page.waitForTimeout(100);
  const first = await teacher.page.evaluate(() => document.activeElement.id);
  assert.match(first, /^additional_duties\.0\.duty/);
  await button(teacher, 'removeRow', 1).focus();
  await press(teacher, 'Enter');
  await seeFocus(teacher, button(teacher, 'addRow'));
});

/** Gives every page of a person that deserves a look, as a name and a way to open it. */
function mainPages(person) {
  const stage = (name, rest = '') => async () => {
    await dossier.openDossier(person);
    const address = person.page.url();
    await person.page.goto(`${address}/${name}${rest}`);
    await heading(person).waitFor();
  };
  return {
    home: () => openMenu(person, 'home'),
    receive: () => openReceive(person),
    me: () => openMenu(person, 'me'),
    help: () => openMenu(person, 'help'),
    invite: () => goTo(person, 'invite'),
    dossier: () => dossier.openDossier(person),
    stage: stage('planning'),
    form: stage('planning', '/form'),
    check: stage('planning', '/check'),
  };
}

for (const { width, letters } of [
  { width: 320, letters: 100 },
  { width: 360, letters: 200 },
  { width: 1280, letters: 200 },
]) {
  step(`nothing is cut off at ${width} pixels with letters of ${letters} %`, async () => {
    const wide = [];
    for (const person of [teacher, principal]) {
      await person.page.setViewportSize({ width, height: 640 });
      for (const [name, open] of Object.entries(mainPages(person))) {
        await open();
        await person.page.waitForTimeout(50);
        const over = await person.page.evaluate(measure, letters);
        if (over) wide.push(`${name} (${person.who.lang}): ${over}`);
      }
    }
    assert.deepEqual(wide, []);
  });
}

/** In the page: sets the size of letters, and names what sticks out of the window to the right. */
function measure(letters) {
  document.documentElement.style.fontSize = `${letters}%`;
  const { scrollWidth } = document.scrollingElement;
  if (scrollWidth <= innerWidth) return '';
  const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
  const told = out.slice(-3).map((one) => `<${one.tagName.toLowerCase()} class="${one.className}">${(one.textContent ?? '').slice(0, 30)}`);
  return `${scrollWidth} > ${innerWidth}: ${told.join(' | ')}`;
}

step('the question before a signature fits a narrow screen', async () => {
  await principal.page.setViewportSize({ width: 320, height: 480 });
  await principal.page.reload();
  await heading(principal).waitFor();
  await principal.page.evaluate(measure, 100);
  await openInvite(principal);
  await principal.page.locator('main button.main').click();
  await byId(principal, 'unlock').waitFor();
  assert.equal(await principal.page.evaluate(measure, 100), '');
  const cancel = button(principal, 'cancel');
  await cancel.scrollIntoViewIfNeeded();
  await cancel.click();
});

app.endJourney();
