// Joins outline, notes and questions into the index and the pages that the extension reads.
import { contentVersion, type ContentIndex, type Leaf, type Topic } from '../../core/syllabus/contentIndex';
import { allPlaces, neighbours } from '../../core/syllabus/outlineWalk';
import type { Page, Section } from '../../core/syllabus/page';
import type { CompiledNote } from './note';
import { sectionsOf, type Outline, type OutlinePage, type OutlineSection, type OutlineTopic } from './outline';
import type { CompiledQuestions } from './questionFile';

/** What has been compiled, by slug. */
export interface Compiled {
  readonly notes: Map<string, CompiledNote>;
  readonly questions: Map<string, CompiledQuestions>;
}

function leafOf(page: OutlinePage, topic: OutlineTopic, { notes, questions }: Compiled): Leaf {
  const note = notes.get(page.slug);
  return {
    slug: page.slug,
    title: note?.title ?? page.title,
    titleEn: note?.titleEn ?? page.titleEn,
    scope: topic.scope,
    hasNote: note !== undefined,
    questions: questions.get(page.slug)?.file.questions.length ?? 0,
    demo: note?.demo ?? false,
    summary: note?.summary ?? '',
  };
}

function topicOf(topic: OutlineTopic, outline: Outline, compiled: Compiled): Topic {
  const chapter = (topic.chapter ?? []).map((page) => leafOf(page, topic, compiled));
  const own = leafOf(topic, topic, compiled);
  const fromSections = sectionsOf(outline)
    .filter((section) => topic.refs.includes(section.ref))
    .flatMap((section) => section.new2026 ?? []);
  return {
    ...own,
    questions: chapter.reduce((sum, page) => sum + page.questions, own.questions),
    demo: own.demo || chapter.some((page) => page.demo),
    refs: [...topic.refs],
    ...(topic.optionalPart === undefined ? {} : { optionalPart: topic.optionalPart }),
    new2026: [...(topic.new2026 ?? fromSections)],
    chapter,
  };
}

export function buildIndex(outline: Outline, compiled: Compiled): ContentIndex {
  return {
    version: contentVersion,
    syllabus: outline.version,
    areas: outline.areas.map(({ ref, title, titleEn, items }) => ({
      ref,
      title,
      titleEn,
      items: items.map((item) => ({
        ref: item.ref,
        title: item.title,
        titleEn: item.titleEn,
        topics: outline.topics
          .filter((topic) => topic.refs.some((topicRef) => item.sections.some((section) => section.ref === topicRef)))
          .map((topic) => topicOf(topic, outline, compiled)),
      })),
    })),
  };
}

const sectionOf = (section: OutlineSection): Section => ({
  ref: section.ref,
  title: section.title,
  scope: section.scope,
  new2026: [...(section.new2026 ?? [])],
  groups: section.groups.map((group) => ({
    title: group.title ?? '',
    scope: group.scope ?? section.scope,
    words: Object.entries(group.words).map(([ja, en]) => ({ ja, en })),
  })),
});

/** One page for each leaf of the outline, written or not. */
export function buildPages(outline: Outline, index: ContentIndex, { notes }: Compiled): Page[] {
  const places = allPlaces(index);
  const name = (page: Leaf | undefined) => (page === undefined ? null : { slug: page.slug, title: page.title });
  return places.map(({ area, item, topic, page }) => {
    const { prev, next } = neighbours(places, page.slug);
    return {
      version: contentVersion,
      slug: page.slug,
      title: page.title,
      titleEn: page.titleEn,
      summary: page.summary,
      area: { ref: area.ref, title: area.title },
      item: { ref: item.ref, title: item.title },
      chapter: topic.chapter.length > 0 ? topic.title : null,
      scope: page.scope,
      ...(topic.optionalPart === undefined ? {} : { optionalPart: topic.optionalPart }),
      sections: sectionsOf(outline)
        .filter((section) => topic.refs.includes(section.ref))
        .map(sectionOf),
      questions: page.questions,
      demo: page.demo,
      note: notes.get(page.slug)?.note ?? null,
      prev: name(prev),
      next: name(next),
    };
  });
}
