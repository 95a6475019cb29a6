// What the lab's view and the extension may say to each other.
import * as v from 'valibot';
import type { CompareProgress } from '../core/maml/compare/comparison';
import type { Evaluation } from '../core/maml/evaluation';
import type { UnseenTask } from '../core/maml/experiment';
import type { ListingLine } from '../core/maml/listing/listing';
import type { ParameterPlane } from '../core/maml/plane/parameterPlane';
import { PREDICTION_ANSWERS, PREDICTION_IDS } from '../core/maml/predict/predictionId';
import type { ShownPredictions } from '../core/maml/predict/predictor';
import { MOST_ITERATIONS, type Settings } from '../core/maml/settings';
import type { Move } from '../core/maml/trace/cursor';
import type { Divergence } from '../core/maml/trace/run';
import type { Picture } from '../core/maml/trace/picture';
import { SPEED_IDS, type SpeedId } from '../core/maml/trace/speeds';
import { tryAsk, type TryView } from './mamlTry';
import { compareMessages, type CompareView } from './compare';
import { decode, ProtocolError } from './decode';
import { labFormMessages, type ImagesView, type LabForm } from './labForm';

const MOVES = [
  'in',
  'over',
  'out',
  'back',
  'backOver',
  'backOut',
  'nextIteration',
  'previousIteration',
  'start',
  'end',
] as const satisfies readonly Move[];

/** What the panel can show of a run: its result, its steps one line at a time, a task of the learner's own, or methods side by side. */
export const LAB_PAGES = ['result', 'step', 'try', 'compare'] as const;
export type LabPage = (typeof LAB_PAGES)[number];

const DIRECTIONS = ['forward', 'backward'] as const;
/** Which way a run plays. */
export type Direction = (typeof DIRECTIONS)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a learner can take away of a run. */
export const TAKE_AWAYS = ['json', 'evaluationCsv', 'metaLossCsv', 'script', 'link', 'svg', 'png'] as const;
export type TakeAway = (typeof TAKE_AWAYS)[number];
/** Those that are a drawing, which only the view has. */
export const PICTURE_FORMATS = ['svg', 'png'] as const satisfies readonly TakeAway[];
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** A drawing is some ten thousand characters; this is room enough for any, and too little to fill a disk. */
const LARGEST_PICTURE = 8_000_000;
/** The first bytes of every PNG, in base64. */
const PNG_SIGNATURE = 'iVBORw0KGgo';
const picture = {
  type: v.literal('picture'),
  /** What it shows, as its accessible name says. */
  name: v.pipe(v.string(), v.maxLength(300)),
};

const toHost = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** A picture was asked for, and the page has none. */
  v.strictObject({ type: v.literal('noPicture') }),
  /** Train with these settings (checked again by the core). */
  v.strictObject({ type: v.literal('run'), settings: v.record(v.string(), v.unknown()) }),
  v.strictObject({ type: v.literal('cancel') }),
  v.strictObject({ type: v.literal('move'), move: v.picklist(MOVES) }),
  v.strictObject({ type: v.literal('jump'), executed: count }),
  v.strictObject({ type: v.literal('play'), direction: v.picklist(DIRECTIONS) }),
  v.strictObject({ type: v.literal('pause') }),
  v.strictObject({ type: v.literal('speed'), speed: v.picklist(SPEED_IDS) }),
  /** A picture has been drawn while the run plays: the next move may come. */
  v.strictObject({ type: v.literal('drawn') }),
  /** Train further. */
  v.strictObject({ type: v.literal('more'), iterations: v.pipe(count, v.minValue(1), v.maxValue(MOST_ITERATIONS)) }),
  /** Whether the plane of parameters is in sight. */
  v.strictObject({ type: v.literal('plane'), wanted: v.boolean() }),
  v.strictObject({ type: v.literal('unseen'), index: count }),
  v.strictObject({ type: v.literal('look'), at: v.picklist(LAB_PAGES) }),
  v.strictObject({ type: v.literal('try'), ask: tryAsk }),
  /** Goes on in the debugger, at this run and this place. */
  v.strictObject({ type: v.literal('debug') }),
  v.strictObject({ type: v.literal('checkGradients') }),
  v.strictObject({ type: v.literal('openNote'), slug: v.string() }),
  v.strictObject({ type: v.literal('startQuiz'), topic: v.string() }),
  v.strictObject({ type: v.literal('takeAway'), what: v.picklist(TAKE_AWAYS) }),
  /** A drawing: SVG as text without anything that could act, PNG in base64. */
  v.variant('format', [
    v.strictObject({
      ...picture,
      format: v.literal('svg'),
      data: v.pipe(
        v.string(),
        v.maxLength(LARGEST_PICTURE),
        v.regex(/^<svg [\s\S]*<\/svg>$/),
        v.check((text) => !/<(script|foreignObject|image|use|a)[\s>/]|\son\w+\s*=\s*["']|href\s*=/i.test(text), 'a drawing only'),
      ),
    }),
    v.strictObject({
      ...picture,
      format: v.literal('png'),
      data: v.pipe(v.string(), v.maxLength(LARGEST_PICTURE), v.startsWith(PNG_SIGNATURE), v.base64()),
    }),
  ]),
  v.strictObject({ type: v.literal('predict'), id: v.picklist(PREDICTION_IDS), answer: v.picklist(PREDICTION_ANSWERS) }),
  v.strictObject({ type: v.literal('dismissPrediction') }),
  v.strictObject({ type: v.literal('predictFirst'), on: v.boolean() }),
  v.strictObject({ type: v.literal('predictAgain') }),
  ...labFormMessages,
  ...compareMessages,
]);
export type ToLabHost = v.InferOutput<typeof toHost>;

