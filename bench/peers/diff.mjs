// Shows what differs between two versions of a document: parsed, compared in depth, and drawn by the library's own formatter.

import { diff } from 'jsondiffpatch/with-text-diffs';
import { format } from 'jsondiffpatch/formatters/html';

/** Prepares a button that shows the difference of two texts of JSON. */
window.prepare = (one, other) => {
  const app = document.getElementById('app');
  app.innerHTML = '<main><button>Bandingkan</button><div id="difference"></div></main>';
  app.querySelector('button').addEventListener('click', () => {
    const [first, second] = [JSON.parse(one), JSON.parse(other)];
    app.querySelector('#difference').innerHTML = format(diff(first, second), first);
  });
};
