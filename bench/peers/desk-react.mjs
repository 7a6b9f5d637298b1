// The desk in React, as its users are told to write it: rows with keys that draw themselves anew only when they change.

import { Fragment, createElement as element, memo, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Row = memo(({ row: { mine, href, who, about, stage, symbol, words, since, ask } }) =>
  element('tr', { className: mine ? 'mine' : undefined },
    element('th', { scope: 'row' }, element('a', { href }, who), element('span', { className: 'about' }, about)),
    element('td', null,
      element('span', null, stage),
      element('span', { className: 'signed' },
        element('svg', { className: 'sign', 'aria-hidden': 'true' }, element('use', { href: symbol })),
        element('span', null, words))),
    element('td', { className: 'since' }, since),
    element('td', { className: 'ask' }, ask)));

const Part = memo(({ html }) => element('div', { style: { display: 'contents' }, dangerouslySetInnerHTML: { __html: html } }));

function Desk({ above, below, headings, rows }) {
  const [shown, show] = useState(rows);
  window.change = (place, row) => show((old) => old.map((one, index) => (index === place ? row : one)));
  return element(Fragment, null,
    element(Part, { html: above }),
    element('table', { className: 'dossiers' },
      element('thead', null, element('tr', null, headings.map((text) => element('th', { key: text, scope: 'col' }, text)))),
      element('tbody', null, shown.map((row) => element(Row, { key: row.href, row })))),
    element(Part, { html: below }));
}

function App(given) {
  const [isOpen, setOpen] = useState(false);
  given.listen(() => setOpen(true));
  return isOpen ? element(Desk, given) : element(Part, { html: given.before });
}

window.desk = {
  /** Shows a page before the desk, with a link to it in the frame. */
  prepare(given) {
    const app = document.getElementById('app');
    app.innerHTML = given.frame;
    let open;
    app.querySelector('nav a[href="#/"]').addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
    const listen = (call) => (open = call);
    createRoot(app.querySelector('main')).render(element(App, { ...given, listen }));
  },
};