export const decodeToLabHost = (value: unknown): ToLabHost => decode(toHost, value, 'Message from the lab');

/** What the lab is doing. */
export type LabStatus = 'idle' | 'debugging' | 'training' | 'evaluating' | 'ready' | 'cancelled' | 'diverged' | 'failed';

/** Whether a run is being trained or judged: it is then not to be moved through. */
export const isUnderWay = (status: LabStatus): boolean => status === 'training' || status === 'evaluating';

/** Points of the meta-loss curve, thinned out for drawing: means over equal stretches. */
export interface LossCurve {
  readonly iteration: readonly number[];
  readonly metaLoss: readonly number[];
  /** The same of the medians over tasks. */
  readonly median: readonly number[];
}

/** null: nothing is known yet of this run's planes; 'none': no task moves φ where the learner looks, so there is no plane. */
export type ShownPlane = ParameterPlane | 'none' | null;

/** The whole picture of the lab; the view keeps nothing else. */
export interface LabView {
  readonly status: LabStatus;
  readonly page: LabPage;
  readonly settings: Settings;
  readonly listing: readonly ListingLine[];
  readonly gridX: readonly number[];
  /** Iterations trained so far. */
  readonly trained: number;
  readonly lossCurve: LossCurve;
  readonly evaluation: Evaluation | null;
  readonly unseen: UnseenTask | null;
  readonly picture: Picture | null;
  readonly plane: ShownPlane;
  readonly playing: Direction | null;
  readonly speed: SpeedId;
  /** The learner's own task; absent until that page has been opened. */
  readonly own?: TryView;
  /** A whole sentence where something went wrong. */
  readonly problem: string | null;
  /** The iteration at which training blew up, counted from 0, with the meta-loss there. */
  readonly divergence?: Divergence | null;
  readonly form?: LabForm;
  readonly images?: ImagesView;
  readonly compare?: CompareView;
  /** Where the comparison is while it runs; apart from its results, which are large. */
  readonly compareProgress?: CompareProgress | null;
}

export type ToLab =
  | { readonly type: 'lab'; readonly lab: LabView }
  | { readonly type: 'patch'; readonly lab: Partial<LabView> }
  | { readonly type: 'predictions'; readonly predictions: ShownPredictions }
  /** The view is asked for its first drawing. */
  | { readonly type: 'capture'; readonly format: PictureFormat };

const toLab = v.variant('type', [
  v.looseObject({ type: v.literal('lab'), lab: v.looseObject({ status: v.string(), settings: v.looseObject({}) }) }),
  v.looseObject({ type: v.literal('patch'), lab: v.looseObject({}) }),
  v.looseObject({ type: v.literal('predictions'), predictions: v.looseObject({ on: v.boolean() }) }),
  v.looseObject({ type: v.literal('capture'), format: v.picklist(PICTURE_FORMATS) }),
]);

/** The view checks the envelope; what is inside was built by this very extension from the types above. */
export function decodeToLab(value: unknown): ToLab {
  const parsed = v.safeParse(toLab, value);
  if (!parsed.success) throw new ProtocolError(`Message to the lab: unexpected ${JSON.stringify(value)?.slice(0, 80)}.`);
  return value as ToLab;
}

/** What a reloaded lab needs to come back: the run is repeated from its seed, the place is taken up again. */
const savedLab = v.object({
  settings: v.record(v.string(), v.unknown()),
  executed: v.nullable(count),
  /** Iterations that had been trained: fewer than the settings ask for after a stop, more after steps beyond the end. */
  trained: v.optional(count),
  unseen: count,
  page: v.picklist(LAB_PAGES),
  speed: v.optional(v.picklist(SPEED_IDS)),
  /** Where the run's images came from. */
  imageFolder: v.optional(v.string()),
});
export type SavedLab = v.InferOutput<typeof savedLab>;

export const decodeSavedLab = (value: unknown): SavedLab => decode(savedLab, value, 'Saved state of the lab');
