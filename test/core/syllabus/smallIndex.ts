// A small outline for tests: one planned topic, one chapter of two notes, one topic that stands in two items.
import type { ContentIndex, Leaf, Topic } from '../../../src/core/syllabus/contentIndex';

export const leaf = (slug: string, hasNote: boolean, questions = 0): Leaf => ({
  slug,
  title: `「${slug}」`,
  titleEn: slug,
  scope: 'exam',
  hasNote,
  questions,
  demo: false,
  summary: hasNote ? `About ${slug}.` : '',
});

const topic = (page: Leaf, more: Partial<Topic>): Topic => ({ ...page, refs: ['1.(1)-i'], new2026: [], chapter: [], ...more });
const item = (ref: string, topics: Topic[]) => ({ ref, title: `項目 ${ref}`, titleEn: `Item ${ref}`, topics });
const tools = topic(leaf('tools', false), { refs: ['2.(1)-i', '2.(2)-i'], new2026: ['Docker'] });
const meta = topic(leaf('meta', false), { scope: 'optional', questions: 3, chapter: [leaf('maml', true, 3), leaf('maml-in-code', true)] });

export const smallIndex: ContentIndex = {
  version: 1,
  syllabus: '2026',
  areas: [
    {
      ref: '1',
      title: '基礎',
      titleEn: 'Basics',
      items: [item('1.(1)', [topic(leaf('vectors', false), { optionalPart: '後半' })]), item('1.(2)', [meta])],
    },
    { ref: '2', title: '道具', titleEn: 'Tools', items: [item('2.(1)', [tools]), item('2.(2)', [tools])] },
  ],
};
