// The formula of the line just run, with its symbols in the pictures' colours and its numbers filled in.
import { html, type TemplateResult } from 'lit';
import { algorithmOf } from '../../core/maml/algorithms/algorithm';
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
const hv = html`<var class="q-second">${'Hv'}</var>`;
const metaGradient = symbolOf('sum');
const alpha = symbolOf('alpha');
const betaSymbol = symbolOf('beta');

const norm = (value: number | undefined): string => significant(value ?? NaN);

type Row = (picture: Picture, settings: Settings) => Shown;

/** Length of each part and the angle, as every gradient is summarised. */
const parts = (size: Picture['meta'], { algorithm }: Settings): Shown['numbers'] =>
  size === null
    ? []
    : [
        [html`‖${symbolOf('first')}‖`, norm(size.first)],
        [html`‖${symbolOf('second')}‖`, algorithmOf(algorithm).order === 1 ? stepWords.noSecond : norm(size.second)],
        [html`‖${symbolOf('sum')}‖`, norm(size.sum)],
        [words.angle, `${size.angle.toFixed(1)}°`],
      ];

/** What a task hands up, by algorithm: with its second-order part, without one, or how far it moved. */
function sent({ algorithm }: Settings): TemplateResult {
  const { order, sends } = algorithmOf(algorithm);
  if (sends === 'displacement') return html`${vector} = ${theta} − ${phi('k')}`;
  const first = html`<span data-q="first">∇${queryLoss}(${phi('k')})</span>`;
  return order === 1 ? html`${vector} = ${first}` : html`${vector} = ${first} + <span data-q="second">(−${alpha} ${hv})</span>`;
}

const rows: Record<Line, Row> = {
  sample: ({ tasks }) => ({
    sentence: fill(words.lineSample, tasks.length),
    formula: html`𝒯<sub>1</sub>, …, 𝒯<sub>${tasks.length}</sub> ~ <var>p</var>(𝒯)`,
    numbers: [],
  }),
  task: () => ({ sentence: words.lineTask, formula: html`${phi(0)} = ${theta}`, numbers: [] }),
  'support-gradient': ({ inner, focus, tasks }) => ({
    sentence: fill(words.lineSupport, inner ?? 0),
    formula: html`${gradient(inner ?? 0)} = ∇${supportLoss}(${phi(inner ?? 0)})`,
    numbers: [
      [html`${supportLoss}(${phi(inner ?? 0)})`, norm(tasks[focus?.index ?? 0]?.supportLoss[inner ?? 0])],
      [html`‖${gradient(inner ?? 0)}‖`, norm(focus?.gradientNorm[inner ?? 0])],
    ],
  }),
  'inner-update': ({ inner, focus }, settings) => ({
    sentence: words.lineInner,
    formula: html`${phi((inner ?? 0) + 1)} = ${phi(inner ?? 0)} − ${alpha} ${gradient(inner ?? 0)}`,
    numbers: [
      [alpha, norm(settings.alpha)],
      [html`‖${alpha} ${gradient(inner ?? 0)}‖`, norm(settings.alpha * (focus?.gradientNorm[inner ?? 0] ?? NaN))],
    ],
  }),
  'query-loss': ({ focus, tasks }, { innerSteps }) => ({
    sentence: words.lineQuery,
    formula: html`${vector} = ∇${queryLoss}(${phi(innerSteps)})`,
    numbers: [[html`${queryLoss}(${phi(innerSteps)})`, norm(tasks[focus?.index ?? 0]?.queryLoss ?? undefined)]],
  }),
  'second-order': ({ inner }, settings) => ({
    sentence: fill(words.lineSecond, (inner ?? 0) + 1),
    formula: html`${vector} ← ${vector}
      <span data-q="second">− ${alpha} <var class="q-second">H</var>(${phi(inner ?? 0)}) ${vector}</span>`,
    numbers: [[alpha, norm(settings.alpha)]],
  }),
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
    formula: html`${metaGradient} = <span class="fraction">1/${tasks.length}</span> Σ<sub>i</sub> ${vector}<sub>i</sub>`,
    numbers: [[words.metaLoss, norm(metaLoss ?? undefined)], ...parts(meta, settings)],
  }),
  'outer-update': ({ thetaMoved, metaLoss }, { outer, beta }) => ({
    sentence: words.lineOuter,
    formula: html`${theta} ← ${theta} − ${betaSymbol} ${outer === 'adam' ? 'Adam' : ''}(${metaGradient})`,
    numbers: [
      [betaSymbol, norm(beta)],
      [html`‖Δ${theta}‖`, norm(thetaMoved ?? undefined)],
      [words.metaLoss, norm(metaLoss ?? undefined)],
    ],
  }),
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
