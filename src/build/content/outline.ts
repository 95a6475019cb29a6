// Reads syllabus/outline.yaml: checks its shape, its ids and that topics and sections agree.
import { checkShape, type Schema } from './checkShape';
import type { Problems } from './problems';
import { readYaml } from './yamlSource';

export type OutlineScope = 'exam' | 'optional';

export interface OutlineSection {
  readonly ref: string;
  readonly title: string;
  readonly scope: OutlineScope;
  readonly new2026?: readonly string[];
  readonly groups: readonly { readonly title?: string; readonly scope?: OutlineScope; readonly words: Readonly<Record<string, string>> }[];
}

export interface OutlinePage {
  readonly slug: string;
  readonly title: string;
  readonly titleEn: string;
}

export interface OutlineTopic extends OutlinePage {
  readonly refs: readonly string[];
  readonly scope: OutlineScope;
  readonly optionalPart?: string;
  readonly new2026?: readonly string[];
  readonly chapter?: readonly OutlinePage[];
}

interface OutlineItem {
  readonly ref: string;
  readonly title: string;
  readonly titleEn: string;
  readonly sections: readonly OutlineSection[];
}

export interface Outline {
  readonly version: string;
  readonly areas: readonly {
    readonly ref: string;
    readonly title: string;
    readonly titleEn: string;
    readonly items: readonly OutlineItem[];
  }[];
  readonly topics: readonly OutlineTopic[];
}

/** Every section of the outline. */
export const sectionsOf = (outline: Outline): OutlineSection[] =>
  outline.areas.flatMap((area) => area.items).flatMap((item) => item.sections);

/** The slugs of all pages, each with the topic that it belongs to. */
export function pagesOf(outline: Outline): Map<string, { readonly page: OutlinePage; readonly topic: OutlineTopic }> {
  return new Map(outline.topics.flatMap((topic) => (topic.chapter ?? [topic]).map((page) => [page.slug, { page, topic }] as const)));
}

/** The outline, or undefined when it has mistakes, which are reported. */
export function readOutline(text: string, schema: Schema, file: string, problems: Problems): Outline | undefined {
  let sound = true;
  const report = problems.in(file);
  const wrong: typeof report = (line, what, remedy) => {
    sound = false;
    report(line, what, remedy);
  };
  const source = readYaml(text, 1, wrong);
  if (source === undefined || !checkShape(source, schema, wrong)) return undefined;
  const outline = source.value as Outline;

  const refs = new Set<string>();
  outline.areas.forEach((area, a) =>
    area.items.forEach((item, i) => {
      const at = (...path: (string | number)[]) => source.lineAt(['areas', a, 'items', i, ...path]);
      if (!item.ref.startsWith(`${area.ref}.`))
        wrong(at('ref'), `Item ${item.ref} stands in area ${area.ref}.`, 'Move it, or correct its ref.');
      item.sections.forEach((section, s) => {
        if (!section.ref.startsWith(`${item.ref}-`))
          wrong(at('sections', s), `Section ${section.ref} stands in item ${item.ref}.`, 'Move it, or correct its ref.');
        if (refs.has(section.ref)) wrong(at('sections', s), `Section ${section.ref} stands twice.`, 'Remove one.');
        refs.add(section.ref);
        const words = section.groups.flatMap((group) => Object.keys(group.words));
        for (const word of section.new2026 ?? []) {
          if (!words.includes(word))
            wrong(at('sections', s), `The new word “${word}” is not among the words of ${section.ref}.`, 'Write it as in `words`.');
        }
      });
    }),
  );

  const slugs = new Set<string>();
  const covered = new Set<string>();
  outline.topics.forEach((topic, index) => {
    const line = source.lineAt(['topics', index]);
    for (const { slug } of [topic, ...(topic.chapter ?? [])]) {
      if (slugs.has(slug)) wrong(line, `The slug “${slug}” is used twice.`, 'Slugs are ids: give each its own.');
      slugs.add(slug);
    }
    for (const ref of topic.refs) {
      if (!refs.has(ref)) wrong(line, `The topic “${topic.slug}” refers to ${ref}, which is not a section.`, 'Correct its refs.');
      covered.add(ref);
    }
    const scopes = sectionsOf(outline)
      .filter((section) => topic.refs.includes(section.ref))
      .map((section) => section.scope);
    const expected = scopes.includes('exam') ? 'exam' : 'optional';
    if (topic.scope !== expected)
      wrong(line, `The topic “${topic.slug}” is ${topic.scope}, its sections are ${expected}.`, 'Correct `scope` of one of them.');
  });
  for (const ref of refs) if (!covered.has(ref)) wrong(1, `No topic covers section ${ref}.`, 'Add the ref to a topic.');
  return sound ? outline : undefined;
}
