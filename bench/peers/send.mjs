// Signs an answer and makes the file for the other side as a program in JavaScript would: the record, a letter beside the
// records, both signed, then the text as a file. Nothing is stored or shown.

import canonicalize from 'canonicalize';

const encoder = new TextEncoder();
const sha256 = async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

/** Signs what a record says anew. */
async function sign({ proof, ...content }, key) {
  const { proofValue, ...options } = { ...proof, created: new Date().toISOString() };
  const bytes = new Uint8Array(64);
  bytes.set(await sha256(canonicalize(options)));
  bytes.set(await sha256(canonicalize(content)), 32);
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
  return { ...content, proof: { ...options, proofValue: btoa(String.fromCharCode(...signature)) } };
}

/** Prepares a button that signs and offers the file of a dossier; the key is at hand. */
window.prepare = async (file) => {
  const { privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign']);
  const button = Object.assign(document.createElement('button'), { textContent: 'Setuju dan paraf' });
  button.addEventListener('click', async () => {
    const record = await sign(file.records.at(-1), privateKey);
    const handoff = await sign(file.handoff, privateKey);
    const text = JSON.stringify({ ...file, records: [...file.records, record], handoff });
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href, download: 'paraf.json' }).click();
  });
  document.getElementById('app').append(button);
};
