// What stands beside a run: fields keep what was typed as long as it is the same run, and a choice holds only where it is offered.
import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, decodeSettings } from '../../../src/core/maml/settings';
import { budgetChoices, chosenBudget, FIRST_CHOICE, requestOf } from '../../../src/webview/maml/compare/choice';
import { draftOf } from '../../../src/webview/maml/form/draft';
import { filledFor, isBeside, type Filled } from '../../../src/webview/maml/form/filled';
import { recalled, rememberPart } from '../../../src/webview/maml/memory';

const RUN = DEFAULT_SETTINGS;
const LONGER = { ...RUN, iterations: RUN.iterations + 100 };
const OTHER = { ...RUN, alpha: 0.02 };

const typed = (filled: Filled, values: Partial<Filled['draft']>): Filled => ({ ...filled, draft: { ...filled.draft, ...values } });

describe('the fields of the form', () => {
  const filled = filledFor(undefined, RUN);

  it('are the same for as long as nothing happens', () => {
    assert.equal(filledFor(filled, { ...RUN }), filled);
    assert.deepEqual(filled.draft, draftOf(RUN));
  });

  it('keep what was typed when the run is trained further, and follow its length where that was left alone', () => {
    const { draft } = filledFor(typed(filled, { alpha: '0.5' }), LONGER);
    assert.deepEqual([draft.alpha, draft.iterations], ['0.5', '5100']);
    assert.equal(filledFor(typed(filled, { iterations: '300' }), LONGER).draft.iterations, '300');
  });

  it('say what another run says, whatever was typed beside the one before', () => {
    const before = typed(filled, { alpha: '0.5' });
    assert.equal(isBeside(before, LONGER), true);
    assert.equal(isBeside(before, OTHER), false);
    assert.deepEqual(filledFor(before, OTHER), { draft: draftOf(OTHER), from: draftOf(OTHER) });
  });
});

describe('a choice of budget', () => {
  const symbols = draftOf(decodeSettings({ family: 'symbols' }));
  const sinusoid = draftOf(RUN);

  it('holds where the list has it, and gives way to the usual one where a change of family has taken it away', () => {
    const choice = { ...FIRST_CHOICE, iterations: '1500' };
    assert.equal(chosenBudget(choice, symbols), '1500');
    assert.equal(budgetChoices(sinusoid).includes('1500'), false);
    assert.equal(chosenBudget(choice, sinusoid), '2000');
    assert.equal(requestOf(choice, sinusoid).settings['iterations'], 2000);
  });
});

describe('what the lab remembers', () => {
  it('is kept by part, so that none overwrites another', () => {
    let state: unknown = 'damaged';
    const memory = { recall: () => state, remember: (next: unknown) => void (state = next) };
    assert.equal(recalled(memory, 'desk'), undefined);
    rememberPart(memory, 'desk', { a: 1 });
    rememberPart(memory, 'further', 500);
    assert.deepEqual([recalled(memory, 'desk'), recalled(memory, 'further')], [{ a: 1 }, 500]);
  });
});
