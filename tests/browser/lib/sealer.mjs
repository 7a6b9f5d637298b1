// Signs records without any code of the app, as an honest or a hostile stranger would.

import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';

const CONTEXT = ['https://w3id.org/security/data-integrity/v2'];
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Canonical JSON, for what records hold: texts, integers, names in ASCII. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

const sha256 = (data) => createHash('sha256').update(data).digest();

export function base58(bytes) {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET[Number(number % 58n)] + text;
  return '1'.repeat(bytes.findIndex((byte) => byte !== 0)) + text;
}

/** Reads what {@link base58} wrote. */
export function unbase58(text) {
  let number = 0n;
  for (const one of text) number = number * 58n + BigInt(ALPHABET.indexOf(one));
  const digits = number.toString(16);
  const zeros = text.length - text.replace(/^1+/, '').length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(number ? digits.padStart(digits.length + (digits.length % 2), '0') : '', 'hex')]);
}

/** Gives the id of a record. */
export const idOf = (record) => `sha256:${sha256(canonical(record)).toString('hex')}`;

function keyFrom(seed) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** Gives the key of a person whose seed is known. */
export const signerOf = ({ seed, did }) => ({ key: keyFrom(Buffer.from(seed, 'hex')), did });

/** Makes a person with a key of their own, from one byte. */
export function signer(byte, details = {}) {
  const key = keyFrom(Buffer.alloc(32, byte));
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  const did = `did:key:z${base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
  return { key, did, card: { did, name: 'Nama Contoh', office: 'Guru Kelas', school: 'SD Contoh', ...details } };
}

/** Signs what a record says; `change` may spoil the options of the proof before they are signed. */
export function seal({ key, did }, content, change = (options) => options) {
  const document = { '@context': CONTEXT, format: 1, ...content, by: did };
  const options = change({
    '@context': CONTEXT,
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    created: '2025-02-03T02:00:00Z',
    verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
    proofPurpose: 'assertionMethod',
  });
  const bytes = Buffer.concat([sha256(canonical(options)), sha256(canonical(document))]);
  return { ...document, proof: { ...options, proofValue: `z${base58(sign(null, bytes, key))}` } };
}

/** Signs a letter that goes with a file. */
export function letter(from, dossier, to, counter, heads) {
  const { format, ...rest } = seal(from, { type: 'Handoff', dossier, body: { to, counter, heads } });
  return { ...rest, format };
}

/** Puts records into the form of a file. */
export function bundle(dossier, records, handoff) {
  return { app: 'paraf', format: 1, dossier, records, ...(handoff ? { handoff } : {}) };
}
