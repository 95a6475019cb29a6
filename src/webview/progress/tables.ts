// The statistics by area and topic, and the topics that need practice most.
import { html, nothing, type TemplateResult } from 'lit';
import type { ProgressPicture, ShownTopic } from '../../protocol/progress';
import { fill } from '../shared/words';
import { percent } from './charts';
import { words } from './strings';

type Area = ProgressPicture['areas'][number];
type Numbers = Omit<ShownTopic, 'slug' | 'title'>;

const share = (value: number | null): string => (value === null ? words.none : fill(words.percent, Math.round(100 * value)));

function cells({ answers, right, seen, total, recall, seconds }: Numbers): TemplateResult {
  return html`<td class="number">${answers}</td>
    <td class="number">
      ${answers === 0 ? nothing : html`<meter min="0" max="1" value=${right / answers} aria-hidden="true"></meter> `}${percent(right, answers)}
    </td>
    <td class="number">${seen} / ${total}</td>
    <td class="number">${share(recall)}</td>
    <td class="number">${seconds === null ? words.none : fill(words.secondsValue, Math.round(seconds))}</td>`;
}

const heads = (first: string): TemplateResult =>
  html`<thead>
    <tr>
      <th scope="col">${first}</th>
      <th scope="col" class="number">${words.answered}</th>
      <th scope="col" class="number">${words.right}</th>
      <th scope="col" class="number">${words.seen}</th>
      <th scope="col" class="number">${words.remembered}</th>
      <th scope="col" class="number">${words.seconds}</th>
    </tr>
  </thead>`;

function table(first: string, label: string, rows: readonly (Numbers & { readonly title: string })[]): TemplateResult {
  return html`<div class="scroll" role="region" aria-label=${label} tabindex="0">
    <table>
      ${heads(first)}
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row" lang="ja">${row.title}</th>
              ${cells(row)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const topicsOf = ({ title, topics }: Area): TemplateResult =>
  html`<details>
    <summary>${fill(words.topicsOf, title)}</summary>
    ${table(words.topic, fill(words.topicsOf, title), topics)}
  </details>`;

export function areaTables(areas: readonly Area[]): TemplateResult {
  return html`<section class="areas" aria-labelledby="areas">
    <h2 id="areas">${words.areas}</h2>
    ${table(words.area, words.areas, areas)} ${areas.map(topicsOf)}
  </section>`;
}

export interface WeakestActions {
  practise(topic: string): void;
  practiseWeakest(): void;
}

export function weakestList(weakest: readonly ShownTopic[], actions: WeakestActions): TemplateResult {
  return html`<section class="weakest" aria-labelledby="weakest">
    <h2 id="weakest">${words.weakest}</h2>
    <p class="muted">${words.weakestHint}</p>
    <ol>
      ${weakest.map(
        (topic) =>
          html`<li>
            <span class="name" lang="ja">${topic.title}</span>
            <span class="number muted">${percent(topic.right, topic.answers)} (${topic.right} / ${topic.answers})</span>
            <button
              class="button secondary"
              type="button"
              aria-label=${fill(words.practiseTopic, topic.title)}
              @click=${() => actions.practise(topic.slug)}
            >
              ${words.practise}
            </button>
          </li>`,
      )}
    </ol>
    <button class="button" type="button" @click=${() => actions.practiseWeakest()}>${words.practiseWeakest}</button>
  </section>`;
}
