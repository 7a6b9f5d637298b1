// The program stops: the page says so without it, and gives everything that was stored.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgive, openApp } from './pages/app.mjs';
import { TEACHER, byId, keepFile, seeHeading } from './pages/person.mjs';
import { cellsOf } from './pages/stored.mjs';

const app = openApp();

/** What a browser throws when a program stops, as an error of the page and as a promise nobody waits for. */
const STOPS = {
  'a stop of the program': () => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }),
  'a stop that nobody waited for': () => { Promise.reject(new WebAssembly.RuntimeError('unreachable')); },
  'a full stack': () => setTimeout(() => { (function deeper() { deeper(); })(); }),
};

for (const [what, stop] of Object.entries(STOPS)) {
  test(`${what} is told, and what was stored can be saved`, async () => {
    const person = await app.enter(TEACHER);
    await seeHeading(person, person.say('welcome'));
    const overlay = byId(person, 'crash');
    assert.equal(await overlay.isVisible(), false);
    await person.page.evaluate(() => localStorage.setItem('paraf.v2/test', 'kept'));
    await person.page.evaluate(stop);
    await overlay.waitFor();
    const copy = cellsOf((await keepFile(person, () => byId(person, 'rescue').click())).text);
    assert.equal(copy['paraf.v2/test'], 'kept');
    assert.ok(copy['paraf.v2/crash'].length > 0, 'a report says what the browser knew');
    await byId(person, 'reload').click();
    await seeHeading(person, person.say('welcome'));
    assert.equal(await overlay.isVisible(), false);
    forgive(person, 'pageErrors');
    await app.leave(person);
  });
}

test('an error that is not of the program does not stop it', async () => {
  const person = await app.enter(TEACHER);
  await seeHeading(person, person.say('welcome'));
  await person.page.evaluate(() => setTimeout(() => { throw new TypeError('from elsewhere'); }));
  await person.page.waitForTimeout(300);
  assert.equal(await byId(person, 'crash').isVisible(), false);
  forgive(person, 'pageErrors');
  await app.leave(person);
});
