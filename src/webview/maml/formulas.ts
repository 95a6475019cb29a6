// The formula of the line just run, with its symbols in the pictures' colours and its numbers filled in.
import { html, type TemplateResult } from 'lit';
import { algorithmOf, trainingSteps } from '../../core/maml/algorithms/algorithm';
import type { Settings } from '../../core/maml/settings';
import type { Picture } from '../../core/maml/trace/picture';
import type { Line } from '../../core/maml/trace/step';
import { fill } from '../shared/words';
import { significant } from '../shared/chart';
import { symbolOf } from './quantities';
import { stepWords } from './stepStrings';
import { words } from './strings';

interface Shown {
  readonly sentence: string;
  readonly formula: TemplateResult;
  readonly numbers: readonly (readonly [label: TemplateResult | string, value: string])[];
}

const theta = symbolOf('theta');
const phi = (j: number | string) => html`<span data-q="phi"><var class="q-phi">φ</var><sub>${j}</sub></span>`;
const gradient = (j: number | string) => html`<span data-q="g"><var>g</var><sub>${j}</sub></span>`;
const supportLoss = html`<span data-q="support"><var>L</var><sub class="q-support">s</sub></span>`;
const queryLoss = html`<span data-q="query"><var>L</var><sub class="q-query">q</sub></span>`;
const vector = symbolOf('v');
const metaGradient = symbolOf('sum');
const alpha = symbolOf('alpha');
const betaSymbol = symbolOf('beta');

const mean = (tasks: number) => html`<span class="fraction">1/${tasks}</span> Σ<sub>i</sub>`;

const norm = (value: number | undefined): string => significant(value ?? NaN);

type Row = (picture: Picture, settings: Settings) => Shown;

/** Length of each part and the angle, as every gradient is summarised; a displacement has a length alone. */
function parts(size: Picture['meta'], { algorithm }: Settings): Shown['numbers'] {
  if (size === null) return [];
  const { first, second, sum, angle } = size;
  const whole: Shown['numbers'][number] = [html`‖${symbolOf('sum')}‖`, norm(sum)];
  if (first === null || second === null || angle === null) return [whole];
  return [
    [html`‖${symbolOf('first')}‖`, norm(first)],
    [html`‖${symbolOf('second')}‖`, algorithmOf(algorithm).order === 1 ? stepWords.noSecond : norm(second)],
    whole,
    [words.angle, `${angle.toFixed(1)}°`],
  ];
}

/** The index of the head as the note on the variants writes it, where only the head adapts (ANIL). */
const head = ({ algorithm }: Settings): TemplateResult | null => (algorithmOf(algorithm).adapts === 'head' ? html`<sub>h</sub>` : null);

/** α before what it scales: a number times it, or Meta-SGD's rates entry by entry. */
const scaled = (of: TemplateResult, { algorithm }: Settings): TemplateResult =>
  algorithmOf(algorithm).learnsAlpha ? html`${alpha} ∘ ${of}` : html`${alpha} ${of}`;

/** −α H v, where the direction is what adaptation moved by: only the head's entries (ANIL), or scaled by each one's rate (Meta-SGD). */
function curvatureTerm(at: TemplateResult, settings: Settings): TemplateResult {
  const hessian = html`<var class="q-second">H</var>${at}`;
  const { learnsAlpha } = algorithmOf(settings.algorithm);
  return learnsAlpha ? html`− ${hessian}(${scaled(vector, settings)})` : html`− ${alpha} ${hessian} ${vector}${head(settings)}`;
}

/** The value of α, or from where to where the learned ones reach. */
const rate = ({ rates }: Picture, settings: Settings): Shown['numbers'][number] => [
  alpha,
  rates === null ? norm(settings.alpha) : `${norm(rates[0])} … ${norm(rates[1])}`,
];

/** What a task hands up, by algorithm: with its second-order part, without one, or how far it moved. */
function sent(settings: Settings): TemplateResult {
  const { order, sends } = algorithmOf(settings.algorithm);
  const last = phi(trainingSteps(settings) === 0 ? 0 : 'k');
  if (sends === 'displacement') return html`${vector} = ${theta} − ${last}`;
  const first = html`<span data-q="first">∇${queryLoss}(${last})</span>`;
  return order === 1
    ? html`${vector} = ${first}`
    : html`${vector} = ${first} + <span data-q="second">(${curvatureTerm(html``, settings)})</span>`;
}

