// Files made to do harm: each kind has its verdict, soon, and the page goes on as if nothing had come.
// The parts that need no browser are in tests/seal; tests/hostile.rs says which kind is tested where.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before } from 'node:test';
import { journey } from './lib/journey.mjs';
import { base58, bundle, canonical, idOf, letter, seal, signer, unbase58 } from './lib/sealer.mjs';
import { openApp } from './pages/app.mjs';
import * as dossier from './pages/dossier.mjs';
import { PRINCIPAL, openMenu, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import { cardIn, setUp } from './pages/setup.mjs';

/** Milliseconds after which a file has to have its verdict. */
const SOON = 3_000;
const RULES = new URL('../../src/rules/packs/id-2025.json', import.meta.url);

// What could run, mislead or burst a page.
const TRICKS = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<svg onload=alert(1)><animate onbegin=alert(1)>',
  '"><a href="javascript:alert(1)" onclick=alert(1)>x</a>',
  'javascript:alert(1)',
  '{{alert(1)}} ${alert(1)} <%= alert(1) %> {}',
  "=HYPERLINK('https://example.org')",
  '\u202Egnp.\u2066evil\u2069\u200B\u200D\uFEFF',
  'W'.repeat(400),
  `a${'\u0301\u0489'.repeat(80)}`,
];
const HARM = TRICKS.join(' ');
const NAME = '<b onclick=alert(1)>Sri\u202E\u200B{{x}}</b> javascript:alert(1) \u200F' + 'W'.repeat(50);

const app = openApp();
const step = journey();
let principal, teacher, stranger, good, genesis, plan;

before(async () => {
  principal = await app.enter(PRINCIPAL);
  principal.dialogs = [];
  principal.page.on('dialog', (dialog) => {
    principal.dialogs.push(dialog.message());
    return dialog.dismiss();
  });
});

step('a teacher whose every word is a trick sends a plan', async () => {
  const backup = await setUp(principal);
  const me = cardIn(backup);
  teacher = signer(7, { name: NAME.slice(0, 120), office: HARM.slice(0, 120), school: TRICKS[2] });
  stranger = signer(9);
  const pack = JSON.parse(await readFile(RULES, 'utf8'));
  const rules = { pack: 'id-2025', hash: idOf(pack) };
  genesis = seal(teacher, {
    type: 'Dossier', seq: 0, parents: [], body: { period: '2025', rules, employee: teacher.card, superior: me },
  });
  plan = revision(teacher, 'planning', [genesis], allAnswers(pack.stages[0]));
  good = file([genesis, plan]);
});

/** Signs a version that builds on some records. */
function revision(by, stage, parents, body) {
  const seq = 1 + Math.max(...parents.map((parent) => parent.seq));
  return seal(by, { type: 'Revision', dossier: idOf(genesis), stage, seq, parents: parents.map(idOf), body });
}

/** Puts records into a file with its cover letter. */
function file(records, counter = 2, heads = [records.at(-1)]) {
  const id = idOf(genesis);
  return bundle(id, records, letter(teacher, id, genesis.body.superior.did, counter, heads.map(idOf)));
}

/** Answers every question of a stage with tricks, as texts, as lists and as lines. */
function allAnswers(stage) {
  const answers = {};
  for (const field of stage.document.flatMap((section) => section.fields)) {
    const row = () => Object.fromEntries((field.fields ?? []).map((column) => [column.name, HARM]));
    if (field.kind === 'choices') answers[field.name] = TRICKS;
    else if (field.kind === 'rows') answers[field.name] = [row(), row()];
    else if (field.kind === 'each') answers[field.name] = [{ item: 'service', ...row() }, { item: HARM, ...row() }];
    else answers[field.name] = HARM;
  }
  return answers;
}

/** Takes in a file and gives all that is said of it; fails when it takes too long. */
async function verdict(name, content) {
  const path = await receive.makeFile(principal, name, content);
  const begun = Date.now();
  await receive.takeIn(principal, path);
  assert.ok(Date.now() - begun < SOON, `${name} took ${Date.now() - begun} ms`);
  return receive.arrivals(principal).first().textContent();
}

