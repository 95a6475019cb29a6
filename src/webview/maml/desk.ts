// What stands beside the run: the form of settings and the comparison, with what the learner has typed and chosen there.
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { METHOD_IDS } from '../../core/maml/compare/methods';
import { DEFAULT_SETTINGS, type Settings } from '../../core/maml/settings';
import { NO_COMPARISON } from '../../protocol/compare';
import { EMPTY_FORM } from '../../protocol/labForm';
import type { LabView, ToLabHost } from '../../protocol/maml';
import type { Bridge } from '../shared/bridge';
import type { Measure } from './compare/adaptationChart';
import { FIRST_CHOICE, quickRequest, requestOf, type CompareChoice } from './compare/choice';
import { comparePage } from './compare/comparePage';
import { draftOf, settingsOf, type Draft } from './form/draft';
import { formView } from './form/formView';
import { words } from './strings';

/** How long the learner must pause before the time of a changed setting is measured. */
const PAUSE = 400;
/** A field that is left by pressing a button must not move that button away before it is released. */
const CLICK = 150;

interface Remembered {
  readonly draft: Draft;
  readonly choice: CompareChoice;
}

export class Desk {
  readonly #bridge: Bridge<ToLabHost>;
  readonly #draw: () => void;
  #draft: Draft | undefined;
  #choice = FIRST_CHOICE;
  #measure: Measure = 'mean';
  /** The run's settings when the fields were last filled from them. */
  #filledFrom = '';
  #asking: number | undefined;

  constructor(bridge: Bridge<ToLabHost>, draw: () => void) {
    this.#bridge = bridge;
    this.#draw = draw;
  }

  /** The fields as typed; filled anew when the run's settings have changed. */
  #fields(settings: Settings): Draft {
    const from = JSON.stringify(settings);
    if (this.#draft !== undefined && from === this.#filledFrom) return this.#draft;
    const kept = this.#draft === undefined ? remembered(this.#bridge.recall()) : undefined;
    this.#filledFrom = from;
    if (kept !== undefined) this.#choice = kept.choice;
    return (this.#draft = kept?.draft ?? draftOf(settings));
  }

  /** The same form for as long as nothing in it changes: most redraws are steps through a run. */
  form(lab: LabView): TemplateResult {
    const draft = this.#fields(lab.settings);
    const form = lab.form ?? EMPTY_FORM;
    const busy = lab.status === 'training' || lab.status === 'evaluating';
    const trained = lab.status !== 'idle';
    const drawn = () =>
      formView({
        draft,
        form,
        busy,
        trained,
        changed: (change) => this.#typed(change(this.#fields(lab.settings))),
        run: () => this.#send('run'),
        cancel: () => this.#bridge.post({ type: 'cancel' }),
      });
    return html`${guard([draft, form, busy, trained, this.#filledFrom], drawn)}`;
  }

  compare(lab: LabView): TemplateResult {
    const draft = this.#fields(lab.settings);
    return comparePage({
      lab,
      compare: lab.compare ?? NO_COMPARISON,
      draft,
      choice: this.#choice,
      measure: this.#measure,
      choose: (choice) => {
        this.#choice = choice;
        this.#remember();
        this.#draw();
      },
      measureBy: (measure) => {
        this.#measure = measure;
        this.#draw();
      },
      start: () => this.#bridge.post({ type: 'compare', ...requestOf(this.#choice, draft) }),
      quick: () => this.#quick(draft),
      cancel: () => this.#bridge.post({ type: 'cancelCompare' }),
      openNote: () => this.#bridge.post({ type: 'openNote', slug: 'maml-vs-fine-tuning' }),
    });
  }

  /** The way in for someone who has just opened the lab. */
  invitation(lab: LabView): TemplateResult {
    const draft = this.#fields(lab.settings);
    const go = () => {
      this.#bridge.post({ type: 'look', at: 'compare' });
      this.#quick(draft);
    };
    return html`<p>
      <button type="button" class="button secondary" id="invite-compare" @click=${go}>
        <i class="codicon codicon-zap"></i>${words.inviteCompare}
      </button>
    </p>`;
  }

  #quick(draft: Draft): void {
    this.#bridge.post({ type: 'compare', ...quickRequest(draft) });
  }

  #typed(draft: Draft): void {
    this.#draft = draft;
    this.#remember();
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => this.#send('estimate'), PAUSE);
    setTimeout(this.#draw, CLICK);
  }

  #send(type: 'run' | 'estimate'): void {
    if (this.#draft !== undefined) this.#bridge.post({ type, settings: settingsOf(this.#draft) });
  }

  /** Beside whatever else of the lab remembers something. */
  #remember(): void {
    const before = this.#bridge.recall();
    const others = typeof before === 'object' ? before : {};
    this.#bridge.remember({ ...others, desk: { draft: this.#draft, choice: this.#choice } });
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && Object.keys(draftOf(DEFAULT_SETTINGS)).every((key) => typeof value[key] === 'string');
}

function isChoice(value: unknown): value is CompareChoice {
  if (!isRecord(value) || !Array.isArray(value['methods'])) return false;
  return value['methods'].every((id) => METHOD_IDS.some((known) => known === id));
}

/** What was typed and chosen before a reload. */
function remembered(state: unknown): Remembered | undefined {
  const desk = isRecord(state) ? state['desk'] : undefined;
  if (!isRecord(desk)) return undefined;
  const { draft, choice } = desk;
  return isDraft(draft) && isChoice(choice) ? { draft, choice } : undefined;
}
