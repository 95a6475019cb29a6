/** The tree of the syllabus: its nodes, how far they are read, and what is said about them. */
import assert from 'node:assert/strict';
import {
  buildTree,
  describe as describeNode,
  facts,
  nodesShowing,
  pageState,
  readingOf,
  withDescendants,
  type TreeNode,
  type TreeWords,
} from '../../../src/core/syllabus/treeModel';
import { noMarks, practiceByTopic, practiceOf, type Marks } from '../../../src/core/syllabus/marks';
import { passes } from '../../../src/core/syllabus/treeFilter';
import type { AnswerTally } from '../../../src/core/progress/progressState';
import { smallIndex } from './smallIndex';

const words: TreeWords = {
  planned: 'soon',
  plannedLong: 'not written yet',
  optional: 'opt',
  optionalLong: 'optional',
  partlyOptional: 'optional in part: {0}',
  unread: 'unread',
  flagged: 'flagged',
  read: 'read',
  opened: 'opened',
  weak: 'weak',
  mastered: 'mastered',
  progress: '{0} of {1} read',
  questions: '{0} questions',
  newWords: 'new: {0}',
};

const roots = buildTree(smallIndex);
const all = roots.flatMap(withDescendants);
const none = noMarks;
const having = (marks: Partial<Marks>): Marks => ({ ...noMarks, ...marks });
const read = (...slugs: string[]) => having({ readNotes: new Set(slugs) });

function node(id: string): TreeNode {
  const found = all.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

describe('the tree of the syllabus', () => {
  it('has one node for each place, with ids of their own and parents that hold them', () => {
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const one of all) if (one.parent !== undefined) assert.ok(one.parent.children.includes(one), one.id);
    assert.deepEqual(
      all.map(({ id, kind }) => `${kind} ${id}`),
      [
        'area 1',
        'item 1.(1)',
        'page 1.(1)/vectors',
        'item 1.(2)',
        'chapter 1.(2)/meta',
        'page 1.(2)/meta/maml',
        'page 1.(2)/meta/maml-in-code',
        'area 2',
        'item 2.(1)',
        'page 2.(1)/tools',
        'item 2.(2)',
        'page 2.(2)/tools',
      ],
    );
  });

  it('counts what is written and read, and says honestly what is not written', () => {
    assert.deepEqual(readingOf(node('1'), none.readNotes), { state: 'unread', read: 0, written: 2 });
    assert.deepEqual(readingOf(node('1.(2)/meta'), new Set(['maml'])), { state: 'partly', read: 1, written: 2 });
    assert.equal(readingOf(node('1'), new Set(['maml', 'maml-in-code'])).state, 'read');
    assert.equal(readingOf(node('2'), new Set(['tools'])).state, 'planned');
    assert.equal(describeNode(node('1'), read('maml'), words), '1/2');
    assert.equal(describeNode(node('2.(1)/tools'), none, words), 'soon');
    assert.equal(describeNode(node('1.(2)/meta'), none, words), 'opt · 0/2');
    assert.equal(describeNode(node('1.(2)/meta/maml'), none, words), 'opt');
  });

  it('tells a screen reader state, scope, questions and new words', () => {
    assert.deepEqual(facts(node('1.(2)/meta/maml'), none, words), ['unread', 'optional', '3 questions']);
    assert.deepEqual(facts(node('1.(2)/meta/maml'), read('maml'), words)[0], 'read');
    assert.deepEqual(facts(node('1.(2)/meta'), none, words), ['0 of 2 read', 'optional', '3 questions']);
    assert.deepEqual(facts(node('1.(1)/vectors'), none, words), ['not written yet', 'optional in part: 後半']);
    assert.deepEqual(facts(node('2.(2)/tools'), none, words), ['not written yet', 'new: Docker']);
    assert.deepEqual(facts(node('1'), none, words), ['0 of 2 read']);
  });

  it('shows how a topic stands: unread, opened, read, weak in its quiz, mastered', () => {
    const maml = node('1.(2)/meta/maml');
    const quiz = (practice: 'some' | 'weak' | 'mastered') =>
      having({ readNotes: new Set(['maml']), practice: new Map([['maml', practice]]) });
    assert.equal(pageState(node('1.(1)/vectors'), none), 'planned');
    assert.equal(pageState(maml, none), 'unread');
    assert.equal(pageState(maml, having({ openedNotes: new Set(['maml']) })), 'opened');
    assert.equal(pageState(maml, read('maml')), 'read');
    assert.equal(pageState(maml, quiz('some')), 'read');
    assert.equal(pageState(maml, quiz('weak')), 'weak');
    assert.equal(pageState(maml, quiz('mastered')), 'mastered');
    assert.deepEqual(facts(maml, quiz('weak'), words).slice(0, 2), ['read', 'weak']);
    assert.equal(describeNode(maml, quiz('mastered'), words), 'mastered · opt');
    assert.ok(passes(node('1'), 'weak', quiz('weak')));
    assert.ok(!passes(node('1'), 'weak', quiz('some')));
  });

  it('calls a topic weak when many of enough answers went wrong, and mastered when every question went right', () => {
    const tally = (correct: boolean, topic = 'maml'): AnswerTally => ({
      topic,
      right: Number(correct),
      wrong: Number(!correct),
      last: {
        v: 2,
        id: 'a',
        order: 1,
        at: 1,
        window: 'w',
        type: 'answered',
        session: 's',
        question: 'q',
        topic,
        given: { choices: [0] },
        correct,
      },
    });
    const results = (...right: boolean[]) =>
      practiceOf(
        right.map((one) => tally(one)),
        4,
      );
    assert.equal(results(), 'none');
    assert.equal(results(false, false), 'some');
    assert.equal(results(true, true, false, false), 'weak');
    assert.equal(results(true, true, true), 'some');
    assert.equal(results(true, true, true, false), 'some');
    assert.equal(results(true, true, true, true), 'mastered');
    const answers = new Map([
      ['a', tally(true)],
      ['b', tally(true, 'gone')],
    ]);
    assert.deepEqual(
      [
        ...practiceByTopic(
          answers,
          new Map([
            ['maml', 1],
            ['tools', 2],
          ]),
        ),
      ],
      [
        ['maml', 'mastered'],
        ['tools', 'none'],
      ],
    );
  });

  it('knows which nodes change when a note is read', () => {
    assert.deepEqual(
      nodesShowing(roots, 'maml')
        .map(({ id }) => id)
        .sort(),
      ['1', '1.(2)', '1.(2)/meta', '1.(2)/meta/maml'],
    );
    assert.deepEqual(
      nodesShowing(roots, 'tools')
        .map(({ id }) => id)
        .sort(),
      ['2', '2.(1)', '2.(1)/tools', '2.(2)', '2.(2)/tools'],
    );
    assert.deepEqual(nodesShowing(roots, 'nothing'), []);
  });
});
