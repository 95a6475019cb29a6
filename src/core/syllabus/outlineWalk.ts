// Ways through the outline: all pages in reading order, the neighbours of a page, where a slug stands.
import type { Area, ContentIndex, Item, Leaf, Topic } from './contentIndex';

/** Where a page stands; a topic that belongs to two items is met in the first. */
export interface Place {
  readonly area: Area;
  readonly item: Item;
  readonly topic: Topic;
  readonly page: Leaf;
}

/** The pages of a topic: its chapter's notes, or itself. */
export const pagesOfTopic = (topic: Topic): readonly Leaf[] => (topic.chapter.length > 0 ? topic.chapter : [topic]);

/** Every page once, in reading order. */
export function allPlaces(index: ContentIndex): Place[] {
  const places = new Map<string, Place>();
  for (const area of index.areas) {
    for (const item of area.items) {
      for (const topic of item.topics) {
        for (const page of pagesOfTopic(topic)) if (!places.has(page.slug)) places.set(page.slug, { area, item, topic, page });
      }
    }
  }
  return [...places.values()];
}

/** The place of a page; the slug of a chapter leads to its first page. Undefined for a slug that the outline does not know. */
export function placeOf(index: ContentIndex, slug: string): Place | undefined {
  const places = allPlaces(index);
  return places.find((place) => place.page.slug === slug) ?? places.find((place) => place.topic.slug === slug);
}

/** The closest written notes before and after a page. */
export function neighbours(places: readonly Place[], slug: string): { readonly prev: Leaf | undefined; readonly next: Leaf | undefined } {
  const at = places.findIndex((place) => place.page.slug === slug);
  const written = (place: Place): boolean => place.page.hasNote;
  return {
    prev: at < 0 ? undefined : places.slice(0, at).filter(written).at(-1)?.page,
    next: at < 0 ? undefined : places.slice(at + 1).find(written)?.page,
  };
}

/** Where reading goes on: the note last open if it is unread, else the next unread note after it, else the first unread one, else the last one again. */
export function continueAt(index: ContentIndex, last: string | undefined, read: ReadonlySet<string>): Leaf | undefined {
  const notes = allPlaces(index).flatMap(({ page }) => (page.hasNote ? [page] : []));
  const at = notes.findIndex((page) => page.slug === last);
  const unread = (page: Leaf): boolean => !read.has(page.slug);
  return notes.slice(Math.max(at, 0)).find(unread) ?? notes.find(unread) ?? notes[Math.max(at, 0)];
}
