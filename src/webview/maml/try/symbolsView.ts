// A learner's own symbols: drawings by class, one more drawing, and the network making up its mind step by step.
import { html, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { drawingInk, type Drawing } from '../../../core/maml/own/drawing';
import { DRAWN_LIMITS } from '../../../core/maml/own/limits';
import { SIDE } from '../../../core/maml/tasks/strokes';
import type { SymbolsView } from '../../../protocol/mamlTry';
import { fill } from '../../shared/words';
import { classBars, letter, percent, predicted, probabilityTable } from './classBars';
import { padView } from './padView';
import { stepsControl } from './stepsControl';
import { words } from './strings';
import type { TryActions } from './tryActions';

const plain = (lines: Drawing): [number, number][][] => lines.map((line) => line.map(([x, y]) => [x, y]));

function sizeChoice(id: string, label: string, [low, high]: readonly [number, number], value: number, set: (n: number) => void) {
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) set(Number(target.value));
  };
  const options = Array.from({ length: high - low + 1 }, (_, at) => low + at);
  return html`<label class="size-choice"
    ><span>${label}</span>
    <select id=${id} .value=${live(String(value))} @change=${change}>
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
    </select>
  </label>`;
}

function trainCall({ ways, shots, trainedWays }: SymbolsView, busy: boolean, { train }: TryActions): TemplateResult | null {
  if (trainedWays === ways) return null;
  const why = trainedWays === null ? fill(words.symbolsUntrained, ways) : fill(words.symbolsOther, ways, trainedWays);
  return html`<p class="call">
    <span>${why} ${words.trainTakes}</span>
    <button type="button" class="button" id="train-own" ?disabled=${busy} @click=${() => train('symbols', { ways, shots })}>
      <i class="codicon codicon-play"></i>${fill(words.trainSymbols, ways)}
    </button>
  </p>`;
}

/** The further drawing as the network's input: ink on SIDE × SIDE pixels. */
function seen(further: Drawing): TemplateResult {
  const label = fill(words.sees, SIDE);
  return html`<figure class="seen">
    <svg viewBox="0 0 ${SIDE} ${SIDE}" role="img" aria-label=${label}>
      ${Array.from(drawingInk(further), (ink, at) =>
        ink === 0 ? null : svg`<rect x=${at % SIDE} y=${Math.floor(at / SIDE)} width="1" height="1" fill-opacity=${ink.toFixed(2)}></rect>`,
      )}
    </svg>
    <figcaption>${label}</figcaption>
  </figure>`;
}

function missing({ drawings, further }: SymbolsView): string | null {
  const lacking = drawings.flatMap((own, label) =>
    own.every((drawing) => drawing.length === 0) ? [fill(words.missingClass, letter(label))] : [],
  );
  const all = further.length === 0 ? [...lacking, words.missingFurther] : lacking;
  return all.length === 0 ? null : fill(words.missing, all.join(words.listing));
}

function answer({ starts, answer: right }: SymbolsView, steps: number): TemplateResult | null {
  const now = starts[0]?.probabilities[steps];
  if (now === undefined) return null;
  const best = predicted(now);
  return html`<p class="try-verdict">
    ${fill(words.verdict, steps, letter(best), percent(now[best] ?? 0))}
    ${
      right === null
        ? null
        : html`<span class="judged ${best === right ? 'right' : 'wrong'}"
            ><i class="codicon codicon-${best === right ? 'pass' : 'error'}"></i>${
              best === right ? words.right : fill(words.wrong, letter(right))
            }</span
          >`
    }
  </p>`;
}

export function symbolsView(own: SymbolsView, busy: boolean, actions: TryActions): TemplateResult {
  const { ask, look } = actions;
  const { ways, shots, drawings, example, further, starts } = own;
  const [meta] = starts;
  return html`<p class="muted lead">${words.symbolsLead}</p>
    <div class="try-bar">
      ${sizeChoice('own-ways', words.ways, DRAWN_LIMITS.ways, ways, (next) => ask({ do: 'size', ways: next, shots }))}
      ${sizeChoice('own-shots', words.shots, DRAWN_LIMITS.shots, shots, (next) => ask({ do: 'size', ways, shots: next }))}
      <button type="button" class="button secondary" id="fill-own" @click=${() => ask({ do: 'fill' })}>
        <i class="codicon codicon-sparkle"></i>${words.fill}
      </button>
      <button type="button" class="button secondary" id="clear-own" @click=${() => ask({ do: 'clear' })}>
        <i class="codicon codicon-clear-all"></i>${words.clear}
      </button>
    </div>
    ${trainCall(own, busy, actions)}
    <div class="columns even">
      <section aria-labelledby="own-classes">
        <h2 id="own-classes">${words.support}</h2>
        <div class="classes">
          ${drawings.map(
            (row, label) =>
              html`<div class="pad-row" role="group" aria-label=${fill(words.className, letter(label))}>
                <span class="class-name" aria-hidden="true">${letter(label)}</span>
                ${row.map((drawing, index) =>
                  padView(drawing, fill(words.padName, letter(label), index + 1, drawing.length), false, (lines) =>
                    ask({ do: 'draw', label, index, drawing: plain(lines) }),
                  ),
                )}
              </div>`,
          )}
        </div>
      </section>
      <section aria-labelledby="own-further">
        <h2 id="own-further">${words.further}</h2>
        <div class="further-drawing">
          ${padView(further, fill(words.furtherName, further.length), true, (lines) => ask({ do: 'drawFurther', drawing: plain(lines) }))}
          ${further.length === 0 ? null : seen(further)}
        </div>
        <div class="further-of" role="group" aria-label=${words.furtherOf}>
          <span>${words.furtherOf}</span>
          ${example.map(
            (can, label) =>
              html`<button
                type="button"
                class="button secondary"
                ?disabled=${!can}
                aria-label=${`${words.furtherOf} ${letter(label)}`}
                @click=${() => ask({ do: 'further', label })}
              >
                ${letter(label)}
              </button>`,
          )}
        </div>
        ${
          meta === undefined
            ? html`<p class="muted">${missing(own)}</p>`
            : html`<h2>${fill(words.guess, look.steps)}</h2>
                ${stepsControl(look)} ${answer(own, look.steps)}
                <div class="bar-columns">${starts.map((start) => html`<div>${classBars(start, look.steps)}</div>`)}</div>
                ${probabilityTable(meta, look.steps)}`
        }
      </section>
    </div>`;
}
