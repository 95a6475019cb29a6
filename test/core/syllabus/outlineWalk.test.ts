/** Ways through a small outline: reading order, neighbours, where reading goes on, back and forward. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allPlaces, continueAt, neighbours, placeOf } from '../../../src/core/syllabus/outlineWalk';
import { goBack, goForward, noHistory, pageTop, scrolledTo, visit, type ReadingHistory } from '../../../src/core/syllabus/readingHistory';
import { smallIndex } from './smallIndex';

const slugs = (read: readonly string[]): ReadonlySet<string> => new Set(read);

describe('the walk through the outline', () => {
  it('meets every page once, chapters in order', () => {
    assert.deepEqual(
      allPlaces(smallIndex).map(({ page }) => page.slug),
      ['vectors', 'maml', 'maml-in-code', 'tools'],
    );
  });

  it('finds a page by its slug, and a chapter by its own', () => {
    assert.equal(placeOf(smallIndex, 'maml-in-code')?.topic.slug, 'meta');
    assert.equal(placeOf(smallIndex, 'meta')?.page.slug, 'maml');
    assert.equal(placeOf(smallIndex, 'nothing'), undefined);
  });

  it('leads from note to written note', () => {
    const places = allPlaces(smallIndex);
    assert.equal(neighbours(places, 'maml').prev, undefined);
    assert.equal(neighbours(places, 'maml').next?.slug, 'maml-in-code');
    assert.equal(neighbours(places, 'tools').prev?.slug, 'maml-in-code');
    assert.deepEqual(neighbours(places, 'nothing'), { prev: undefined, next: undefined });
  });

  it('goes on where reading stopped', () => {
    assert.equal(continueAt(smallIndex, undefined, slugs([]))?.slug, 'maml');
    assert.equal(continueAt(smallIndex, 'maml', slugs([]))?.slug, 'maml');
    assert.equal(continueAt(smallIndex, 'maml', slugs(['maml']))?.slug, 'maml-in-code');
    assert.equal(continueAt(smallIndex, 'maml-in-code', slugs(['maml-in-code']))?.slug, 'maml');
    assert.equal(continueAt(smallIndex, 'maml-in-code', slugs(['maml', 'maml-in-code']))?.slug, 'maml-in-code');
  });
});

describe('the reading history', () => {
  const visits = (...names: string[]): ReadingHistory =>
    names.reduce((history, slug) => visit(history, { slug, spot: pageTop }), noHistory);

  it('goes back to the height that was left', () => {
    const history = goBack(visit(scrolledTo(visits('a'), { block: 4, part: 0.5 }), { slug: 'b', spot: pageTop }));
    assert.deepEqual(history.here, { slug: 'a', spot: { block: 4, part: 0.5 } });
    assert.deepEqual(history.future, [{ slug: 'b', spot: pageTop }]);
  });

  it('stays where it is at either end', () => {
    assert.deepEqual(goBack(visits('a')), visits('a'));
    assert.deepEqual(goForward(visits('a')), visits('a'));
    assert.deepEqual(goBack(noHistory), noHistory);
  });

  it('undoes every step back by a step forward', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 40 }), fc.nat(60), (names, steps) => {
        const start = visits(...names);
        let history = start;
        const count = Math.min(steps, start.past.length);
        for (let i = 0; i < count; i++) history = goBack(history);
        for (let i = 0; i < count; i++) history = goForward(history);
        assert.deepEqual(history, start);
      }),
    );
  });

  it('forgets what lay ahead after a new visit, and keeps fifty places', () => {
    assert.deepEqual(visit(goBack(visits('a', 'b')), { slug: 'c', spot: pageTop }).future, []);
    assert.equal(visits(...Array.from({ length: 80 }, (_, i) => `n${i}`)).past.length, 50);
  });
});
