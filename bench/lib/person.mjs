// A person of the practice school in the app: the backup of their key, and a key that opens at once.

import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';

export const PASSPHRASE = 'sawah hijau luas sekali';
const ROUNDS = 600_000;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Gives the backup of the key of a person whose seed is known, as the app writes it. */
export function backupOf({ seed, did, role }, bundle) {
  const card = Object.values(bundle.records[0].body).find((one) => one?.did === did);
  if (!card) throw new Error(`the dossier does not name ${did}`);
  const sealed = seal(Buffer.from(seed, 'hex'), ROUNDS);
  const backup = { card, sealed, employee: role !== 'superior', superior: role === 'superior', backup: 'checked' };
  return { app: 'paraf', format: 1, backup };
}

/** Seals the key in what a browser holds with one round instead of very many: the time of those is wanted, and no goal. */
export function quickened(entries) {
  const name = Object.keys(entries).find((one) => /\/me$/.test(one));
  const me = JSON.parse(entries[name]);
  return { ...entries, [name]: JSON.stringify({ ...me, sealed: seal(open(me.sealed), 1) }) };
}

function seal(seed, iterations) {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', pbkdf2Sync(PASSPHRASE, salt, iterations, 32, 'sha256'), iv);
  const data = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()]);
  const [written, vector, bytes] = [salt, iv, data].map(base58);
  return { kdf: 'PBKDF2-SHA-256', iterations, salt: written, cipher: 'AES-256-GCM', iv: vector, data: bytes };
}

function open({ salt, iv, data, iterations }) {
  const [written, vector, bytes] = [salt, iv, data].map(unbase58);
  const cipher = createDecipheriv('aes-256-gcm', pbkdf2Sync(PASSPHRASE, written, iterations, 32, 'sha256'), vector);
  cipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
}

function base58(bytes) {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}

function unbase58(text) {
  let number = 0n;
  for (const letter of text) number = number * 58n + BigInt(ALPHABET.indexOf(letter));
  const digits = number.toString(16);
  const zeros = text.length - text.replace(/^1+/, '').length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(number ? digits.padStart(digits.length + (digits.length % 2), '0') : '', 'hex')]);
}
