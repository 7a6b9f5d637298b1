// Where no key should be made: inside another app, and in a window that forgets everything.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApp } from './pages/app.mjs';
import { look } from './pages/look.mjs';
import { PRINCIPAL, TEACHER, button, byId, link, see, seeHeading } from './pages/person.mjs';
import * as setup from './pages/setup.mjs';

const IN_WHATSAPP =
  'Mozilla/5.0 (Linux; Android 13; SM-A047F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 WhatsApp/2.24';
const FIREFOX = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

const app = openApp();

const as = (who, userAgent) => ({ ...who, window: { ...who.window, userAgent } });

test('inside another app no key is made, and the way to a browser is told', async () => {
  for (const who of [TEACHER, PRINCIPAL]) {
    const person = await app.enter(as(who, IN_WHATSAPP));
    await link(person, setup.door(person)).click();
    await seeHeading(person, person.say('inAppHeading'));
    await see(person, 'inApp', 'WhatsApp');
    assert.equal(await person.page.locator('input, textarea').count(), 0);
    assert.equal(await button(person, 'makeSignature').count(), 0);
    await look(person, '100-in-app');
    await app.leave(person);
  }
});

test('in a private window one goes on only after saying that one tries things out', async () => {
  for (const who of [TEACHER, PRINCIPAL]) {
    // What a private window of Firefox answers.
    const person = await app.enter(as(who, FIREFOX), (context) =>
      context.addInitScript(() => {
        const refuse = async () => {
          throw new DOMException('Security error when calling GetDirectory', 'SecurityError');
        };
        Object.defineProperty(navigator.storage, 'getDirectory', { value: refuse });
      }),
    );
    await setup.begin(person);
    await see(person, 'privateWindow');
    await setup.fillDetails(person);
    await setup.makeSignature(person);
    await see(person, 'tickTrial');
    await look(person, '101-private');
    await byId(person, 'trial=trial').check();
    await button(person, 'makeSignature').click();
    await setup.seeBackupStep(person);
    await look(person, '102-private-goes-on');
    await app.leave(person);
  }
});
