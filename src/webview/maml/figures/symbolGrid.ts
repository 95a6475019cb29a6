// A classification task: its drawn symbols by class, and for each query image the class probabilities at θ and after each inner step.
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Glyph, SymbolScene } from '../../../core/maml/tasks/scene';
import { fill } from '../../shared/words';
import { sceneWords } from '../sceneStrings';
import { words } from '../strings';

const BAR = 5;
const HEIGHT = 22;

/** The tone in which each level of ink is drawn: three to a symbol look like five, and are drawn sooner. */
const TONES = ['', 'faint', 'half', 'half', 'full', 'full'];

/** Runs of equal ink as one path per tone: crisp at any size, in the text's own colour. */
function strokesOf(ink: string): SVGTemplateResult[] {
  const side = Math.sqrt(ink.length);
  const paths = new Map<string, string>();
  for (let row = 0; row < side; row++) {
    for (let from = 0; from < side;) {
      const tone = TONES[Number(ink.charAt(row * side + from))] ?? '';
      let to = from + 1;
      while (to < side && TONES[Number(ink.charAt(row * side + to))] === tone) to++;
      if (tone !== '') paths.set(tone, `${paths.get(tone) ?? ''}M${from},${row}h${to - from}v1h${from - to}z`);
      from = to;
    }
  }
  return [...paths].map(([tone, d]) => svg`<path class="ink-${tone}" d=${d}></path>`);
}

/** Drawn once: the same images stay in the picture for many steps. */
const drawn = new Map<string, TemplateResult>();
const DRAWN_KEPT = 400;

function glyph({ ink }: Glyph): TemplateResult {
  const known = drawn.get(ink);
  if (known !== undefined) return known;
  const side = Math.sqrt(ink.length);
  const picture = html`<svg class="glyph" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true">
    ${strokesOf(ink)}
  </svg>`;
  if (drawn.size >= DRAWN_KEPT) drawn.clear();
  drawn.set(ink, picture);
  return picture;
}

const isRight = (probabilities: readonly number[], label: number): boolean => probabilities.indexOf(Math.max(...probabilities)) === label;

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const stepName = (step: number): string => (step === 0 ? 'θ' : `φ${step}`);
const verdict = (right: boolean): string => (right ? sceneWords.right : sceneWords.wrong);

/** The bars of the classes that are wanted, as one path: hundreds of them stand in a picture. */
function barPath(probabilities: readonly number[], wanted: (label: number) => boolean): string {
  const bar = (share: number, i: number) => {
    const tall = Math.max(1, share * (HEIGHT - 2));
    return `M${i * BAR + 1},${(HEIGHT - 1 - tall).toFixed(1)}h${BAR - 1.5}v${tall.toFixed(1)}h${1.5 - BAR}z`;
  };
  return probabilities.map((share, i) => (wanted(i) ? bar(share, i) : '')).join('');
}

/** One bar per class, the right one filled, the others outlined; an icon says whether the largest is the right one. */
function bars(probabilities: readonly number[], label: number, step: number): TemplateResult {
  const right = isRight(probabilities, label);
  const text = fill(sceneWords.barsLabel, stepName(step), percent(probabilities[label] ?? 0), verdict(right));
  const width = BAR * probabilities.length + 1;
  return html`<span class="verdict ${right ? 'right' : 'wrong'}" title=${text}>
    <svg class="bars" role="img" aria-label=${text} width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}">
      <line x1="0" x2=${width} y1=${HEIGHT - 0.5} y2=${HEIGHT - 0.5}></line>
      <path class="own" d=${barPath(probabilities, (i) => i === label)}></path>
      <path class="other" d=${barPath(probabilities, (i) => i !== label)}></path>
    </svg>
    <i class="codicon codicon-${right ? 'check' : 'close'}" aria-hidden="true"></i>
  </span>`;
}

function queryItem(scene: SymbolScene, image: Glyph, index: number): TemplateResult {
  return html`<li>
    ${glyph(image)}<span class="steps">${scene.probabilities.map((step, j) => bars(step[index] ?? [], image.label, j))}</span>
  </li>`;
}

function table(scene: SymbolScene): TemplateResult {
  return html`<details class="as-table">
    <summary>${words.asTable}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${sceneWords.image}</th>
          <th scope="col">${sceneWords.rightClass}</th>
          ${scene.probabilities.map((_, j) => html`<th scope="col">${stepName(j)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${scene.query.map(
          ({ label }, i) =>
            html`<tr>
              <th scope="row">${i + 1}</th>
              <td>${fill(sceneWords.className, label + 1)}</td>
              ${scene.probabilities.map((step) => {
                const shares = step[i] ?? [];
                return html`<td class="number">${percent(shares[label] ?? 0)} (${verdict(isRight(shares, label))})</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

export function symbolGrid(scene: SymbolScene): TemplateResult {
  const classes = Array.from({ length: scene.ways }, (_, label) => label);
  const right = scene.probabilities.map((step) => scene.query.filter(({ label }, i) => isRight(step[i] ?? [], label)).length);
  const bar = (name: string) => svg`<rect class="bars ${name}" x="11" y="1" width="6" height="12"></rect>`;
  return html`<div class="symbols" role="group" aria-label=${sceneWords.symbolsTitle}>
      <p class="tally">
        ${right.map(
          (count, j) =>
            html`<span data-q=${j === 0 ? 'theta' : 'phi'}>${stepName(j)}: ${fill(sceneWords.rightOf, count, scene.query.length)}</span>`,
        )}
      </p>
      ${classes.map(
        (label) =>
          html`<div class="class-row">
            <h3>${fill(sceneWords.className, label + 1)}</h3>
            <ul class="images" data-q="support" aria-label=${sceneWords.supportSymbols}>
              ${scene.support.filter((image) => image.label === label).map((image) => html`<li>${glyph(image)}</li>`)}
            </ul>
            <ul class="images query" data-q="query" aria-label=${sceneWords.querySymbols}>
              ${scene.query.map((image, i) => (image.label === label ? queryItem(scene, image, i) : null))}
            </ul>
          </div>`,
      )}
    </div>
    <ul class="legend">
      <li data-q="support"><span class="swatch support" aria-hidden="true"></span>${sceneWords.supportSymbols}</li>
      <li data-q="query"><span class="swatch query" aria-hidden="true"></span>${sceneWords.querySymbols}</li>
      <li><svg width="28" height="14" aria-hidden="true">${bar('own')}</svg>${sceneWords.rightClass}</li>
      <li><svg width="28" height="14" aria-hidden="true">${bar('other')}</svg>${sceneWords.otherClass}</li>
      <li><i class="codicon codicon-check" aria-hidden="true"></i>${sceneWords.right}</li>
      <li><i class="codicon codicon-close" aria-hidden="true"></i>${sceneWords.wrong}</li>
    </ul>
    ${table(scene)}`;
}
