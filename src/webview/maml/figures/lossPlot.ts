// The meta-loss over the outer iterations, mean and median over tasks, with the place where the cursor stands.
import { line } from 'd3-shape';
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LossCurve } from '../../../protocol/maml';
import { chart, drawing, type Scale } from '../../shared/chart';
import { stepWords } from '../stepStrings';
import { words } from '../strings';
import { legend, lineSample } from './legend';

const FLOOR = 1e-4;

/** @param total iterations that the run is meant to have @param at iteration of the cursor, if any @param label of the vertical axis */
export function lossPlot(curve: LossCurve, total: number, at: number | null, label: string): TemplateResult {
  const { iteration, metaLoss, median } = curve;
  const all = [...metaLoss, ...median].filter(Number.isFinite);
  const [lowest, highest] = [Math.min(...all), Math.max(...all)];
  // A policy's loss may be negative: no logarithm then.
  const log = lowest > 0;
  const pad = 0.08 * (highest - lowest || 1);
  const domain: [number, number] = log ? [Math.max(lowest * 0.8, FLOOR), highest * 1.25] : [lowest - pad, highest + pad];
  const path = (className: string, values: readonly number[], sx: Scale, sy: Scale): SVGTemplateResult =>
    svg`<path class="curve ${className}" d=${
      line<number>(
        (x) => sx(x),
        (_, i) => sy(Math.max(values[i] ?? 1, log ? FLOOR : -Infinity)),
      )([...iteration].slice(0, values.length)) ?? ''
    }></path>`;
  return html`${guard([curve, total, at, label], () =>
    drawing((width) =>
      chart(
        {
          width,
          height: 200,
          x: { domain: [0, Math.max(total, iteration.at(-1) ?? 1)], label: words.iterationAxis },
          y: { domain, label, log },
          title: words.metaLossTitle,
        },
        (sx, sy) => [
          path('loss', metaLoss, sx, sy),
          path('median', median, sx, sy),
          ...(at === null ? [] : [svg`<line class="cursor" x1=${sx(at)} x2=${sx(at)} y1=${sy.range()[0]} y2=${sy.range()[1]}></line>`]),
        ],
      ),
    ),
  )}
  ${legend([
    { label: stepWords.meanLoss, sample: lineSample('curve loss') },
    median.length > 0 ? { label: stepWords.medianLoss, sample: lineSample('curve median') } : null,
  ])}`;
}