const rows: Record<Line, Row> = {
  sample: ({ tasks }) => ({
    sentence: fill(words.lineSample, tasks.length),
    formula: html`𝒯<sub>1</sub>, …, 𝒯<sub>${tasks.length}</sub> ~ <var>p</var>(𝒯)`,
    numbers: [],
  }),
  task: () => ({ sentence: words.lineTask, formula: html`${phi(0)} = ${theta}`, numbers: [] }),
  'support-gradient': ({ inner, focus, tasks }, settings) => ({
    sentence: fill(words.lineSupport, inner ?? 0),
    formula: html`${gradient(inner ?? 0)} = ∇${head(settings)}${supportLoss}(${phi(inner ?? 0)})`,
    numbers: [
      [html`${supportLoss}(${phi(inner ?? 0)})`, norm(tasks[focus?.index ?? 0]?.supportLoss[inner ?? 0])],
      [html`‖${gradient(inner ?? 0)}‖`, norm(focus?.gradientNorm[inner ?? 0])],
    ],
  }),
  'inner-update': (picture, settings) => {
    const j = picture.inner ?? 0;
    const move = scaled(gradient(j), settings);
    return {
      sentence: words.lineInner,
      formula: html`${phi(j + 1)} = ${phi(j)} − ${move}`,
      numbers: [rate(picture, settings), [html`‖${move}‖`, norm(picture.focus?.stepNorm[j])]],
    };
  },
  'query-loss': ({ focus, tasks }, settings) => {
    const last = phi(trainingSteps(settings));
    return {
      sentence: algorithmOf(settings.algorithm).adaptsInTraining ? words.lineQuery : words.lineQueryStart,
      formula: html`${vector} = ∇${queryLoss}(${last})`,
      numbers: [[html`${queryLoss}(${last})`, norm(tasks[focus?.index ?? 0]?.queryLoss ?? undefined)]],
    };
  },
  'second-order': (picture, settings) => {
    const j = picture.inner ?? 0;
    return {
      sentence: fill(words.lineSecond, j + 1),
      formula: html`${vector} ← ${vector} <span data-q="second">${curvatureTerm(html`(${phi(j)})`, settings)}</span>`,
      numbers: [rate(picture, settings)],
    };
  },
  displacement: (_, { innerSteps }) => ({
    sentence: words.lineDisplacement,
    formula: html`${vector} = ${theta} − ${phi(innerSteps)}`,
    numbers: [],
  }),
  accumulate: ({ focus }, settings) => ({
    sentence: words.lineAccumulate,
    formula: sent(settings),
    numbers: parts(focus?.meta ?? null, settings),
  }),
  'meta-gradient': ({ tasks, metaLoss, meta }, settings) => ({
    sentence: words.lineMeta,
    formula: html`${metaGradient} = ${mean(tasks.length)} ${vector}<sub>i</sub>`,
    numbers: [[words.metaLoss, norm(metaLoss ?? undefined)], ...parts(meta, settings)],
  }),
  'outer-update': (picture, settings) => {
    const { thetaMoved, metaLoss, tasks } = picture;
    const { outer, beta, algorithm } = settings;
    const moved = (what: TemplateResult, by: TemplateResult) =>
      html`${what} ← ${what} − ${betaSymbol} ${outer === 'adam' ? 'Adam' : ''}(${by})`;
    const moveTheta = moved(theta, metaGradient);
    const { learnsAlpha } = algorithmOf(algorithm);
    return {
      sentence: learnsAlpha ? words.lineOuterRates : words.lineOuter,
      // ∂L_q/∂α = −Σ_j g_j ∘ v_{j+1} of each task                        (Li et al. 2017, eq. 5, differentiated in α)
      formula: learnsAlpha
        ? html`${moveTheta}, ${moved(alpha, html`${mean(tasks.length)} ∂${queryLoss}<sub>i</sub>/∂${alpha}`)}`
        : moveTheta,
      numbers: [
        [betaSymbol, norm(beta)],
        [html`‖Δ${theta}‖`, norm(thetaMoved ?? undefined)],
        ...(learnsAlpha ? [rate(picture, settings)] : []),
        [words.metaLoss, norm(metaLoss ?? undefined)],
      ],
    };
  },
};

/** @param playing whether lines follow each other faster than they can be spoken */
export function formulaView(picture: Picture, settings: Settings, playing: boolean): TemplateResult {
  const shown = picture.line === null ? null : rows[picture.line](picture, settings);
  return html`<div class="formula-box" aria-live=${playing ? 'off' : 'polite'}>
    <p class="sentence">${shown?.sentence ?? words.lineStart}</p>
    ${
      shown === null
        ? null
        : html`<p class="formula">${shown.formula}</p>
            <dl class="numbers">
              ${shown.numbers.map(
                ([label, value]) =>
                  html`<div>
                    <dt>${label}</dt>
                    <dd class="number">${value}</dd>
                  </div>`,
              )}
            </dl>`
    }
  </div>`;
}
