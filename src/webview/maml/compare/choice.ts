// What the learner has chosen to compare: methods, K and budget; completed from the form where nothing is chosen yet.
import { METHOD_IDS, type MethodId } from '../../../core/maml/compare/methods';
import { settingsOf, type Draft } from '../form/draft';

export interface CompareChoice {
  readonly methods: readonly MethodId[];
  /** undefined: as the form says. */
  readonly shots?: string;
  readonly iterations?: string;
}

export const FIRST_CHOICE: CompareChoice = { methods: METHOD_IDS };

/** Values of K worth comparing by family, and whether the query set has as many examples; families without K have none. */
const SHOTS: Readonly<Record<string, { readonly values: readonly string[]; readonly queryToo: boolean }>> = {
  sinusoid: { values: ['5', '10', '20'], queryToo: true },
  symbols: { values: ['1', '3', '5'], queryToo: false },
  images: { values: ['1', '3', '5'], queryToo: false },
  navigation: { values: ['5', '10', '20'], queryToo: true },
};
const BUDGETS = ['500', '1000', '2000', '5000', '20000', '70000'];
/** Long enough to tell the methods apart, short enough to wait for. */
const USUAL_BUDGET = 2000;
/** Enough for adaptation to show, within seconds on a busy machine too. */
const QUICK_BUDGET = 500;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort((a, b) => Number(a) - Number(b));

/** Choices of K, that of the form among them; none where the family has no K. */
export function shotsChoices({ family, shots }: Draft): string[] {
  const known = SHOTS[family];
  return known === undefined ? [] : sorted([...known.values, shots]);
}

const usualBudget = ({ iterations }: Draft): string => String(Math.min(USUAL_BUDGET, Number(iterations) || USUAL_BUDGET));

export const budgetChoices = (draft: Draft): string[] => sorted([...BUDGETS, usualBudget(draft)]);

export const chosenShots = ({ shots }: CompareChoice, draft: Draft): string =>
  shots !== undefined && shotsChoices(draft).includes(shots) ? shots : draft.shots;

export const chosenBudget = ({ iterations }: CompareChoice, draft: Draft): string =>
  iterations !== undefined && budgetChoices(draft).includes(iterations) ? iterations : usualBudget(draft);

export interface CompareRequest {
  readonly methods: MethodId[];
  readonly settings: Record<string, unknown>;
}

/** The form's settings with the K and the budget chosen here. */
export function requestOf(choice: CompareChoice, draft: Draft): CompareRequest {
  const shots = chosenShots(choice, draft);
  const own = shots !== draft.shots;
  const query = own && SHOTS[draft.family]?.queryToo === true ? shots : draft.queryShots;
  const settings = settingsOf({ ...draft, algorithm: 'maml', shots, queryShots: query, iterations: chosenBudget(choice, draft) });
  return { methods: METHOD_IDS.filter((id) => choice.methods.includes(id)), settings };
}

/** MAML against fine-tuning, done in seconds. */
export function quickRequest(draft: Draft): CompareRequest {
  const iterations = String(Math.min(QUICK_BUDGET, Number(usualBudget(draft))));
  return requestOf({ methods: ['maml', 'pretrain'], iterations }, draft);
}
