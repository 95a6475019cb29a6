// The lab's view: draws what the extension sends and passes on what the learner does.
import './maml.css';
import { html, render, type TemplateResult } from 'lit';
import type { ShownPredictions } from '../../core/maml/predict/predictor';
import { decodeToLab, LAB_PAGES, type LabPage, type LabView, type ToLab, type ToLabHost } from '../../protocol/maml';
import { connect } from '../shared/bridge';
import { fill } from '../shared/words';
import { significant } from '../shared/chart';
import { NO_PREDICTIONS, predictionCard, predictionSwitch } from './predictionCard';
import { resultView } from './resultView';
import { StepPage } from './stepPage';
import { words } from './strings';
import { sendPicture, takeAwayMenu } from './takeAwayMenu';
import { tryLabel, tryView } from './try/tryView';

let lab: LabView | undefined;
let predictions: ShownPredictions = NO_PREDICTIONS;
const root = document.getElementById('app')!;

const bridge = connect<ToLab, ToLabHost>(decodeToLab, (message) => {
  const start = performance.now();
  if (message.type === 'lab') lab = message.lab;
  else if (message.type === 'patch') lab = lab === undefined ? undefined : { ...lab, ...message.lab };
  else if (message.type === 'predictions') predictions = message.predictions;
  else return void sendPicture(bridge, message.format);
  draw();
  if (lab !== undefined && 'lab' in message) stepPage.drawn(lab, message, start);
});

const stepPage = new StepPage(root, (message) => bridge.post(message), draw);

const sentences: Record<LabView['status'], (lab: LabView) => string> = {
  idle: () => words.idle,
  debugging: () => words.debugging,
  training: ({ trained, settings, lossCurve }) =>
    fill(words.training, trained, settings.iterations, significant(lossCurve.metaLoss.at(-1) ?? NaN)),
  evaluating: () => words.evaluating,
  ready: ({ trained, evaluation }) =>
    fill(
      words.ready,
      trained,
      evaluation?.tasks ?? 0,
      significant(evaluation?.loss.mean[0] ?? NaN),
      significant(evaluation?.loss.mean[1] ?? NaN),
    ),
  cancelled: ({ trained }) => fill(words.cancelled, trained),
  diverged: ({ trained }) => fill(words.diverged, trained),
  failed: ({ problem }) => fill(words.failed, problem ?? ''),
};

function run(event: SubmitEvent): void {
  event.preventDefault();
  if (!(event.target instanceof HTMLFormElement)) return;
  const data = new FormData(event.target);
  const number = (name: string) => Number(data.get(name));
  bridge.post({
    type: 'run',
    settings: { ...lab?.settings, seed: number('seed'), iterations: number('iterations'), alpha: number('alpha') },
  });
}

function controls({ status, settings }: LabView): TemplateResult {
  const busy = status === 'training' || status === 'evaluating';
  const field = (name: 'seed' | 'iterations' | 'alpha', step: string, min: string, max: string) =>
    html`<label class="field"
      ><span>${words[name]}</span
      ><input type="number" name=${name} min=${min} max=${max} step=${step} required .value=${String(settings[name])} ?disabled=${busy}
    /></label>`;
  return html`<form class="controls" @submit=${run}>
    ${field('seed', '1', '0', '2147483647')} ${field('iterations', '1', '1', '100000')} ${field('alpha', 'any', '0.000001', '1')}
    ${
      busy
        ? html`<button type="button" class="button secondary" @click=${() => bridge.post({ type: 'cancel' })}>
            <i class="codicon codicon-debug-stop"></i>${words.cancel}
          </button>`
        : html`<button type="submit" class="button">
            <i class="codicon codicon-play"></i>${status === 'idle' ? words.run : words.runAgain}
          </button>`
    }
  </form>`;
}

interface PageRow {
  readonly label: string;
  readonly content: (lab: LabView) => TemplateResult;
}

/** The pages of a run, in the order of their buttons; a new one is a row here and a name in the protocol. */
const PAGES: Record<LabPage, PageRow> = {
  result: { label: words.viewResult, content: (shown) => resultView(shown, (index) => bridge.post({ type: 'unseen', index })) },
  step: {
    label: words.viewStep,
    content: (shown) => stepPage.view(shown),
  },
  try: { label: tryLabel, content: (shown) => tryView(shown, (message) => bridge.post(message), draw) },
};

/** Pressed-or-not buttons rather than tabs: arrow keys belong to stepping. */
function views({ page }: LabView): TemplateResult {
  return html`<div class="views" role="group" aria-label=${words.views}>
    ${LAB_PAGES.map(
      (name) =>
        html`<button
          type="button"
          id="view-${name}"
          aria-pressed=${page === name ? 'true' : 'false'}
          @click=${() => bridge.post({ type: 'look', at: name })}
        >
          ${PAGES[name].label}
        </button>`,
    )}
  </div>`;
}

function draw(): void {
  if (lab === undefined) return;
  const shown = lab;
  const started = shown.status !== 'idle' || shown.page === 'try';
  render(
    html`<main class="lab">
      <header>
        <h1>${words.title}</h1>
        <p class="muted lead">${words.lead}</p>
        ${controls(shown)}
        ${shown.status === 'training' ? html`<progress max=${shown.settings.iterations} value=${shown.trained} aria-label=${words.run}></progress>` : null}
        <p class="status ${shown.status}" role="status">${sentences[shown.status](shown)}</p>
      </header>
      ${
        started
          ? html`<div class="bar">${views(shown)}${takeAwayMenu(shown, bridge)}</div>
              ${predictionCard(predictions, bridge)}
              <div>${PAGES[shown.page].content(shown)}</div>`
          : views(shown)
      }
      <footer>
        <button type="button" class="button secondary" @click=${() => bridge.post({ type: 'debug' })}>
          <i class="codicon codicon-debug-alt"></i>${words.debug}
        </button>
        <button type="button" class="button secondary" @click=${() => bridge.post({ type: 'checkGradients' })}>
          <i class="codicon codicon-verified"></i>${words.checkGradients}
        </button>
        <button type="button" class="button secondary" @click=${() => bridge.post({ type: 'openNote', slug: 'maml' })}>
          <i class="codicon codicon-book"></i>${words.openNote}
        </button>
        <button type="button" class="button secondary" @click=${() => bridge.post({ type: 'startQuiz', topic: 'maml' })}>
          <i class="codicon codicon-checklist"></i>${words.startQuiz}
        </button>
        ${started ? predictionSwitch(predictions, bridge) : null}
      </footer>
    </main>`,
    root,
  );
}

document.addEventListener('keydown', (event) => {
  stepPage.key(event);
});
