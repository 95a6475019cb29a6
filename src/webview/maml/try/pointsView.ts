// A learner's own points: the meta-learned start adapts to them beside the others, one inner step at a time.
import { html, type TemplateResult } from 'lit';
import type { Point } from '../../../core/maml/tasks/strokes';
import type { PointsStart, PointsView } from '../../../protocol/mamlTry';
import { drawing, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { Spoken } from '../spoken';
import { adaptLegend, adaptPlot, type AdaptPlot } from './adaptPlot';
import { PointPlane } from './pointPlane';
import { lossTable, pointsTable } from './pointsTable';
import { stepsControl } from './stepsControl';
import { words } from './strings';
import type { TryActions } from './tryActions';

const spoken = new Spoken();

/** Errors of every start at the step on show, as one sentence. */
function verdict({ starts, wave }: PointsView, steps: number): string {
  const values = (of: (start: PointsStart) => readonly number[]) =>
    starts.map((start) => `${words[`${start.start}Short`]} ${significant(of(start)[steps] ?? NaN)}`).join(words.listing);
  return wave === null
    ? fill(
        words.pointsSays,
        steps,
        values(({ losses }) => losses),
      )
    : fill(
        words.waveSays,
        steps,
        values(({ errors }) => errors),
      );
}

export function pointsView(own: PointsView, busy: boolean, { look, ask, train }: TryActions): TemplateResult {
  const { steps } = look;
  if (look.holding === undefined && JSON.stringify(look.placed) === JSON.stringify(own.points)) look.placed = undefined;
  const points = look.placed ?? own.points;
  const change = (next: readonly Point[]): void => {
    look.placed = next;
    look.redraw();
    ask({ do: 'points', points: next.map(([x, y]) => [x, y]) });
  };
  const [first, ...others] = own.starts;
  const meta = first?.start === 'meta';
  const plotOf = (start: PointsStart): AdaptPlot => ({
    x: own.x,
    points,
    wave: own.wave?.y ?? null,
    start,
    steps,
    title: fill(words.pointsChart, words[start.start], steps, points.length, significant(start.losses[steps] ?? NaN)),
  });
  return html`<p class="muted lead">${words.pointsLead}</p>
    <div class="try-bar">
      <button type="button" class="button secondary" id="draw-sine" @click=${() => ask({ do: 'sine' })}>
        <i class="codicon codicon-sparkle"></i>${words.sine}
      </button>
      <button type="button" class="button secondary" id="clear-own" ?disabled=${points.length === 0} @click=${() => ask({ do: 'clear' })}>
        <i class="codicon codicon-clear-all"></i>${words.clear}
      </button>
      ${stepsControl(look)}
    </div>
    ${
      meta || first === undefined
        ? null
        : html`<p class="call">
            <span>${words.pointsUntrained}</span>
            <button type="button" class="button" id="train-own" ?disabled=${busy} @click=${() => train('sinusoid', {})}>
              <i class="codicon codicon-play"></i>${words.trainPoints}
            </button>
          </p>`
    }
    <p class="try-verdict">${points.length === 0 ? words.noPoints : verdict(own, steps)}</p>
    <div class="columns">
      <section class="primary" aria-labelledby="own-plane">
        ${
          first === undefined
            ? html`<p class="muted">${words.loading}</p>`
            : html`<h2 id="own-plane">${words[first.start]}</h2>
                ${new PointPlane(look, points, change).view(plotOf(first))} ${adaptLegend(steps, own.wave !== null)}
                ${pointsTable(points, change)}`
        }
      </section>
      <section class="side">
        ${others.map(
          (start) =>
            html`<h2>${words[start.start]}</h2>
              ${drawing((width) => adaptPlot(plotOf(start), width, 190))}`,
        )}
        ${
          !meta || own.starts.some(({ start }) => start === 'pretrained')
            ? null
            : own.pretraining === null
              ? html`<button type="button" class="button secondary" id="pretrain" @click=${() => ask({ do: 'pretrain' })}>
                  <i class="codicon codicon-git-compare"></i>${words.pretrain}
                </button>`
              : html`<p class="muted">${fill(words.pretraining, Math.round(100 * own.pretraining))}</p>
                  <progress max="1" .value=${own.pretraining} aria-label=${words.pretrainingBegun}></progress>`
        }
        ${spoken.view(own.pretraining === null ? '' : 'pretraining', () => (own.pretraining === null ? '' : words.pretrainingBegun))}
        ${points.length === 0 ? null : lossTable(own, steps)}
      </section>
    </div>`;
}
