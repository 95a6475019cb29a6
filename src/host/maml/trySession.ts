// A learner's own task in the lab: what was placed and drawn, the networks to adapt, and what comes of it at each inner step.
import type { Experiment } from '../../core/maml/experiment';
import { initialParameters } from '../../core/maml/initial';
import type { Numbers } from '../../core/maml/machine/machine';
import { OwnAdapter } from '../../core/maml/own/ownAdapter';
import { changed, NO_INPUT, shownDrawings, type OwnInput, type OwnMode } from '../../core/maml/own/ownInput';
import { DEFAULT_SETTINGS, type Settings } from '../../core/maml/settings';
import { familyOf } from '../../core/maml/tasks/families';
import type { FamilyId } from '../../core/maml/tasks/familyId';
import { sinusoid } from '../../core/maml/tasks/sinusoid';
import type { PointsStart, PointsView, Start, SymbolsView, TryAsk, TryView } from '../../protocol/mamlTry';
import type { MakeExperiment } from './experimentMaker';
import { inSlices, UPDATE_EVERY } from './slices';

/** A run's network, and the θ that it was left with. */
export interface Learned {
  readonly experiment: Experiment;
  readonly theta: Numbers;
}

/** A network with the places from which it can start. */
interface Network {
  readonly experiment: Experiment;
  readonly adapter: OwnAdapter;
  readonly from: readonly (readonly [Start, Numbers])[];
}

export interface TrySessionOptions {
  readonly makeExperiment: MakeExperiment;
  readonly changed: (view: TryView) => void;
  /** What the learner has placed and drawn has changed. */
  readonly keep: (input: OwnInput) => void;
}

const MODES: Partial<Record<FamilyId, OwnMode>> = { sinusoid: 'points', symbols: 'symbols' };
/** Drawn curves need no more digits, and messages stay short. */
const rounded = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Math.round(value * 1000) / 1000);

function network(experiment: Experiment, theta?: Numbers): Network {
  const { settings } = experiment;
  const random = Float64Array.from(initialParameters(familyOf(settings.family).model(settings), settings));
  const from: readonly [Start, Numbers][] = theta === undefined ? [['random', random]] : [['meta', theta], ['random', random]]; // prettier-ignore
  return { experiment, adapter: new OwnAdapter(experiment), from };
}

export class TrySession {
  readonly #options: TrySessionOptions;
  #input: OwnInput = NO_INPUT;
  readonly #networks: Partial<Record<OwnMode, Network>> = {};
  /** The pretrained network, kept for the settings that it was trained with. */
  #baseline: { readonly for: string; readonly network: Network } | undefined;
  #pretraining: number | null = null;
  #view: TryView | undefined;
  #due = false;

  constructor(options: TrySessionOptions) {
    this.#options = options;
  }

  get input(): OwnInput {
    return this.#input;
  }

  restore(input: OwnInput): void {
    this.#input = input;
    this.#view = undefined;
  }

  /** A run has ended: from now on its network is the one to adapt. */
  take({ experiment, theta }: Learned): void {
    const mode = MODES[experiment.settings.family];
    if (mode === undefined) return;
    this.#networks[mode] = network(experiment, theta);
    const { ways } = experiment.settings;
    const blank = this.#input.drawings.flat().every((drawing) => drawing.length === 0);
    if (mode === 'symbols' && blank && ways <= NO_INPUT.drawings.length) this.#input = { ...this.#input, ways };
    this.#refreshSoon();
  }

  /** The page is on show: there is something to adapt, even before any run. */
  async open(): Promise<void> {
    this.#networks.points ??= network(await this.#options.makeExperiment(DEFAULT_SETTINGS));
    this.#refreshSoon();
  }

  async ask(ask: TryAsk): Promise<void> {
    if (ask.do === 'pretrain') return this.#pretrain();
    this.#input = changed(this.#input, ask);
    this.#options.keep(this.#input);
    this.#refreshSoon();
  }

  view(): TryView {
    return (this.#view ??= { mode: this.#input.mode, points: this.#points(), symbols: this.#symbols() });
  }

  /** Of the changes that arrive together only the latest is computed. */
  #refreshSoon(): void {
    this.#view = undefined;
    if (this.#due) return;
    this.#due = true;
    setTimeout(() => {
      this.#due = false;
      this.#options.changed(this.view());
    }, 0);
  }

  #baselineOf(settings: Settings): Network | undefined {
    return this.#baseline?.for === JSON.stringify(settings) ? this.#baseline.network : undefined;
  }

  /** Trains one network on all tasks of the run together (Finn et al. 2017, sec. 5.1), as long as the run was. */
  async #pretrain(): Promise<void> {
    const settings = this.#networks.points?.experiment.settings;
    if (settings === undefined || this.#pretraining !== null) return;
    this.#pretraining = 0;
    this.#refreshSoon();
    try {
      const experiment = await this.#options.makeExperiment({ ...settings, algorithm: 'pretrain' });
      let shown = performance.now();
      const onSlice = (iteration: number) => {
        if (performance.now() - shown < UPDATE_EVERY) return;
        shown = performance.now();
        this.#pretraining = iteration / settings.iterations;
        this.#refreshSoon();
      };
      await inSlices(experiment.train(), { cancelled: () => false, onSlice });
      const theta = experiment.run.thetaAfter(experiment.run.iterations);
      this.#baseline = { for: JSON.stringify(settings), network: { ...network(experiment), from: [['pretrained', theta]] } };
    } finally {
      this.#pretraining = null;
      this.#refreshSoon();
    }
  }

  #points(): PointsView {
    const { points, wave } = this.#input;
    const { points: main } = this.#networks;
    const pretraining = this.#pretraining;
    if (main === undefined) return { x: [], points, wave: null, starts: [], pretraining };
    const x = main.experiment.gridX();
    const shown = wave === null ? null : { ...wave, y: rounded(x.map((at) => waveAt(wave, at))) };
    const baseline = this.#baselineOf(main.experiment.settings);
    const starts = [main, ...(baseline === undefined ? [] : [baseline])].flatMap(({ adapter, from }) =>
      from.map(([start, theta]): PointsStart => {
        const { curves, losses } = adapter.points(theta, points, points.length === 0 ? 0 : undefined);
        const errors = shown === null ? [] : curves.map((curve) => meanSquare(curve, shown.y));
        return { start, curves: curves.map(rounded), losses: points.length === 0 ? [] : losses, errors };
      }),
    );
    return { x, points, wave: shown, starts, pretraining };
  }

  #symbols(): SymbolsView {
    const { ways, shots, sets, further, answer } = this.#input;
    const drawings = shownDrawings(this.#input);
    const { symbols: trained } = this.#networks;
    const trainedWays = trained?.experiment.settings.ways ?? null;
    const fits = trained !== undefined && trainedWays === ways;
    const starts = (fits ? trained.from : []).flatMap(([start, theta]) => {
      const result = trained?.adapter.drawings(theta, drawings, further);
      return result === undefined ? [] : [{ start, ...result }];
    });
    return { ways, shots, drawings, example: sets.slice(0, ways).map((set) => set !== null), further, answer, trainedWays, starts };
  }
}

const waveAt = (wave: { readonly amplitude: number; readonly phase: number }, x: number): number =>
  sinusoid.curve?.truth({ parameters: { ...wave }, support: NO_ROWS, query: NO_ROWS }, x) ?? NaN;
const NO_ROWS = { rows: 0, x: [], y: [], weight: [] };

const meanSquare = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0) / a.length;
