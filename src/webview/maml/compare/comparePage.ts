// The page that sets methods side by side: what to compare, then curves, the same unseen task, costs and the note's table, all measured.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MethodResult } from '../../../core/maml/compare/comparison';
import { METHOD_IDS, type MethodId } from '../../../core/maml/compare/methods';
import type { CompareView } from '../../../protocol/compare';
import type { LabView } from '../../../protocol/maml';
import { fill } from '../../shared/words';
import { grouped, significant } from '../../shared/chart';
import type { Draft } from '../form/draft';
import { runButton } from '../runButton';
import { Spoken } from '../spoken';
import { adaptationChart, curveOf, type Measure } from './adaptationChart';
import { budgetChoices, chosenBudget, chosenShots, shotsChoices, type CompareChoice } from './choice';
import { words } from './compareStrings';
import { costTable, noteTable } from './measuredTables';
import { methodSample } from './methodMarks';
import { paperView } from './paperView';
import { sameTask } from './sameTask';

export interface CompareProps {
  readonly lab: LabView;
  readonly compare: CompareView;
  readonly draft: Draft;
  readonly choice: CompareChoice;
  readonly measure: Measure;
  readonly choose: (choice: CompareChoice) => void;
  readonly measureBy: (measure: Measure) => void;
  readonly start: () => void;
  readonly quick: () => void;
  readonly cancel: () => void;
  readonly openNote: () => void;
}

function choiceForm(props: CompareProps): TemplateResult {
  const { choice, draft, compare } = props;
  const running = compare.status === 'running';
  const tick = (id: MethodId) => {
    const without = choice.methods.filter((other) => other !== id);
    props.choose({ ...choice, methods: without.length < choice.methods.length ? without : [...choice.methods, id] });
  };
  const box = (id: MethodId) =>
    html`<label class="method"
      ><input
        type="checkbox"
        name=${id}
        .checked=${choice.methods.includes(id)}
        aria-disabled=${running ? 'true' : 'false'}
        @click=${(event: Event) => running && event.preventDefault()}
        @change=${() => tick(id)}
      /><svg width="32" height="16" aria-hidden="true">${methodSample(id)}</svg>${words[`name_${id}`]}</label
    >`;
  const select = (name: 'shots' | 'iterations', values: readonly string[], value: string) =>
    html`<label class="compare-choice"
      ><span>${words[`choose_${name}`]}</span
      ><select
        name=${name}
        ?disabled=${running}
        @change=${({ target }: Event) => target instanceof HTMLSelectElement && props.choose({ ...choice, [name]: target.value })}
      >
        ${values.map((one) => html`<option value=${one} .selected=${live(one === value)}>${grouped(Number(one))}</option>`)}
      </select></label
    >`;
  const shots = shotsChoices(draft);
  return html`<form
    class="compare-form"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      if (!running) props.start();
    }}
  >
    <fieldset>
      <legend>${words.methods}</legend>
      ${METHOD_IDS.map(box)}
    </fieldset>
    <div class="compare-row">
      ${shots.length === 0 ? null : select('shots', shots, chosenShots(choice, draft))}
      ${select('iterations', budgetChoices(draft), chosenBudget(choice, draft))}
      ${runButton({ running, begin: words.start, stop: words.stop, disabled: choice.methods.length === 0, cancel: props.cancel })}
      <button
        type="button"
        class="button secondary"
        id="quick-compare"
        aria-disabled=${running ? 'true' : 'false'}
        @click=${running ? nothing : props.quick}
      >
        <i class="codicon codicon-zap"></i>${words.quick}
      </button>
    </div>
    <p class="muted">${fill(words.fair, words[`family_${familyKey(draft.family)}`])}</p>
  </form>`;
}

const familyKey = (family: string): 'sinusoid' | 'symbols' | 'images' | 'navigation' | 'bowls' =>
  (['symbols', 'images', 'navigation', 'bowls'] as const).find((id) => id === family) ?? 'sinusoid';

/** What the figures say, in one sentence; the winner is whoever measured better. */
function verdict(results: readonly MethodResult[]): string {
  const of = (id: MethodId) => results.find(({ method }) => method === id);
  const [maml, pretrain] = [of('maml'), of('pretrain')];
  const [ours, theirs] = [maml, pretrain].map((result) => (result === undefined ? NaN : (curveOf(result).mean[1] ?? NaN)));
  if (ours === undefined || theirs === undefined || !Number.isFinite(ours) || !Number.isFinite(theirs)) return words.finished;
  const score = maml?.score?.name;
  const text = score === undefined ? words.verdictLoss : words[`verdict_${score}`];
  const sentence = fill(text, significant(ours), significant(theirs));
  const better = score === undefined ? ours < theirs : ours > theirs;
  return `${sentence} ${better ? words.mamlWins : words.mamlDoesNotWin}`;
}

const spoken = new Spoken();

function status({ compare, lab }: CompareProps): TemplateResult {
  const { compareProgress: progress } = lab;
  const running = (): string => {
    if (progress === undefined || progress === null) return words.preparing;
    return fill(words[progress.phase], words[`name_${progress.method}`], Math.round(100 * progress.share));
  };
  const sentence = {
    idle: () => words.idle,
    running,
    finished: () => verdict(compare.results),
    cancelled: () => fill(words.cancelled, compare.results.length),
    failed: () => fill(words.failed, compare.problem ?? ''),
  }[compare.status]();
  const done =
    compare.results.length +
    (progress?.phase === 'training' ? progress.share * 0.8 : progress === undefined || progress === null ? 0 : 0.9);
  return html`<p class="status ${compare.status}">${sentence}</p>
    ${spoken.view(compare.status, () => (compare.status === 'running' ? words.begun : sentence))}
    ${
      compare.status === 'running'
        ? html`<progress max=${compare.methods.length} .value=${done} aria-label=${words.title}></progress>`
        : null
    }`;
}

export function comparePage(props: CompareProps): TemplateResult {
  const { results, settings } = props.compare;
  const pressed = (measure: Measure, label: string) =>
    html`<button
      type="button"
      class="button quiet"
      aria-pressed=${props.measure === measure ? 'true' : 'false'}
      @click=${() => props.measureBy(measure)}
    >
      ${label}
    </button>`;
  const note = noteTable(results);
  return html`<section class="compare" aria-labelledby="compare-title">
    <h2 id="compare-title">${words.title}</h2>
    <p class="muted">${words.lead}</p>
    ${choiceForm(props)} ${status(props)}
    ${
      results.length === 0 || settings === null
        ? null
        : html`<div class="columns">
              <section class="primary" aria-labelledby="curves-title">
                <div class="section-head">
                  <h2 id="curves-title">${fill(words.curvesTitle, results[0]?.tasks ?? 0)}</h2>
                  <div class="measure" role="group" aria-label=${words.measure}>
                    ${pressed('mean', words.mean)}${pressed('median', words.median)}
                  </div>
                </div>
                ${adaptationChart(results, props.measure)}
                <p class="muted">${props.measure === 'mean' ? words.bandNote : words.medianNote}</p>
              </section>
              <section class="tall">${sameTask(results)}</section>
              <section>
                <h2>${words.costTitle}</h2>
                ${costTable(results)}
                <p class="muted">${words.costNote}</p>
                ${
                  note === null
                    ? null
                    : html`<h2>${words.noteTitle}</h2>
                        ${note}
                        <p>
                          <button type="button" class="button secondary" @click=${props.openNote}>
                            <i class="codicon codicon-book"></i>${words.openNote}
                          </button>
                        </p>`
                }
              </section>
            </div>
            ${paperView(results, settings)}`
    }
  </section>`;
}
