// The search's reading of text, and the tree's filters.
import { noMarks } from '../../../src/core/syllabus/marks';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldText, indexTokens, queryTokens } from '../../../src/core/syllabus/searchTokens';
import { rowOf } from '../../../src/core/syllabus/termIndex';
import { passes } from '../../../src/core/syllabus/treeFilter';
import { buildTree, withDescendants } from '../../../src/core/syllabus/treeModel';
import { smallIndex } from './smallIndex';

describe('how the search reads text', () => {
  it('makes one of widths, cases and kana', () => {
    assert.equal(foldText('ﾊﾞｯﾁ'), foldText('バッチ'));
    assert.equal(foldText('ＲｅＬＵ'), 'relu');
    assert.equal(foldText('メタ'), 'めた');
  });

  it('cuts Japanese into pairs and keeps Latin words', () => {
    assert.deepEqual(indexTokens('L2正則化'), ['l2', '正則', '則化', '化']);
    assert.deepEqual(queryTokens('L2正則化'), ['l2', '正則', '則化']);
    assert.deepEqual(queryTokens('差'), ['差']);
    assert.deepEqual(queryTokens('！？ '), []);
  });

  it('leaves out a long vowel at the end of what is typed, which some write and some do not', () => {
    for (const [typed, written] of [
      ['エンコーダー', 'エンコーダ'],
      ['ﾊﾟﾗﾒｰﾀｰ', 'ハイパーパラメータの探索'],
      ['フィルター', 'フィルタ'],
      ['エンコーダ', 'エンコーダー'],
      ['コピー', 'コピー'],
      ['シー', 'シード'],
    ] as const) {
      const known = new Set(indexTokens(written));
      assert.ok(
        queryTokens(typed).every((token) => known.has(token)),
        typed,
      );
    }
    assert.deepEqual(queryTokens('シー'), ['しー']);
  });

  it('finds every part of a text: its query tokens are tokens of the text', () => {
    const word = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠ー]{2,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.nat(), (text, a, b) => {
        const from = a % (text.length - 1);
        const part = text.slice(from, from + 2 + (b % (text.length - from)));
        const known = new Set(indexTokens(text));
        assert.ok(queryTokens(part).every((token) => known.has(token)));
      }),
    );
  });

  it('lists readings under their row of the syllabary', () => {
    assert.deepEqual(['がくしゅう', 'ぱーぷれ', 'んー'].map(rowOf), ['か', 'は', 'わ']);
  });
});

describe('the tree’s filters', () => {
  const pages = buildTree(smallIndex)
    .flatMap(withDescendants)
    .filter(({ kind }) => kind === 'page');
  const nothing = noMarks;
  const slugs = (filter: Parameters<typeof passes>[1], marks = nothing) =>
    pages.filter((page) => passes(page, filter, marks)).map(({ slug }) => slug);

  it('show what they say', () => {
    assert.equal(slugs('all').length, pages.length);
    assert.ok(slugs('exam').length < pages.length);
    const unread = slugs('unread');
    const [first] = unread;
    assert.deepEqual(slugs('unread', { ...nothing, readNotes: new Set([first!]) }), unread.filter((slug) => slug !== first)); // prettier-ignore
    assert.deepEqual(slugs('flagged'), []);
    assert.deepEqual([...new Set(slugs('flagged', { ...nothing, flaggedNotes: new Set([first!]) }))], [first]);
  });

  it('keep what stands above a page that is shown', () => {
    const roots = buildTree(smallIndex);
    const flagged = { ...nothing, flaggedNotes: new Set([pages[0]!.slug!]) };
    const shown = roots.flatMap(withDescendants).filter((node) => passes(node, 'flagged', flagged));
    assert.ok(shown.every(({ parent }) => parent === undefined || shown.includes(parent)));
    assert.ok(shown.some(({ kind }) => kind === 'area'));
  });
});
