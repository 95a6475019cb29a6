// The charts of the statistics page: a calendar, bars and a line, each with its meaning in words and its numbers in a table.
import { html, svg, nothing, type TemplateResult } from 'lit';
import { weekdayOf } from '../../core/quiz/calendarDay';
import type { ShownPeriod } from '../../protocol/progress';
import { fill } from '../shared/words';
import { words } from './strings';

const locale = document.documentElement.lang;
const short = new Intl.DateTimeFormat(locale, { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const dateOf = (day: number) => new Date(day * 86_400_000);

export const percent = (right: number, answers: number): string =>
  answers === 0 ? words.none : fill(words.percent, Math.round((100 * right) / answers));

interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A chart with its heading, and the same numbers folded below. */
function figure(id: string, title: string, alt: string, picture: TemplateResult, { heads, rows }: Table): TemplateResult {
  return html`<section class="chart" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    <div class="picture" role="img" aria-label=${alt}>${picture}</div>
    <details>
      <summary>${words.asTable}</summary>
      <div class="scroll" role="region" aria-label=${title} tabindex="0">
        <table>
          <thead>
            <tr>
              ${heads.map((head, i) => html`<th scope="col" class=${i === 0 ? '' : 'number'}>${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ([first, ...rest]) =>
                html`<tr>
                  <th scope="row">${first}</th>
                  ${rest.map((value) => html`<td class="number">${value}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

const periodTable = (first: string, periods: readonly ShownPeriod[]): Table => ({
  heads: [first, words.answered, words.right],
  rows: periods
    .filter(({ answers }) => answers > 0)
    .map(({ day, answers, right }) => [long.format(dateOf(day)), answers, percent(right, answers)]),
});

const cell = 12;
const step = cell + 3;

/** Fuller squares for fuller days; the size tells it without colour. */
export function calendarChart(days: readonly ShownPeriod[]): TemplateResult {
  const most = Math.max(1, ...days.map(({ answers }) => answers));
  const total = days.reduce((sum, { answers }) => sum + answers, 0);
  const active = days.filter(({ answers }) => answers > 0).length;
  const weeks = Math.ceil(days.length / 7);
  const alt = fill(words.calendarAlt, weeks, total, active, most);
  const squares = days.map(({ day, answers, right }, i) => {
    const side = answers === 0 ? 2 : 4 + (cell - 4) * Math.sqrt(answers / most);
    const [x, y] = [Math.floor(i / 7) * step + cell / 2, weekdayOf(day) * step + cell / 2];
    return svg`<rect class=${answers === 0 ? 'idle' : 'busy'} x=${x - side / 2} y=${y - side / 2} width=${side} height=${side} rx="2"><title>${fill(words.dayTitle, long.format(dateOf(day)), answers, right)}</title></rect>`;
  });
  const months = Array.from({ length: weeks }, (_, week) => days[7 * week]!).flatMap(({ day }, week) =>
    week % 4 === 0 ? [svg`<text class="tick small" x=${week * step} y=${7 * step + 10}>${short.format(dateOf(day))}</text>`] : [],
  );
  const picture = html`<svg
    viewBox="0 0 ${weeks * step + 10} ${7 * step + 14}"
    style="max-width: ${weeks * step * 1.6}px"
    aria-hidden="true"
  >
    ${squares}${months}
  </svg>`;
  return figure('calendar', words.calendar, alt, picture, periodTable(words.day, days));
}

const width = 400;
const height = 130;
const base = height - 18;

/** A line through the weeks that have answers; the size of a point tells how many there were. */
export function trendChart(weeks: readonly ShownPeriod[]): TemplateResult {
  const most = Math.max(1, ...weeks.map(({ answers }) => answers));
  const x = (i: number) => 34 + (i * (width - 44)) / Math.max(1, weeks.length - 1);
  const y = (share: number) => 8 + (1 - share) * (base - 8);
  const points = weeks.flatMap(({ answers, right }, i) => (answers === 0 ? [] : [{ x: x(i), y: y(right / answers), answers }]));
  const used = weeks.filter(({ answers }) => answers > 0);
  const [first, last] = [used[0], used.at(-1)];
  const alt = fill(
    words.trendAlt,
    weeks.length,
    percent(first?.right ?? 0, first?.answers ?? 0),
    percent(last?.right ?? 0, last?.answers ?? 0),
  );
  const grid = [0, 0.5, 1].map(
    (share) => svg`<line class="grid" x1="34" x2=${width - 6} y1=${y(share)} y2=${y(share)}></line>
      <text class="tick" x="30" y=${y(share) + 4} text-anchor="end">${fill(words.percent, 100 * share)}</text>`,
  );
  const ticks = weeks.flatMap(({ day }, i) =>
    i % 4 === 0 ? [svg`<text class="tick" x=${x(i)} y=${height - 4} text-anchor="middle">${short.format(dateOf(day))}</text>`] : [],
  );
  const picture = html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${grid}${ticks}
    <polyline class="line" points=${points.map((point) => `${point.x},${point.y}`).join(' ')}></polyline>
    ${points.map((point) => svg`<circle class="point" cx=${point.x} cy=${point.y} r=${2.5 + 3 * Math.sqrt(point.answers / most)}></circle>`)}
  </svg>`;
  return figure('trend', words.trend, alt, picture, periodTable(words.week, weeks));
}

/** One bar for each day ahead, with its number on top. */
export function forecastChart(counts: readonly number[], today: number): TemplateResult {
  const most = Math.max(1, ...counts);
  const total = counts.reduce((a, b) => a + b, 0);
  const slot = width / counts.length;
  const bars = counts.map((count, i) => {
    const size = ((base - 18) * count) / most;
    const middle = slot * (i + 0.5);
    return svg`<rect class="bar-mark" x=${slot * i + 4} y=${base - size} width=${slot - 8} height=${size}></rect>
      ${count === 0 ? nothing : svg`<text class="value" x=${middle} y=${base - size - 4} text-anchor="middle">${count}</text>`}
      ${i % 2 === 0 ? svg`<text class="tick" x=${middle} y=${height - 4} text-anchor="middle">${short.format(dateOf(today + i))}</text>` : nothing}`;
  });
  const picture = html`<svg viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <line class="grid" x1="0" x2=${width} y1=${base} y2=${base}></line>
    ${bars}
  </svg>`;
  const rows = counts.map((count, i) => [long.format(dateOf(today + i)), count] as const);
  return figure('forecast', words.forecast, fill(words.forecastAlt, counts.length, counts[0] ?? 0, total), picture, {
    heads: [words.day, words.reviews],
    rows,
  });
}