/** Gives what must not be in the page: handlers in markup, links that are programs, foreign elements. */
function harmIn(page) {
  return page.evaluate(() => {
    const found = [];
    for (const element of document.querySelectorAll('body, body *')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'style' || /^\s*javascript:/i.test(value)) found.push(`${name}=${value}`);
      }
    }
    // The script of the page itself stands inside it, allowed by its hash.
    const own = document.getElementById('start');
    const foreign = document.querySelectorAll('img, iframe, object, embed, animate, script:not([src]), b');
    return [...found, ...[...foreign].filter((element) => element !== own).map((element) => element.outerHTML)];
  });
}

/** Looks at a page: nothing of a trick lives in it, and nothing of it is wider than the window. */
async function seeHarmless(what) {
  assert.deepEqual(await harmIn(principal.page), [], what);
  const wide = await principal.page.evaluate(() => {
    const is = (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1;
    const found = [...document.querySelectorAll('body *')].filter((element) => is(element) && element.checkVisibility());
    return document.documentElement.scrollWidth > innerWidth ? found.map((one) => `${one.tagName}.${one.className}`) : [];
  });
  assert.deepEqual(wide, [], `${what} is wider than the window`);
  assert.deepEqual(principal.dialogs, []);
}

step('every word of it is shown as words, on every page and in every size', async () => {
  const text = JSON.stringify(good);
  assert.match(await verdict(`${TRICKS[0].replaceAll('/', '')}.json`, text), /New records taken in and verified: 2/);
  const { page } = principal;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 640 });
    await seeHarmless('the page of files');
    await receive.openReceive(principal);
    await openMenu(principal, 'home');
    await seeHarmless('the first page');
    await page.getByText('⟨U+202E⟩⟨U+200B⟩').first().waitFor();
    await dossier.openDossier(principal);
    await seeHarmless('the page of the dossier');
    await dossier.openStage(principal, 'planning');
    await page.locator('article.sheet').getByText('{{alert(1)}} ${alert(1)}').first().waitFor();
    await page.locator('article.sheet').getByText('⟨U+202E⟩').first().waitFor();
    await seeHarmless('the sheet');
    const title = await page.title();
    assert.ok(!/[\u200B\u202E]/.test(title), title);
  }
  await page.setViewportSize(PRINCIPAL.window.viewport);
  await openMenu(principal, 'home');
  await page.locator('.now a, .notices a, main a').first().waitFor();
});

const changed = (change) => () => {
  const copy = structuredClone(good);
  change(copy);
  return JSON.stringify(copy);
};
const replaced = (old, other) => () => {
  const text = JSON.stringify(good);
  assert.ok(text.includes(old), old);
  return text.replace(old, () => other);
};
const inProof = (change) => changed(({ records }) => change(records[1].proof));
const seqOf = (text) => replaced('"seq":1', `"seq":${text}`);
const resealed = (change) => () => {
  const { '@context': _, format, by, proof, ...content } = plan;
  return JSON.stringify(file([genesis, seal(teacher, content, change)]));
};

/** Gives the signature of the plan with the order of the group added to its second half. */
function malleable() {
  const order = (1n << 252n) + 27742317777372353535851937790883648493n;
  const bytes = unbase58(plan.proof.proofValue.slice(1));
  let number = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
  const half = Buffer.alloc(32);
  for (let index = 0; index < 32; index += 1, number >>= 8n) half[index] = Number(number & 255n);
  return Buffer.concat([bytes.subarray(0, 32), half]);
}

/** Signs with a key for which one signature fits every text. */
function weakly() {
  const did = `did:key:z${base58(Buffer.concat([Buffer.from([0xed, 0x01, 1]), Buffer.alloc(31)]))}`;
  const record = { ...plan, by: did };
  const verificationMethod = `${did}#${did.slice(8)}`;
  const proofValue = `z${base58(Buffer.concat([Buffer.from([1]), Buffer.alloc(63)]))}`;
  return JSON.stringify(file([genesis, { ...record, proof: { ...plan.proof, verificationMethod, proofValue } }]));
}

const value = (text) => inProof((proof) => { proof.proofValue = text; });
const signature = (bytes) => () => value(`z${base58(bytes())}`)();

