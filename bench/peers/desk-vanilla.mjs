// The desk without any library: one text of HTML for the whole page, and one element set for a change.

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const rowOf = ({ mine, href, who, about, stage, symbol, words, since, ask }) =>
  `<tr${mine ? ' class="mine"' : ''}><th scope="row"><a href="${escaped(href)}">${escaped(who)}</a><span class="about">${escaped(about)}</span></th><td><span>${escaped(stage)}</span><span class="signed"><svg class="sign" aria-hidden="true"><use href="${symbol}"></use></svg><span>${escaped(words)}</span></span></td><td class="since">${escaped(since)}</td><td class="ask">${escaped(ask)}</td></tr>`;

window.desk = {
  /** Shows a page before the desk, with a link to it in the frame. */
  prepare({ frame, before, above, below, head, rows }) {
    const app = document.getElementById('app');
    app.innerHTML = frame;
    const main = app.querySelector('main');
    main.innerHTML = before;
    app.querySelector('nav a[href="#/"]').addEventListener('click', (event) => {
      event.preventDefault();
      main.innerHTML = `${above}<table class="dossiers">${head}<tbody>${rows.map(rowOf).join('')}</tbody></table>${below}`;
    });
    window.change = (place, row) => {
      const [old, fresh] = [main.querySelector('tbody').rows[place], document.createElement('tbody')];
      fresh.innerHTML = rowOf(row);
      old.replaceWith(fresh.firstChild);
    };
  },
};
