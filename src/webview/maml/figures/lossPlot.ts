// The meta-loss over the outer iterations, with the place where the cursor stands.
import { line } from 'd3-shape';
import { svg, type TemplateResult } from 'lit';
import type { LossCurve } from '../../../protocol/maml';
import { words } from '../strings';
import { chart, drawing } from '../../shared/chart';

/** @param total iterations that the run is meant to have @param at iteration of the cursor, if any */
export function lossPlot({ iteration, metaLoss }: LossCurve, total: number, at: number | null): TemplateResult {
  const low = Math.min(1, ...metaLoss) * 0.8;
  const high = Math.max(2, ...metaLoss) * 1.2;
  return drawing((width) =>
    chart(
      {
        width,
        height: 200,
        x: { domain: [0, Math.max(total, iteration.at(-1) ?? 1)], label: words.iterationAxis },
        y: { domain: [Math.max(low, 1e-3), high], label: words.metaLoss, log: true },
        title: words.metaLossTitle,
      },
      (sx, sy) => [
        svg`<path class="curve loss" d=${
          line<number>(
            (x) => sx(x),
            (_, i) => sy(Math.max(metaLoss[i] ?? 1, 1e-3)),
          )([...iteration]) ?? ''
        }></path>`,
        ...(at === null ? [] : [svg`<line class="cursor" x1=${sx(at)} x2=${sx(at)} y1=${sy.range()[0]} y2=${sy.range()[1]}></line>`]),
      ],
    ),
  );
}
