// The statistics page: draws the picture that the host derives from the record, and asks for what the learner wants to do about it.
import { html, nothing, render, type TemplateResult } from 'lit';
import { decodeToProgressView, type FromProgressView, type ProgressPicture, type ToProgressView } from '../../protocol/progress';
import { connect } from '../shared/bridge';
import { fill } from '../shared/words';
import { calibrationTable } from './calibrationTable';
import { calendarChart, forecastChart, percent, trendChart } from './charts';
import { words } from './strings';
import { areaTables, weakestList } from './tables';
import './progress.css';

const root = document.querySelector<HTMLElement>('#app')!;

const bridge = connect<ToProgressView, FromProgressView>(decodeToProgressView, (message) => {
  if (message.type === 'picture') draw(page(message));
  else draw(html`<main class="page"><p role="alert">${message.sentence}</p></main>`);
});

const button = (label: string, message: FromProgressView, kind = 'secondary') =>
  html`<button class="button ${kind}" type="button" @click=${() => bridge.post(message)}>${label}</button>`;

function figures({ all, streak }: ProgressPicture): TemplateResult {
  const recall = all.recall === null ? words.none : fill(words.percent, Math.round(100 * all.recall));
  const rows = [
    [words.answers, String(all.answers), fill(words.rightShare, all.answers === 0 ? 0 : Math.round((100 * all.right) / all.answers))],
    [words.seen, String(all.seen), fill(words.seenOf, all.seen, all.total)],
    [words.recall, recall, words.recallHint],
    [words.streak, String(streak), ''],
  ] as const;
  return html`<dl class="figures">
    ${rows.map(
      ([label, value, note]) =>
        html`<div>
          <dt>${label}</dt>
          <dd><b class="number">${value}</b> ${note === '' ? nothing : html`<span class="muted">${note}</span>`}</dd>
        </div>`,
    )}
  </dl>`;
}

/** One line, once the lab has asked something. */
const predictionLine = ({ predictions }: ProgressPicture) =>
  predictions.answers === 0
    ? nothing
    : html`<p class="predictions muted number">${fill(words.predictions, predictions.right, predictions.answers)}</p>`;

function todayBox({ due, fresh, examIn }: ProgressPicture): TemplateResult {
  const exam = examIn === null ? nothing : html`<p class="number">${examIn === 0 ? words.examToday : fill(words.examIn, examIn)}</p>`;
  return html`<section class="today" aria-labelledby="today">
    <h2 id="today">${words.today}</h2>
    <p class="number">${due + fresh === 0 ? words.todayDone : fill(words.todayPlan, due, fresh)}</p>
    ${exam} ${due + fresh === 0 ? button(words.start, { type: 'startQuiz' }) : button(words.review, { type: 'reviewDue' }, '')}
  </section>`;
}

const record = () =>
  html`<section class="record" aria-labelledby="record">
    <h2 id="record">${words.record}</h2>
    <div class="buttons">
      ${button(words.csv, { type: 'export', what: 'csv' })} ${button(words.anki, { type: 'export', what: 'anki' })}
      ${button(words.json, { type: 'export', what: 'json' })} ${button(words.reset, { type: 'reset' }, 'quiet')}
    </div>
  </section>`;

function page(picture: ProgressPicture): TemplateResult {
  if (picture.all.answers === 0)
    return html`<main class="page">
      <h1>${words.title}</h1>
      <p>${words.empty}</p>
      ${button(words.start, { type: 'startQuiz' }, '')} ${predictionLine(picture)} ${record()}
    </main>`;
  const actions = {
    practise: (topic: string) => bridge.post({ type: 'practise', topic }),
    practiseWeakest: () => bridge.post({ type: 'practiseWeakest' }),
  };
  return html`<main class="page">
    <h1>${words.title} <span class="visually-hidden">${percent(picture.all.right, picture.all.answers)}</span></h1>
    <div class="top">${todayBox(picture)} ${figures(picture)}</div>
    ${predictionLine(picture)}
    <div class="columns">
      ${weakestList(picture.weakest, actions)}
      <div class="charts">
        ${forecastChart(picture.forecast, picture.today)} ${trendChart(picture.weeks)} ${calendarChart(picture.days)}
      </div>
    </div>
    ${areaTables(picture.areas)} ${calibrationTable(picture)} ${record()}
  </main>`;
}

function draw(content: TemplateResult): void {
  render(content, root);
}

draw(html`<main class="page"><p>${words.loading}</p></main>`);
bridge.remember({});
