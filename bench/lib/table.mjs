// Writes the results as tables in Markdown, from the raw numbers alone.

import { judge } from './goals.mjs';
import { nameOf } from './conditions.mjs';

const SIGNS = { met: 'met', missed: '**missed**', 'not certain': '**not shown**', 'no goal': '' };

/** Gives the text of all tables. */
export function tables(rows) {
  const main = rows.flatMap((row) => row.failure || row.missing ? [gap(row)] : row.goals.map((goal, place) => line(row, goal, place)));
  const others = rows.flatMap(otherLines);
  const notes = rows.flatMap((row) => (row.notes ?? []).map((note) => `- ${row.id}: ${note}`));
  return [
    introduction(rows), table(HEADS, main),
    ...(notes.length ? [notes.join('\n')] : []),
    ...(others.length ? ['Other devices and networks, for which there is no goal:', table(OTHER_HEADS, others)] : []),
  ].join('\n\n') + '\n';
}

const HEADS = ['', 'What', 'Ours', 'Peer', '', 'Ratio (95 %)', 'Goal', ''];
const OTHER_HEADS = ['', 'What', 'Device and network', 'Ours', 'Peer', '', 'Ratio (95 %)'];

function introduction(rows) {
  const made = rows.map((row) => row.made).filter(Boolean);
  const all = (what) => [...new Set(made.map(what))].filter(Boolean).join(' and ');
  const kind = made.some(({ isQuick }) => isQuick) ? 'A quick run, which shows orders of size and proves nothing. ' : '';
  return `${kind}Measured on ${all(({ date }) => date.slice(0, 10))} in ${all(({ browser }) => browser)} on ${all(({ machine }) => machine)}, ` +
    `app ${all(({ app }) => app)}. Medians of the rounds, in brackets the 90th percentile; the ratio is ours ÷ peer, ` +
    'less is better. A goal is met when the whole interval is within it.';
}

function table(heads, lines) {
  const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(heads), row(heads.map(() => '---')), ...lines.map(row)].join('\n');
}

/** A row that could not be measured says why. */
function gap({ id, title, failure, missing }) {
  return [id, title, failure ? `failed: ${failure}` : missing, '', '', '', '', failure ? '**failed**' : '**not measured**'];
}

function line(row, goal, place) {
  const [condition] = row.conditions;
  const judged = judge(goal, condition.samples);
  const unit = goal.unit ?? row.unit;
  const what = place === 0 ? [row.title, nameOf(condition)].filter(Boolean).join(', ') : '';
  const measure = goal.what ?? '';
  const name = [what, measure].filter(Boolean).join(': ');
  if (!judged) return [place ? '' : row.id, name, 'not measured', goal.peer ?? '', '', '', '', '**not measured**'];
  const stretch = judged.isStretch ? 'met, and the stretch goal' : SIGNS[judged.verdict];
  const most = goal.most === undefined ? '' : goal.peer ? `≤ ${goal.most}` : `≤ ${goal.most} ${unit}`;
  const ratio = goal.peer ? interval(judged) : '';
  return [place ? '' : row.id, name, value(judged.ours, unit), goal.peer ?? '', judged.theirs ? value(judged.theirs, unit) : '', ratio, most, stretch];
}

function otherLines(row) {
  if (row.failure || row.missing) return [];
  return row.conditions.slice(1).flatMap((condition) =>
    row.goals.filter(({ peer }) => peer).flatMap((goal) => {
      const judged = judge(goal, condition.samples);
      const name = [row.title, goal.what].filter(Boolean).join(': ');
      const unit = goal.unit ?? row.unit;
      return judged ? [[row.id, name, nameOf(condition), value(judged.ours, unit), goal.peer, value(judged.theirs, unit), interval(judged)]] : [];
    }));
}

const interval = ({ ratio, low, high }) => (low === high ? digits(ratio) : `${digits(ratio)} [${digits(low)}–${digits(high)}]`);

function value({ median, high }, unit) {
  return high > median * 1.005 ? `${digits(median)} (${digits(high)}) ${unit}` : `${digits(median)} ${unit}`;
}

/** Three digits that count. */
export function digits(number) {
  if (!Number.isFinite(number)) return '–';
  if (Math.abs(number) >= 100) return Math.round(number).toLocaleString('en-US');
  return number === 0 ? '0' : String(Number(number.toPrecision(Math.abs(number) < 1 ? 2 : 3)));
}
