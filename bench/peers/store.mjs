// The first page of a program in JavaScript that stores each dossier as plain JSON: it parses all of them, sees at which
// stage each is, and shows the list. It checks no signature and decides nothing.

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

const dossiers = Object.keys(localStorage).map((name) => JSON.parse(localStorage.getItem(name)));
const rows = dossiers.map(({ records }) => {
  const last = records.at(-1);
  const { employee } = records[0].body;
  const cells = [employee.name, last.stage ?? last.type, last.proof.created, records.length];
  return `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')}</tr>`;
});
document.getElementById('app').innerHTML = `<main><h1>Beranda</h1><table class="dossiers"><tbody>${rows.join('')}</tbody></table></main>`;
