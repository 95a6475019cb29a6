// What is known and gathered while one text is rendered: the plugins of the Markdown renderer share it.
import type { Report } from './problems';
import type { StyleClasses } from './styleClasses';

export interface Heading {
  readonly level: 2 | 3;
  readonly anchor: string;
  readonly html: string;
}

/** A link to a note: `slug` is empty for the note itself, `anchor` for its top. */
export interface NoteLink {
  readonly slug: string;
  readonly anchor: string;
  readonly line: number;
}

export interface Rendering {
  /** Counts lines from 0 at the text's first line. */
  readonly report: Report;
  readonly classes: StyleClasses;
  /** Headings, actions and details belong to notes only. */
  readonly kind: 'note' | 'question';
  readonly headings: Heading[];
  readonly links: NoteLink[];
  /** The actions that stand in the text, such as `action:demo`. */
  readonly actions: Set<string>;
  figures: number;
}

/** A rendering that has gathered nothing yet. */
export const startRendering = (kind: Rendering['kind'], report: Report, classes: StyleClasses): Rendering => ({
  kind,
  report,
  classes,
  headings: [],
  links: [],
  actions: new Set(),
  figures: 0,
});