// Nothing is kept, and the words say so.
const REFUSED = {
  'a member twice in a record': replaced('"seq":1', '"seq":1,"seq":1'),
  'a member twice by an escape': replaced('"seq":1', '"seq":1,"\\u0073eq":1'),
  'a second proof': replaced('"proof":{', '"proof":{},"proof":{'),
  'a member twice in the envelope': replaced('"format":1', '"format":1,"format":1'),
  'deep arrays': seqOf(`${'['.repeat(500)}1${']'.repeat(500)}`),
  'deep objects': seqOf(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
  'opening brackets only': () => '['.repeat(1_000_000),
  'a huge file': () => JSON.stringify(good) + ' '.repeat(9_000_000),
  'a huge text': changed(({ records }) => { records[1].body.reason = 'a'.repeat(3_000_000); }),
  'very many members': changed(({ records }) => {
    for (let index = 0; index < 100_000; index += 1) records[1].body[`m${index}`] = '';
  }),
  'very many values': changed(({ records }) => { records[1].body.reason = Array(900_000).fill('') }),
  'very many records': () => JSON.stringify({ ...good, records: Array(2_001).fill({}) }),
  'very many proofs': changed(({ records }) => { records[1].proof = Array(2_000).fill(records[1].proof); }),
  'a huge number': seqOf('1e400'),
  'no number': seqOf('NaN'),
  'infinity': seqOf('-Infinity'),
  'a fraction': seqOf('1.0'),
  'another notation': seqOf('1e0'),
  'an unsafe integer': seqOf('9007199254740993'),
  'a lone surrogate': replaced('"stage":"planning"', '"stage":"\\ud800"'),
  'invalid UTF-8 inside a record': () => {
    const bytes = Buffer.from(JSON.stringify(good));
    bytes[bytes.indexOf('HYPERLINK')] = 0xff;
    return bytes;
  },
  'invalid UTF-8 outside a record': () => Buffer.concat([Buffer.from(JSON.stringify(good)), Buffer.from([0xc0])]),
  'a control character': replaced('HYPERLINK', 'HYPER\\u0000LINK'),
  'a prototype': replaced('"seq":1', '"seq":1,"__proto__":{"x":1}'),
  'an empty name': replaced('"seq":1', '"seq":1,"":1'),
  'a name with a look-alike': replaced('"seq":1', '"seq":1,"ѕeq":1'),
  'a constructor': replaced('"seq":1', '"seq":1,"constructor":{}'),
  'a file that was cut': () => JSON.stringify(good).slice(0, -200),
  'single quotes': () => JSON.stringify(good).replaceAll('"', "'"),
  'a comma at the end': replaced('"app":"paraf"', '"app":"paraf",,'),
  'no proof': changed(({ records }) => { delete records[1].proof; }),
  'null for a proof': changed(({ records }) => { records[1].proof = null; }),
  'an empty proof': changed(({ records }) => { records[1].proof = {}; }),
  'a text for a proof': changed(({ records }) => { records[1].proof = 'signed'; }),
  'the same signer twice': changed(({ records }) => { records[1].proof = [records[1].proof, records[1].proof]; }),
  'a proof in base64url': () => value(`u${unbase58(plan.proof.proofValue.slice(1)).toString('base64url')}`)(),
  'a space behind the proof': () => value(`${plan.proof.proofValue} `)(),
  'a leading zero in the proof': () => value(plan.proof.proofValue.replace('z', 'z1'))(),
  'a proof of 63 bytes': signature(() => unbase58(plan.proof.proofValue.slice(1)).subarray(0, 63)),
  'a proof of 65 bytes': signature(() => Buffer.concat([unbase58(plan.proof.proofValue.slice(1)), Buffer.from([1])])),
  'a malleable signature': signature(malleable),
  'a small-order key': weakly,
  'another suite': resealed((options) => ({ ...options, cryptosuite: 'eddsa-rdfc-2022' })),
  'another type of proof': resealed((options) => ({ ...options, type: 'Ed25519Signature2020' })),
  'another purpose': resealed((options) => ({ ...options, proofPurpose: 'authentication' })),
  'an unknown member in the proof': resealed((options) => ({ ...options, nonce: 'x' })),
  'an id in the proof': resealed((options) => ({ ...options, id: 'urn:x' })),
  'a chain of proofs in a circle': resealed((options) => ({ ...options, id: 'urn:x', previousProof: 'urn:x' })),
  'a proof that expires': resealed((options) => ({ ...options, expires: '2030-01-01T00:00:00Z' })),
  'a method without fragment': resealed((options) => ({ ...options, verificationMethod: teacher.did })),
  'a method of another kind': resealed((options) => ({ ...options, verificationMethod: 'did:web:example.org#a' })),
  'a method that is no text': resealed((options) => ({ ...options, verificationMethod: 7 })),
  'one bit flipped': replaced('HYPERLINK', 'HYPERLINJ'),
  'the proof of another record': changed(({ records }) => { records[1].proof = records[0].proof; }),
};

// Exactly what the untouched file says, which is known already. What stands around it is taken off.
const SAME = {
  'a byte order mark': () => `\uFEFF${JSON.stringify(good)}`,
  'lines of Windows': () => JSON.stringify(good, null, 2).replaceAll('\n', '\r\n'),
  'escapes in place of characters': () => JSON.stringify(good).replaceAll('alert', '\\u0061lert'),
  'another order of members': () => canonical(good),
  'other white space': () => JSON.stringify(good, null, '\t'),
  'the same file': () => JSON.stringify(good),
  'UTF-16': () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(good), 'utf16le')]),
  'text after the document': () => `${JSON.stringify(good)} x`,
  'two documents': () => JSON.stringify(good).repeat(2),
  'a comment': () => `/* x */${JSON.stringify(good)}`,
  'shuffled records': () => JSON.stringify({ ...good, records: [...good.records].reverse() }),
  'every record twice': () => JSON.stringify({ ...good, records: [...good.records, ...good.records] }),
  'a part of it': () => JSON.stringify({ ...good, records: [genesis] }),
};

