// What stands beside the run: the form of settings and the comparison, with what the learner has typed and chosen there.
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { METHOD_IDS } from '../../core/maml/compare/methods';
import { DEFAULT_SETTINGS } from '../../core/maml/settings';
import { NO_COMPARISON } from '../../protocol/compare';
import { EMPTY_FORM, NO_IMAGES } from '../../protocol/labForm';
import { isUnderWay, type LabView, type ToLabHost } from '../../protocol/maml';
import type { Bridge } from '../shared/bridge';
import type { Measure } from './compare/adaptationChart';
import { FIRST_CHOICE, quickRequest, requestOf, type CompareChoice } from './compare/choice';
import { comparePage } from './compare/comparePage';
import { draftOf, settingsOf, type Draft } from './form/draft';
import { filledFor, isBeside, type Filled } from './form/filled';
import { formView } from './form/formView';
import { isRecord, recalled, rememberPart } from './memory';
import { words } from './strings';

/** How long the learner must pause before the time of a changed setting is measured. */
const PAUSE = 400;
/** A field that is left by pressing a button must not move that button away before it is released. */
const CLICK = 150;

/** The name under which typed fields and the choice of methods are remembered. */
const DESK = 'desk';

export class Desk {
  readonly #bridge: Bridge<ToLabHost>;
  readonly #draw: () => void;
  #filled: Filled | undefined;
  /** What was typed before a reload, for as long as the run beside which it was typed may still come back. */
  #kept: Filled | undefined;
  #choice: CompareChoice;
  #measure: Measure = 'mean';
  #asking: number | undefined;

  constructor(bridge: Bridge<ToLabHost>, draw: () => void) {
    this.#bridge = bridge;
    this.#draw = draw;
    const kept = recalled(bridge, DESK);
    const [filled, choice] = isRecord(kept) ? [kept['filled'], kept['choice']] : [];
    this.#kept = isFilled(filled) ? filled : undefined;
    this.#choice = isChoice(choice) ? choice : FIRST_CHOICE;
  }

  /** The fields as typed; filled anew when they are beside another run. */
  #fields({ settings, status }: LabView): Draft {
    const before = this.#filled;
    const filled = filledFor(before !== undefined && isBeside(before, settings) ? before : this.#kept, settings);
    if (filled === before) return before.draft;
    this.#filled = filled;
    // A lab that is idle may yet take its run up again; any other has the run that the fields now belong to.
    if (status !== 'idle') this.#remember();
    return filled.draft;
  }

  /** The same form for as long as nothing in it changes: most redraws are steps through a run. */
  form(lab: LabView): TemplateResult {
    const draft = this.#fields(lab);
    const form = lab.form ?? EMPTY_FORM;
    const images = lab.images ?? NO_IMAGES;
    const busy = isUnderWay(lab.status);
    const trained = lab.status !== 'idle';
    const drawn = () =>
      formView({
        draft,
        form,
        images,
        busy,
        trained,
        changed: (change) => this.#typed(change),
        run: () => this.#send('run'),
        chooseImages: () => this.#send('chooseImages'),
        cancel: () => this.#bridge.post({ type: 'cancel' }),
      });
    return html`${guard([draft, form, images, busy, trained], drawn)}`;
  }

  compare(lab: LabView): TemplateResult {
    const draft = this.#fields(lab);
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
    const draft = this.#fields(lab);
    const go = () => {
      this.#bridge.post({ type: 'look', at: 'compare' });
      this.#quick(draft);
      // The invitation is gone with its page; whoever pressed it is at the page that it leads to.
      document.getElementById('view-compare')?.focus();
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

  #typed(change: (draft: Draft) => Draft): void {
    if (this.#filled === undefined) return;
    this.#filled = { ...this.#filled, draft: change(this.#filled.draft) };
    this.#remember();
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => this.#send('estimate'), PAUSE);
    setTimeout(this.#draw, CLICK);
  }

  #send(type: 'run' | 'estimate' | 'chooseImages'): void {
    if (this.#filled !== undefined) this.#bridge.post({ type, settings: settingsOf(this.#filled.draft) });
  }

  #remember(): void {
    this.#kept = undefined;
    rememberPart(this.#bridge, DESK, { filled: this.#filled, choice: this.#choice });
  }
}

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && Object.keys(draftOf(DEFAULT_SETTINGS)).every((key) => typeof value[key] === 'string');
}

const isFilled = (value: unknown): value is Filled => isRecord(value) && isDraft(value['draft']) && isDraft(value['from']);

function isChoice(value: unknown): value is CompareChoice {
  if (!isRecord(value) || !Array.isArray(value['methods'])) return false;
  return value['methods'].every((id) => METHOD_IDS.some((known) => known === id));
}
