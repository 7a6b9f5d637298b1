// Draws the results as SVG, readable in light and dark: every ratio with its interval beside its goal, and the loads as bars.

import { nameOf } from './conditions.mjs';
import { judge } from './goals.mjs';
import { digits } from './table.mjs';

const [WIDTH, LEFT, RIGHT, LINE, TOP] = [960, 470, 130, 24, 72];
const STYLE = `<style>
text{font:13px system-ui,sans-serif;fill:#1f2328}.page{fill:#fff}.soft{fill:#59636e}.rule{stroke:#d1d9e0}.one{stroke:#59636e}
.met{fill:#1a7f37;stroke:#1a7f37}.missed{fill:#cf222e;stroke:#cf222e}.open{fill:#9a6700;stroke:#9a6700}.none{fill:#59636e;stroke:#59636e}
.goal{stroke:#1f2328;stroke-width:2}.ours{fill:#0b6868}.peer{fill:#afb8c1}
@media(prefers-color-scheme:dark){.page{fill:#0d1117}text{fill:#f0f6fc}.soft{fill:#9198a1}.rule{stroke:#3d444d}.one{stroke:#9198a1}
.met{fill:#3fb950;stroke:#3fb950}.missed{fill:#f85149;stroke:#f85149}.open{fill:#d29922;stroke:#d29922}.none{fill:#9198a1;stroke:#9198a1}
.goal{stroke:#f0f6fc}.ours{fill:#3bb5b5}.peer{fill:#656c76}}
</style>`;
const CLASSES = { met: 'met', missed: 'missed', 'not certain': 'open', 'no goal': 'none' };

/** Gives the plots by their names; one without anything to draw is left out. */
export function plots(rows) {
  const measured = rows.filter(({ failure, missing }) => !failure && !missing);
  const drawn = { ratios: ratios(measured), loads: loads(measured.filter(({ id }) => ['P3', 'P4', 'P9'].includes(id))) };
  return Object.fromEntries(Object.entries(drawn).filter(([, svg]) => svg));
}

/** Draws the ratios on a scale on which twice and half are as far from one. */
function ratios(rows) {
  const lines = rows.flatMap((row) =>
    row.goals.filter(({ peer }) => peer).flatMap((goal) => {
      const judged = judge(goal, row.conditions[0].samples);
      const name = `${row.id} ${goal.what ?? row.title} ÷ ${goal.peer}`;
      return judged && judged.low > 0 && Number.isFinite(judged.high) ? [{ ...judged, most: goal.most, name }] : [];
    }));
  if (!lines.length) return undefined;
  const all = lines.flatMap(({ low, high, most = 1 }) => [low, high, most, 1]);
  const [least, largest] = [Math.min(...all) / 1.15, Math.max(...all) * 1.15];
  const span = WIDTH - LEFT - RIGHT;
  const x = (ratio) => LEFT + (span * Math.log(ratio / least)) / Math.log(largest / least);
  const bottom = TOP + lines.length * LINE;
  const scale = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500].filter((one) => one > least && one < largest);
  const ticks = scale.map((one) => `<line class="${one === 1 ? 'one' : 'rule'}" x1="${x(one)}" x2="${x(one)}" y1="${TOP - 6}" y2="${bottom}"/><text class="soft" x="${x(one)}" y="${TOP - 12}" text-anchor="middle">${one}×</text>`);
  const drawn = lines.map(({ ratio, low, high, most, verdict, name }, place) => {
    const y = TOP + place * LINE + LINE / 2;
    const goal = most === undefined ? '' : `<line class="goal" x1="${x(most)}" x2="${x(most)}" y1="${y - 8}" y2="${y + 8}"/>`;
    return `<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${escaped(shortened(name))}</text>${goal}` +
      `<g class="${CLASSES[verdict]}"><line stroke-width="3" x1="${x(low)}" x2="${x(high)}" y1="${y}" y2="${y}"/><circle cx="${x(ratio)}" cy="${y}" r="5"/></g>` +
      `<text x="${WIDTH - RIGHT + 12}" y="${y + 4}">${digits(ratio)} ${most === undefined ? '' : `<tspan class="soft">goal ${most}</tspan>`}</text>`;
  });
  const title = ['Ours ÷ peer, less is better: median and 95 % interval; the bar across is the goal.', 'Green met, red missed, amber not shown, grey no goal.'];
  return svg(bottom + 12, title, [...ticks, ...drawn]);
}

/** Draws medians of the loads as bars. */
function loads(rows) {
  let y = TOP - 32;
  const parts = [];
  for (const row of rows) {
    const [condition] = row.conditions;
    const bars = Object.keys(condition.samples).map((name) => {
      const { ours } = judge({ measure: 'ready', most: 0 }, { ours: condition.samples[name] });
      return { name, ...ours };
    });
    const longest = Math.max(...bars.map(({ median }) => median));
    parts.push(`<text x="12" y="${y + 8}">${escaped(`${row.id} ${row.title}, ${nameOf(condition)}`)}</text>`);
    y += 16;
    for (const { name, median } of bars) {
      const width = ((WIDTH - LEFT - RIGHT + 180) * median) / longest;
      parts.push(`<text class="soft" x="208" y="${y + 15}" text-anchor="end">${escaped(name)}</text><rect class="${name === 'ours' ? 'ours' : 'peer'}" x="220" y="${y + 3}" width="${width}" height="${LINE - 8}" rx="2"/><text x="${228 + width}" y="${y + 15}">${digits(median)} ms</text>`);
      y += LINE;
    }
    y += 24;
  }
  return parts.length ? svg(y, ['Milliseconds until the page can be used, medians; less is better.'], parts) : undefined;
}

function svg(height, title, parts) {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(title.join(' '))}">`;
  const rounded = parts.join('\n').replace(/="(-?\d+\.\d+)"/g, (_, number) => `="${Math.round(number * 10) / 10}"`);
  const lines = title.map((line, place) => `<text class="soft" x="12" y="${20 + place * 18}">${escaped(line)}</text>`);
  return `${head}\n${STYLE}\n<rect class="page" width="100%" height="100%"/>\n${lines.join('\n')}\n${rounded}\n</svg>\n`;
}

const shortened = (text) => (text.length > 68 ? `${text.slice(0, 67)}…` : text);

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
