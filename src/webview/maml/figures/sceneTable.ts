// How each family's tasks are told and drawn: a new family is one row.
import { html, type TemplateResult } from 'lit';
import type { FamilyId } from '../../../core/maml/tasks/familyId';
import type { TaskScene } from '../../../core/maml/tasks/scene';
import type { Task } from '../../../core/maml/tasks/task';
import { significant } from '../../shared/chart';
import { fill } from '../../shared/words';
import { sceneWords } from '../sceneStrings';
import { bowlPlot } from './bowlPlot';
import { pathPlot } from './pathPlot';
import { symbolGrid } from './symbolGrid';
import { taskPlot } from './taskPlot';

type Parameters = Task['parameters'];

export interface SceneOptions {
  /** x of drawn curves. */
  readonly gridX: readonly number[];
  readonly title: string;
  /** Inner steps that the scene will have in the end: room is kept for all from the start. */
  readonly steps: number;
}

interface FamilyRow {
  /** What distinguishes the task, in a few words. */
  readonly describe: (parameters: Parameters) => string;
  /** What its losses measure. */
  readonly loss: string;
  readonly draw: (scene: TaskScene, options: SceneOptions) => TemplateResult;
}

type Kind = TaskScene['kind'];
const isKind = <K extends Kind>(scene: TaskScene, kind: K): scene is Extract<TaskScene, { kind: K }> => scene.kind === kind;

const of =
  <K extends Kind>(kind: K, draw: (scene: Extract<TaskScene, { kind: K }>, options: SceneOptions) => TemplateResult): FamilyRow['draw'] =>
  (scene, options) =>
    isKind(scene, kind) ? draw(scene, options) : html``;

const number = (value: number | undefined): string => significant(value ?? NaN);

const classification: FamilyRow = {
  describe: (parameters) => {
    const classes = Object.values(parameters);
    return fill(sceneWords.classes, classes.length, classes.map((name) => name + 1).join(', '));
  },
  loss: sceneWords.crossEntropy,
  draw: of('symbols', (scene, { steps }) => symbolGrid(scene, steps)),
};

const FAMILIES: Readonly<Record<FamilyId, FamilyRow>> = {
  sinusoid: {
    describe: ({ amplitude, phase, frequency }) =>
      fill(
        frequency === undefined ? sceneWords.sinusoid : sceneWords.sinusoidFrequency,
        number(amplitude),
        number(phase),
        number(frequency),
      ),
    loss: sceneWords.mse,
    draw: of('curve', (scene, { gridX, title }) => taskPlot({ ...scene, x: gridX, title })),
  },
  symbols: classification,
  images: classification,
  navigation: {
    describe: ({ goalX, goalY }) => fill(sceneWords.goal, number(goalX), number(goalY)),
    loss: sceneWords.surrogate,
    draw: of('paths', pathPlot),
  },
  bowls: {
    describe: ({ c1, c2 }) => fill(c2 === undefined ? sceneWords.bowl1 : sceneWords.bowl2, number(c1), number(c2)),
    loss: sceneWords.height,
    draw: of('bowl', bowlPlot),
  },
};

export const familyRow = (family: FamilyId): FamilyRow => FAMILIES[family];
