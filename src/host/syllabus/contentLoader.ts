// Reads the compiled content of dist/content: decoded at the edge, each file once.
import * as vscode from 'vscode';
import type { ContentIndex } from '../../core/syllabus/contentIndex';
import { allPlaces } from '../../core/syllabus/outlineWalk';
import type { Page } from '../../core/syllabus/page';
import { createSearch, type Search } from '../../core/syllabus/search';
import type { TermEntry, TermsFile } from '../../core/syllabus/termIndex';
import type { Question, QuestionFile } from '../../core/quiz/question';
import { decodeIndexFile, decodePageFile, decodeQuestionFile, decodeSearchFile, decodeTermsFile } from '../../protocol/syllabus';
import { messageOf } from '../messageOf';

/** A topic with questions, as the quiz room asks for them. */
export interface TopicWithQuestions {
  readonly slug: string;
  readonly title: string;
  readonly questionCount: number;
  /** Title of the chapter, or of the item that the topic belongs to. */
  readonly group: string;
  /** Number of the area of the syllabus, such as 3. */
  readonly area: string;
  readonly areaTitle: string;
  /** Whether the exam asks it. */
  readonly inExam: boolean;
}

export interface Content {
  index(): Promise<ContentIndex>;
  /** A page of the reader; undefined for a slug that the outline does not know. The slug of a chapter gives its first note. */
  page(slug: string): Promise<Page | undefined>;
  /** Every topic that has questions, in the order of the syllabus. */
  topics(): Promise<readonly TopicWithQuestions[]>;
  /** Every page that the exam asks, with or without questions, and the area that it belongs to. */
  examPages(): Promise<readonly { readonly slug: string; readonly area: string }[]>;
  /** The questions of one topic; none for a topic without a file. */
  questions(slug: string): Promise<readonly Question[]>;
  /** Searches notes, terms and questions; its index is read the first time it is asked for. */
  search(): Promise<Search>;
  /** The index of terms, sorted by reading. */
  terms(): Promise<readonly TermEntry[]>;
  /** A note as plain Markdown; undefined where there is none. */
  markdown(slug: string): Promise<string | undefined>;
  /** Title of any page by its slug; the slug itself where there is none. */
  noteTitle(slug: string): Promise<string>;
}

type Decode<T> = (text: string, file: string) => T;

/** Reads a file as JSON and decodes it. */
const json =
  <T>(decodeFile: (value: unknown, file: string) => T): Decode<T> =>
  (text, file) =>
    decodeFile(JSON.parse(text), file);

/** Reads files of one kind, each once; one that could not be read is tried again when it is asked for again. */
function fileReader<T>(extensionUri: vscode.Uri, decodeFile: Decode<T>): (file: string) => Promise<T> {
  const files = new Map<string, Promise<T>>();
  const read = async (file: string): Promise<T> => {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'content', file));
      return decodeFile(new TextDecoder().decode(bytes), `content/${file}`);
    } catch (error) {
      const reason = messageOf(error);
      throw new Error(vscode.l10n.t('The content file {0} cannot be read: {1} Install the extension again.', file, reason), {
        cause: error,
      });
    }
  };
  return (file) => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const loading = read(file);
    files.set(file, loading);
    loading.catch(() => files.delete(file));
    return loading;
  };
}

/** The content of the extension at `extensionUri`; every promise rejects with a sentence that names a file that is missing or damaged. */
export function createContent(extensionUri: vscode.Uri): Content {
  const indexFile = fileReader<ContentIndex>(extensionUri, json(decodeIndexFile));
  const pageFile = fileReader<Page>(extensionUri, json(decodePageFile));
  const questionFile = fileReader<QuestionFile>(extensionUri, json(decodeQuestionFile));
  const termsFile = fileReader<TermsFile>(extensionUri, json(decodeTermsFile));
  const searchFile = fileReader<Search>(extensionUri, (text, file) => createSearch(decodeSearchFile(JSON.parse(text), file)));
  const markdownFile = fileReader<string>(extensionUri, (text) => text);

  const index = (): Promise<ContentIndex> => indexFile('index.json');
  const places = async () => allPlaces(await index());

  return {
    index,
    async page(slug) {
      const all = await places();
      const place = all.find(({ page }) => page.slug === slug) ?? all.find(({ topic }) => topic.slug === slug);
      return place && pageFile(`notes/${place.page.slug}.json`);
    },
    async topics() {
      return (await places()).flatMap(({ area, topic, item, page }) =>
        page.questions === 0
          ? []
          : [
              {
                slug: page.slug,
                title: page.title,
                questionCount: page.questions,
                group: topic.chapter.length > 0 ? topic.title : item.title,
                area: area.ref,
                areaTitle: area.title,
                inExam: page.scope === 'exam',
              },
            ],
      );
    },
    async examPages() {
      return (await places()).flatMap(({ area, page }) => (page.scope === 'exam' ? [{ slug: page.slug, area: area.ref }] : []));
    },
    async questions(slug) {
      const known = (await places()).some(({ page }) => page.slug === slug && page.questions > 0);
      return known ? (await questionFile(`questions/${slug}.json`)).questions : [];
    },
    search: () => searchFile('search.json'),
    async terms() {
      return (await termsFile('terms.json')).terms;
    },
    async markdown(slug) {
      const known = (await places()).some(({ page }) => page.slug === slug && page.hasNote);
      return known ? markdownFile(`markdown/${slug}.md`) : undefined;
    },
    async noteTitle(slug) {
      return (await places()).find(({ page }) => page.slug === slug)?.page.title ?? slug;
    },
  };
}
