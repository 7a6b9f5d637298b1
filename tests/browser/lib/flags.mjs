// How Chromium is started, by the tests and by the benchmark.

/** The first two are for containers; the others keep the browser itself off the network. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
