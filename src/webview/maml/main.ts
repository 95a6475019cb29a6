// The lab's view: draws what the extension sends and passes on what the learner does.
import './maml.css';
import { html, render, type TemplateResult } from 'lit';
import type { ShownPredictions } from '../../core/maml/predict/predictor';
import { decodeToLab, LAB_PAGES, type LabPage, type LabView, type ToLab, type ToLabHost } from '../../protocol/maml';
import { connect } from '../shared/bridge';
import { Desk } from './desk';
import { NO_PREDICTIONS, predictionCard, predictionSwitch, showVerdict } from './predictionCard';
import { resultView } from './resultView';
import { Spoken } from './spoken';
import { spokenSentence, statusSentence } from './statusSentence';
import { StepPage } from './stepPage';
import { words } from './strings';
import { sendPicture, takeAwayMenu } from './takeAwayMenu';
import { tryLabel, tryView } from './try/tryView';

let lab: LabView | undefined;
let predictions: ShownPredictions = NO_PREDICTIONS;
const spoken = new Spoken();
const root = document.getElementById('app')!;

const bridge = connect<ToLab, ToLabHost>(decodeToLab, (message) => {
  const start = performance.now();
  if (message.type === 'lab') lab = message.lab;
  else if (message.type === 'patch') lab = lab === undefined ? undefined : { ...lab, ...message.lab };
  else if (message.type === 'predictions') predictions = message.predictions;
  else return void sendPicture(bridge, message.format);
  draw();
  if (message.type === 'predictions') showVerdict(root);
  if (lab === undefined || !('lab' in message)) return;
  stepPage.shows(lab, message.type === 'lab');
  stepPage.drawn(message, start);
});

const stepPage = new StepPage(root, bridge, draw);
const desk = new Desk(bridge, draw);

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
  compare: { label: words.viewCompare, content: (shown) => desk.compare(shown) },
};

/** Turns to a page at once, so that a key pressed right after belongs to it. */
function turn(page: LabPage): void {
  bridge.post({ type: 'look', at: page });
  if (lab === undefined) return;
  lab = { ...lab, page };
  draw();
  stepPage.shows(lab);
}

/** Pressed-or-not buttons rather than tabs: arrow keys belong to stepping. */
function views({ page }: LabView): TemplateResult {
  return html`<div class="views" role="group" aria-label=${words.views}>
    ${LAB_PAGES.map(
      (name) =>
        html`<button type="button" id="view-${name}" aria-pressed=${page === name ? 'true' : 'false'} @click=${() => turn(name)}>
          ${PAGES[name].label}
        </button>`,
    )}
  </div>`;
}

function draw(): void {
  if (lab === undefined) return;
  const shown = lab;
  const started = shown.status !== 'idle' || shown.page === 'try' || shown.page === 'compare';
  render(
    html`<main class="lab">
      <header>
        <h1>${words.title}</h1>
        <p class="muted lead">${words.lead}</p>
        ${desk.form(shown)}
        ${shown.status === 'training' ? html`<progress max=${shown.settings.iterations} value=${shown.trained} aria-label=${words.run}></progress>` : null}
        <p class="status ${shown.status}">${statusSentence(shown)}</p>
        ${spoken.view(`${shown.status} ${shown.problem ?? ''}`, () => spokenSentence(shown))}
      </header>
      <div class="page-bar">${views(shown)}${started ? takeAwayMenu(shown, bridge) : null}</div>
      ${
        started
          ? html`${predictionCard(predictions, bridge)}
              <div>${PAGES[shown.page].content(shown)}</div>`
          : shown.page === 'result'
            ? desk.invitation(shown)
            : null
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
