// Files on the ways that only a browser knows: dropped anywhere in the window, in a folder, not readable, pasted.

import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { journey } from './lib/journey.mjs';
import { bundle, idOf, letter, seal, signer } from './lib/sealer.mjs';
import { openApp } from './pages/app.mjs';
import { look } from './pages/look.mjs';
import { PRINCIPAL, byId, giveFile, openMenu, seeHeading } from './pages/person.mjs';
import * as receive from './pages/receive.mjs';
import { cardIn, setUp } from './pages/setup.mjs';

const RULES = new URL('../../src/rules/packs/id-2025.json', import.meta.url);

const app = openApp();
const step = journey();
let principal, me, rules;

/** Makes the file with which a teacher begins a dossier. */
function begun(byte) {
  const teacher = signer(byte, { name: `Guru ${byte}` });
  const genesis = seal(teacher, {
    type: 'Dossier', seq: 0, parents: [], body: { period: '2025', rules, employee: teacher.card, superior: me },
  });
  const id = idOf(genesis);
  return JSON.stringify(bundle(id, [genesis], letter(teacher, id, me.did, 1, [id])));
}

/** Drops files or folders on the middle of the page, as the system does when a person lets them go there. */
async function drop(person, ...files) {
  const session = await person.page.context().newCDPSession(person.page);
  const { width, height } = person.page.viewportSize();
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  }
  await session.detach();
}

/** Waits until something is told of a file with this name, and gives what. */
async function toldOf(person, name) {
  const arrival = receive.arrivals(person).filter({ hasText: name }).first();
  await arrival.waitFor();
  return arrival.locator('strong').innerText();
}

/** Waits until something is told of a file with this name, and gives how many records were new in it. */
async function newsOf(person, name) {
  const arrival = receive.arrivals(person).filter({ hasText: name }).first();
  await arrival.waitFor();
  return arrival.locator('p').first().textContent();
}

/** Makes a zip: each file by its name, the first one stored, the others deflated. */
function zip(files) {
  const [bodies, list] = [[], []];
  let place = 0;
  for (const [index, [name, text]] of Object.entries(files).entries()) {
    const packed = index ? deflateRawSync(text) : Buffer.from(text);
    const said = Buffer.alloc(26);
    said.writeUInt16LE(20, 0);
    said.writeUInt16LE(index ? 8 : 0, 4);
    said.writeUInt32LE(packed.length, 14);
    said.writeUInt32LE(Buffer.byteLength(text), 18);
    said.writeUInt16LE(name.length, 22);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(place, 10);
    bodies.push(Buffer.from('PK\x03\x04'), said, Buffer.from(name), packed);
    list.push(Buffer.from('PK\x01\x02\x14\x00'), said, at, Buffer.from(name));
    place += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(list).length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...bodies, ...list, end]);
}

step('before there is a signature the words say so, and the browser opens nothing', async () => {
  principal = await app.enter(PRINCIPAL);
  // Before the program has started nobody is there to take the file.
  await principal.page.getByRole('heading', { level: 1 }).waitFor();
  const address = principal.page.url();
  const path = await receive.makeFile(principal, 'salam.json', '{"app":"paraf","format":1,"archive":{}}');
  await drop(principal, path);
  assert.equal(await toldOf(principal, 'salam.json'), principal.say('noIdentity'));
  assert.equal(principal.page.url(), address);
  await look(principal, '110-dropped-first');
});

step('what is dropped on any page is taken in, and the page that tells it opens', async () => {
  const backup = await setUp(principal);
  me = cardIn(backup);
  rules = { pack: 'id-2025', hash: idOf(JSON.parse(await readFile(RULES, 'utf8'))) };
  for (const [byte, page] of [[11, 'home'], [12, 'help']]) {
    await openMenu(principal, page);
    await drop(principal, await receive.makeFile(principal, `${page}.json`, begun(byte)));
    assert.equal(await newsOf(principal, `${page}.json`), principal.say('newRecords', 1));
    await seeHeading(principal, principal.say('receiveHeading'));
  }
  // On the page for files the same file comes in once.
  const before = await receive.arrivals(principal).count();
  await drop(principal, await receive.makeFile(principal, 'lagi.json', begun(11)));
  assert.equal(await toldOf(principal, 'lagi.json'), principal.say('same'));
  assert.equal(await receive.arrivals(principal).count(), before + 1);
});