const cosign = (by, target, parents) =>
  seal(by, {
    type: 'CoSign', dossier: idOf(genesis), stage: 'planning', seq: 2, parents: parents.map(idOf),
    body: { target, decision: 'agree', note: '' },
  });

// Rightly signed, but by nobody who may, or in no place where it may stand.
const UNUSED = {
  'the writer signs for the other side too': () => [cosign(teacher, idOf(plan), [plan])],
  'an answer to the text of another dossier': () => [cosign(teacher, `sha256:${'7'.repeat(64)}`, [plan])],
  'a stage that jumps its gate': () => [revision(teacher, 'discussion', [plan], { goal: 'Jauh.' })],
  'a version by a stranger': () => [revision(stranger, 'planning', [plan], { reason: HARM })],
  'a signature by a stranger': () => [cosign(stranger, idOf(plan), [plan])],
};

/** Tries all files of a kind, each against the same dossier. */
async function each(cases, check) {
  const state = await dossier.stateCode(principal);
  let tried = 0;
  for (const [what, make] of Object.entries(cases)) {
    check(await verdict(`${(tried += 1)}.json`, make()), what);
    if (tried % 20 === 0) await principal.page.reload();
  }
  assert.equal(await dossier.stateCode(principal), state);
  await seeHarmless('the page after all');
}

step('an older file is called older', async () => {
  const newer = revision(teacher, 'planning', [plan], { reason: 'Alasan yang baru.' });
  good = file([genesis, plan, newer], 3);
  assert.match(await verdict('newer.json', JSON.stringify(good)), /New records/);
  const older = JSON.stringify(file([genesis, plan], 2));
  assert.match(await verdict('older.json', older), /This file is older than what you have/);
});

step('what means the same is taken as the same', () =>
  each(SAME, (said, what) => assert.match(said, /You already have everything in this file/, what)));

step('what was tampered with is refused, soon, and nothing of it is kept', () =>
  each(REFUSED, (said, what) => assert.match(said, /Nothing was kept/, what)));

step('what nobody may sign, or not there, is not used', () =>
  each(
    Object.fromEntries(Object.entries(UNUSED).map(([what, make]) => [
      what,
      () => JSON.stringify(file([...good.records, ...make()], 4)),
    ])),
    (said, what) => assert.match(said, /Records that are not used: 1/, what),
  ));

step('a file from which a record is missing waits for it', async () => {
  const [between, last] = [{ reason: 'Satu.' }, { reason: 'Dua.' }].reduce(
    (made, body) => [...made, revision(teacher, 'planning', [made.at(-1) ?? good.records.at(-1)], body)], []);
  const cut = JSON.stringify(file([genesis, last], 5));
  assert.match(await verdict('cut.json', cut), /The file is incomplete/);
  const whole = JSON.stringify(file([...good.records, between, last], 6));
  assert.match(await verdict('whole.json', whole), /New records taken in and verified: 1/);
});

step('the page is alive, and nothing ran', async () => {
  await principal.page.reload();
  await seeHeading(principal, principal.say('receiveHeading'));
  await dossier.openStage(principal, 'planning');
  await principal.page.locator('article.sheet').getByText('Dua.').waitFor();
  assert.deepEqual(principal.dialogs, []);
});

app.endJourney();
