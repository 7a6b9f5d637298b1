// The first part of the service worker: looks at the page that is kept before it is shown. All other files are looked at
// by the page itself, which says so when one of them is not what it should be (begin.js); nobody else looks at the page.
// Workbox, which follows, sees to everything but that.

addEventListener("fetch", (event) => {
  const { request } = event;
  const [address, scope] = [new URL(request.url), new URL(registration.scope)];
  const isPage = ["", "index.html"].some((name) => address.pathname === scope.pathname + name);
  if (request.mode !== "navigate" || !isPage) return;
  event.stopImmediatePropagation();
  event.respondWith(keptPage(request));
});

/** Gives the kept page if it is whole, else the one of the host, else words that say what to do. */
async function keptPage(request) {
  const kept = await caches.match(new URL(PAGE.key, registration.scope).href);
  const bytes = await kept?.clone().arrayBuffer();
  if (bytes && (await hashOf(bytes)) === PAGE.hash) return kept;
  return fetch(request).catch(() => new Response(PAGE.broken, { headers: { "Content-Type": "text/html; charset=utf-8" } }));
}

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...digest));
}
