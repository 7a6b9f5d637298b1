// Makes a file for the other side as a program in JavaScript would: a signed letter beside the records, then offered.

import canonicalize from 'canonicalize';

const encoder = new TextEncoder();
const sha256 = async (text) => new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));

/** Prepares a button that offers the file of a dossier; the key is at hand, as it is in ours. */
window.prepare = async (file) => {
  const { privateKey } = await crypto.subtle.generateKey('Ed25519', false, ['sign']);
  const button = Object.assign(document.createElement('button'), { textContent: 'Unduh' });
  button.addEventListener('click', async () => {
    const { proof, ...letter } = file.handoff ?? { type: 'Handoff', dossier: file.dossier, body: {}, proof: {} };
    const { proofValue, ...options } = { ...proof, created: new Date().toISOString() };
    const bytes = new Uint8Array(64);
    bytes.set(await sha256(canonicalize(options)));
    bytes.set(await sha256(canonicalize(letter)), 32);
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes));
    const signed = { ...letter, proof: { ...options, proofValue: btoa(String.fromCharCode(...signature)) } };
    const text = JSON.stringify({ ...file, handoff: signed });
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href, download: 'paraf.json' }).click();
  });
  document.getElementById('app').append(button);
};
