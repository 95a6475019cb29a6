// The meta-gradient as arrows: first-order part (solid), second-order part (dashed), their sum (heavy), exact in the plane they span.
import { html, type TemplateResult } from 'lit';
import { algorithmOf, type AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import type { GradientSize } from '../../../core/maml/trace/picture';
import { drawing, significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { stepWords } from '../stepStrings';
import { words } from '../strings';
import { arrow, type Place } from './arrow';
import { arrowSample } from './legend';

const HEIGHT = 130;
const PAD = 20;

/** first lies along x; sum at its angle; second joins their tips. A sum without parts lies along x itself. */
function plane({ first, sum, angle }: GradientSize, hasSecond: boolean, width: number): TemplateResult {
  const turn = ((angle ?? 0) * Math.PI) / 180;
  const tip: Place = [sum * Math.cos(turn), sum * Math.sin(turn)];
  const low = Math.min(0, tip[0]);
  const spanX = Math.max(first ?? 0, tip[0]) - low;
  const scale = Math.min((width - 2 * PAD) / Math.max(spanX, 1e-12), (HEIGHT - 2 * PAD) / Math.max(tip[1], 1e-12));
  const at = ([x, y]: Place): Place => [PAD + (x - low) * scale, HEIGHT - PAD - y * scale];
  return html`<svg
    class="chart"
    role="img"
    aria-label=${words.gradientTitle}
    width=${width}
    height=${HEIGHT}
    viewBox="0 0 ${width} ${HEIGHT}"
  >
    ${arrow('sum', at([0, 0]), at(tip))}${first === null ? null : arrow('first', at([0, 0]), at([first, 0]))}
    ${first !== null && hasSecond ? arrow('second', at([first, 0]), at(tip)) : null}
  </svg>`;
}

/** @param of whose gradient it is, in words */
export function gradientArrows(size: GradientSize | null, of: string, algorithm: AlgorithmId): TemplateResult {
  if (size === null) return html`<p class="muted">${words.gradientNone}</p>`;
  const { order, sends } = algorithmOf(algorithm);
  const row = (quantity: '' | 'first' | 'second' | 'sum', label: string, value: string) =>
    html`<tr data-q=${quantity}>
      <th scope="row"><svg width="28" height="14" aria-hidden="true">${quantity === '' ? null : arrowSample(quantity)}</svg>${label}</th>
      <td class="number">${value}</td>
    </tr>`;
  return html`${drawing((width) => plane(size, order === 2, Math.min(width, 460)))}
    <table class="sizes">
      <caption>
        ${words.length} (${size.complete ? of : fill(stepWords.lengthsSoFar, of)})
      </caption>
      <tbody>
        ${size.first === null ? null : row('first', words.first, significant(size.first))}
        ${size.second === null ? null : row('second', words.second, order === 1 ? stepWords.noSecond : size.second === 0 && !size.complete ? words.notYet : significant(size.second))}
        ${row('sum', sends === 'displacement' ? stepWords.displacement : words.sum, significant(size.sum))}
        ${size.angle === null ? null : row('', words.angle, `${size.angle.toFixed(1)}°`)}
      </tbody>
    </table>`;
}
