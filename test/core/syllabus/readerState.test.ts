// Back and forward in the reader, with pages that come late.
import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/syllabus/page';
import { pageTop, type Spot } from '../../../src/core/syllabus/readingHistory';
import type { ToReader } from '../../../src/protocol/syllabus';
import { firstState, receive, step, type ReaderState } from '../../../src/webview/syllabus/readerState';

const spot = (block: number): Spot => ({ block, part: 0.5 });
const page = (slug: string) => ({ slug, title: slug }) as Page;
const sent = (slug: string): ToReader => ({
  ...{ type: 'page', page: page(slug), anchor: '', spot: pageTop, read: false, flagged: false, fontSize: 16 },
});
const arrive = (state: ReaderState, slug: string): ReaderState => receive(state, sent(slug)).state;
const scroll = (state: ReaderState, block: number): ReaderState => ({
  ...state,
  history: { ...state.history, here: state.history.here && { ...state.history.here, spot: spot(block) } },
});
/** Three pages, each left at a spot of its own. */
const read = (): ReaderState => scroll(arrive(scroll(arrive(scroll(arrive(firstState, 'a'), 1), 'b'), 2), 'c'), 3);

describe('back and forward in the reader', () => {
  it('keep the history at the page on show until the other has come', () => {
    const { state, place } = step(read(), 'back')!;
    assert.deepEqual([state.page?.slug, state.history.here?.slug, place], ['c', 'c', { slug: 'b', spot: spot(2) }]);
    // Scrolling that goes on meanwhile belongs to the page on show.
    const came = receive(scroll(state, 9), sent('b'));
    assert.deepEqual(came.state.history.here, { slug: 'b', spot: spot(2) });
    assert.deepEqual(came.look, { spot: spot(2) });
    assert.equal(came.state.wanted, null);
  });

  it('go two pages on two quick presses, and the page in between does not forget the way forward', () => {
    const once = step(read(), 'back')!.state;
    const { state, place } = step(once, 'back')!;
    assert.equal(place.slug, 'a');
    const between = arrive(state, 'b');
    assert.equal(between.history.here?.slug, 'b');
    const arrived = arrive(between, 'a');
    assert.deepEqual(arrived.history.here, { slug: 'a', spot: spot(1) });
    assert.deepEqual(
      arrived.history.future.map(({ slug }) => slug),
      ['b', 'c'],
    );
  });

  it('lead back to the page on show when turned round before the other has come', () => {
    const { state, place } = step(step(read(), 'back')!.state, 'forward')!;
    assert.equal(place.slug, 'c');
    const arrived = arrive(state, 'c');
    assert.deepEqual([arrived.history.here?.slug, arrived.wanted], ['c', null]);
  });

  it('tell two visits of one page apart', () => {
    const twice = scroll(arrive(read(), 'a'), 4);
    const arrived = arrive(step(arrive(step(twice, 'back')!.state, 'c'), 'forward')!.state, 'a');
    assert.deepEqual(arrived.history.here, { slug: 'a', spot: spot(4) });
  });

  it('end where there is nothing more', () => {
    assert.equal(step(read(), 'forward'), undefined);
    assert.equal(step(arrive(firstState, 'a'), 'back'), undefined);
  });

  it('give way to a page that is opened instead', () => {
    const opened = arrive({ ...step(read(), 'back')!.state, wanted: null }, 'd');
    assert.deepEqual(
      opened.history.past.map(({ slug }) => slug),
      ['a', 'b', 'c'],
    );
    assert.equal(opened.history.here?.slug, 'd');
  });
});
