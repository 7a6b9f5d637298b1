// The browser verifies signatures for the app where it judges as we do. It is asked, its verdicts on the published edge
// cases are ours, and a browser that lies, cannot, or does not answer lets no forged file in and keeps no right one out.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { journey } from './lib/journey.mjs';
import { bundle, idOf, letter, seal, signer } from './lib/sealer.mjs';
import { openApp } from './pages/app.mjs';
import { PRINCIPAL } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import { cardIn, setUp } from './pages/setup.mjs';

const RULES = new URL('../../src/rules/packs/id-2025.json', import.meta.url);
const VECTORS = new URL('../../../shared/vectors/', import.meta.url);

// The points of small order, without the sign (src/seal/key.rs), about which no browser is asked.
const SMALL = [
  '00'.repeat(32), `01${'00'.repeat(31)}`, `ec${'ff'.repeat(30)}7f`, `ed${'ff'.repeat(30)}7f`, `ee${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
];

const app = openApp();
const step = journey();

/** Makes the file with which a teacher begins a dossier, and the same with another word in what was signed. */
function begun(byte, superior, rules) {
  const teacher = signer(byte, { name: `Guru ${byte}` });
  const genesis = seal(teacher, {
    type: 'Dossier', seq: 0, parents: [], body: { period: '2025', rules, employee: teacher.card, superior },
  });
  const id = idOf(genesis);
  const good = JSON.stringify(bundle(id, [genesis], letter(teacher, id, superior.did, 1, [id])));
  return { good, forged: good.replace(`Guru ${byte}`, 'Guru lain') };
}

/** Gives whether the browser says yes to each signature about which it would be asked; `false` for all others. */
async function answers(page, cases) {
  const unsigned = (point) => point.slice(0, 62) + (parseInt(point.slice(62), 16) & 0x7f).toString(16).padStart(2, '0');
  const isAsked = ({ key, signature }) =>
    signature.length === 128 && ![key, signature].some((text) => SMALL.includes(unsigned(text.slice(0, 64))));
  const said = await page.evaluate(async (cases) => {
    const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));
    const one = async ({ key, message, signature }) => {
      const known = await crypto.subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify']);
      return crypto.subtle.verify('Ed25519', known, bytes(signature), bytes(message));
    };
    return Promise.all(cases.map((given) => one(given).catch(() => false)));
  }, cases);
  return said.map((yes, index) => yes && isAsked(cases[index]));
}

async function vectors(t, name) {
  try {
    return JSON.parse(await readFile(new URL(name, VECTORS), 'utf8'));
  } catch {
    t.skip(`there is no ${name} beside the project`);
  }
}

for (const [what, prepare, isAsked] of [
  ['that judges as we do is asked, and', () => {}, true],
  ['that says yes to everything is not believed, and', () => {
    SubtleCrypto.prototype.verify = () => Promise.resolve(true);
  }],
  ['that says no to everything is not believed, and', () => {
    SubtleCrypto.prototype.verify = () => Promise.resolve(false);
  }],
  ['that knows no such key is not needed, and', () => {
    const real = SubtleCrypto.prototype.importKey;
    SubtleCrypto.prototype.importKey = function (...given) {
      return given[2] === 'Ed25519' ? Promise.reject(new DOMException('no', 'NotSupportedError')) : real.apply(this, given);
    };
  }],
  ['that never answers is not waited for, and', () => {
    SubtleCrypto.prototype.verify = () => new Promise(() => {});
  }],
]) {
  step(`a browser ${what} lets in what is right and nothing that is forged`, async () => {
    const principal = await app.enter(PRINCIPAL, async (context) => {
      await context.addInitScript(() => {
        window.asked = 0;
        const real = SubtleCrypto.prototype.verify;
        SubtleCrypto.prototype.verify = function (...given) {
          window.asked += 1;
          return real.apply(this, given);
        };
      });
      await context.addInitScript(prepare);
    });
    const me = cardIn(await setUp(principal));
    const rules = { pack: 'id-2025', hash: idOf(JSON.parse(await readFile(RULES, 'utf8'))) };
    for (const byte of [21, 22]) {
      const { good, forged } = begun(byte, me, rules);
      const refused = await receive.takeIn(principal, await receive.makeFile(principal, `palsu-${byte}.json`, forged));
      assert.equal(refused.what, principal.say('forged', 1), refused.what);
      const taken = await receive.takeIn(principal, await receive.makeFile(principal, `asli-${byte}.json`, good));
      assert.equal(taken.next, principal.say('newRecords', 1));
    }
    // Five probes, and one for each file.
    if (isAsked) assert.equal(await principal.page.evaluate(() => window.asked), 9);
    await app.leave(principal);
  });
}

test('of the edge cases of speccheck the browser takes the one that we take', async (t) => {
  const cases = await vectors(t, 'ed25519-speccheck/cases.json');
  if (!cases) return;
  const person = await app.enter(PRINCIPAL);
  const said = await answers(person.page, cases.map(({ pub_key: key, ...rest }) => ({ key, ...rest })));
  assert.deepEqual(said.flatMap((yes, index) => (yes ? [index] : [])), [3]);
  await app.leave(person);
});

test('of the cases of Wycheproof the browser takes those that are right', async (t) => {
  const all = await vectors(t, 'wycheproof/ed25519_test.json');
  if (!all) return;
  const cases = all.testGroups.flatMap(({ publicKey, tests }) =>
    tests.map(({ msg, sig, result }) => ({ key: publicKey.pk, message: msg, signature: sig, result })));
  assert.ok(cases.length > 100);
  const person = await app.enter(PRINCIPAL);
  const said = await answers(person.page, cases);
  assert.deepEqual(said, cases.map(({ result }) => result === 'valid'));
  await app.leave(person);
});
