// Checks that every link between notes, and from questions to notes, leads to a page and a heading that exist.
import { pagesOf, type Outline } from './outline';
import type { Compiled } from './pages';
import type { Problems } from './problems';
import type { NoteLink } from './rendering';

/** @param broken slugs of notes with so much wrong that their anchors are not known */
export function checkLinks(
  links: readonly NoteLink[],
  own: string,
  file: string,
  { notes }: Compiled,
  outline: Outline,
  broken: ReadonlySet<string>,
  problems: Problems,
): void {
  const pages = pagesOf(outline);
  for (const link of links) {
    const slug = link.slug === '' ? own : link.slug;
    const report = problems.in(file);
    const target = notes.get(slug);
    if (!pages.has(slug))
      report(
        link.line,
        `There is no page “${slug}”.`,
        `Write one of the slugs of syllabus/outline.yaml, such as ${[...pages.keys()].filter((known) => known.startsWith(slug.slice(0, 3)))[0] ?? 'maml'}.`,
      );
    else if (target === undefined && link.anchor !== '' && !broken.has(slug))
      report(link.line, `The note “${slug}” is not written yet and has no #${link.anchor}.`, 'Link to the page without an anchor.');
    else if (target !== undefined && link.anchor !== '' && !target.anchors.has(link.anchor)) {
      report(link.line, `The note “${slug}” has no heading #${link.anchor}.`, `Its anchors are ${[...target.anchors].join(', ')}.`);
    }
  }
}
