// Reads and checks a file of ours as a program in JavaScript would: parse, canonical bytes, hashes, signatures.

import canonicalize from 'canonicalize';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const DIGITS = new Map([...ALPHABET].map((letter, digit) => [letter, digit]));
const encoder = new TextEncoder();

/** Reads base58btc behind its `z`. */
export function unbase58(text) {
  const bytes = [];
  for (let place = 1; place < text.length; place += 1) {
    let carry = DIGITS.get(text[place]);
    for (let index = 0; index < bytes.length; index += 1) {
      carry += bytes[index] * 58;
      bytes[index] = carry & 255;
      carry >>= 8;
    }
    for (; carry; carry >>= 8) bytes.push(carry & 255);
  }
  for (let place = 1; text[place] === '1'; place += 1) bytes.push(0);
  return Uint8Array.from(bytes.reverse());
}

const sha256 = async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

/** Gives what was signed of a record: the hash of the options of the proof, then that of the record. */
async function signedBytes({ proof, ...record }) {
  const { proofValue, ...options } = proof;
  const bytes = new Uint8Array(64);
  bytes.set(await sha256(canonicalize(options)));
  bytes.set(await sha256(canonicalize(record)), 32);
  return bytes;
}

/**
 * Checks all records of a file.
 *
 * @param {string} text the file
 * @param {(key: Uint8Array, signature: Uint8Array, message: Uint8Array) => boolean | Promise<boolean>} verify
 */
export async function checkFile(text, verify) {
  const file = JSON.parse(text);
  for (const record of file.records) {
    const { proof } = record;
    // Behind two bytes that name the kind of key.
    const key = unbase58(proof.verificationMethod.split('#')[1]).subarray(2);
    const isRight = await verify(key, unbase58(proof.proofValue), await signedBytes(record));
    if (!isRight) throw new Error('a signature is wrong');
  }
  return file;
}

/** Gives a verifier by the browser's own cryptography, which reads each key once. */
export function webCrypto() {
  const keys = new Map();
  const read = (raw) => crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return async (raw, signature, message) => {
    const name = raw.join();
    if (!keys.has(name)) keys.set(name, read(raw));
    return crypto.subtle.verify('Ed25519', await keys.get(name), signature, message);
  };
}

/** Lets the files of a field be taken in, and shows the name of the employee of each when all are checked. */
export function takeFiles(verify) {
  const app = document.getElementById('app');
  app.innerHTML = '<main><h1>Terima</h1><input type="file" multiple><ul id="arrivals"></ul></main>';
  app.querySelector('input').addEventListener('change', async (event) => {
    const names = [];
    for (const file of event.target.files) {
      const { records } = await checkFile(await file.text(), verify);
      names.push(records[0].body.employee.name);
    }
    app.querySelector('ul').append(...names.map((name) => Object.assign(document.createElement('li'), { textContent: name })));
  });
}