step('of a folder that is dropped the files in it are taken in', async () => {
  const inner = join(principal.folder, 'kiriman', 'kelas 5');
  await mkdir(inner, { recursive: true });
  await writeFile(join(inner, 'guru.json'), begun(13));
  await writeFile(join(inner, '.DS_Store'), 'x');
  await writeFile(join(principal.folder, 'kiriman', 'baca.json'), '[]');
  await openMenu(principal, 'home');
  await drop(principal, join(principal.folder, 'kiriman'));
  assert.equal(await newsOf(principal, 'kiriman/kelas 5/guru.json'), principal.say('newRecords', 1));
  assert.equal(await toldOf(principal, 'kiriman/baca.json'), principal.say('notParaf'));
  assert.equal(await receive.arrivals(principal).filter({ hasText: 'DS_Store' }).count(), 0);
  await mkdir(join(principal.folder, 'hampa'));
  await drop(principal, join(principal.folder, 'hampa'));
  assert.equal(await toldOf(principal, 'hampa'), principal.say('emptyFolder'));
});

step('a file that cannot be read is not called too large', async () => {
  await principal.page.evaluate(() => {
    const refuse = () => Promise.reject(new DOMException('The file could not be read.', 'NotReadableError'));
    File.prototype.arrayBuffer = refuse;
  });
  await giveFile(principal, await receive.makeFile(principal, 'awan.json', begun(14)));
  assert.equal(await toldOf(principal, 'awan.json'), principal.say('unread'));
  await look(principal, '111-unread');
  await principal.page.reload();
});

step('a zip with several files and a file in UTF-16 are taken in', async () => {
  const bytes = zip({ 'satu.json': begun(15), 'dua.json': begun(16), '__MACOSX/dua.json': 'x' });
  await giveFile(principal, await receive.makeFile(principal, 'semua.zip', bytes));
  for (const name of ['satu.json', 'dua.json']) {
    assert.equal(await newsOf(principal, `semua.zip › ${name}`), principal.say('newRecords', 1));
  }
  assert.equal(await receive.arrivals(principal).count(), 2);
  const wide = Buffer.from(`\uFEFF${begun(17)}`, 'utf16le');
  await giveFile(principal, await receive.makeFile(principal, 'notepad.txt', wide));
  assert.equal(await newsOf(principal, 'notepad.txt'), principal.say('newRecords', 1));
});

step('pasted text stays when it is refused, and goes once it is taken in', async () => {
  const field = byId(principal, 'pasted');
  const curly = begun(18).replace(/"(.*?)"/g, '“$1”');
  assert.equal((await receive.pasteIn(principal, curly)).what, principal.say('curlyQuotes'));
  assert.equal(await field.inputValue(), curly);
  assert.ok(await principal.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await look(principal, '112-curly');
  const copied = `[29/11/26 08.15] Sri Wahyuni: "${begun(18)}"\nTerima kasih.`;
  assert.equal((await receive.pasteIn(principal, copied)).next, principal.say('newRecords', 1));
  assert.equal(await field.inputValue(), '');
});

step('of many files the page says how far it is while it answers, and stops when it is told to', async () => {
  await openMenu(principal, 'home');
  const paths = [];
  for (let byte = 30; byte < 70; byte += 1) {
    paths.push(await receive.makeFile(principal, `guru-${byte}.json`, begun(byte)));
  }
  const session = await principal.page.context().newCDPSession(principal.page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 12 });
  await drop(principal, ...paths);
  const progress = byId(principal, 'progress');
  await progress.getByText(/ dari 40| of 40/).waitFor();
  // Nothing is looked at in between: the files go on meanwhile.
  await byId(principal, 'stop-import').click();
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await seeHeading(principal, principal.say('receiveHeading'));
  await progress.waitFor({ state: 'detached' });
  const told = await receive.arrivals(principal).filter({ hasText: /guru-\d+/ }).count();
  assert.ok(told < 40, `${told} were done when it stopped`);
});

app.endJourney();
