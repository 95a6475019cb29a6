// The reader: one panel that shows one page after another, and comes back at the same place after a reload.
import * as vscode from 'vscode';
import type { EventPayload } from '../../core/progress/events';
import type { RecordStore } from '../../core/progress/recordStore';
import type { Page } from '../../core/syllabus/page';
import { pageTop, type Spot } from '../../core/syllabus/readingHistory';
import { decodeFromReader, readPlaces, readRemembered, type FromReader, type ToReader } from '../../protocol/syllabus';
import { attachPage, panelIcon, pageRoots, type Page as PageBridge, type PageContext } from '../page';
import type { Content } from './contentLoader';
import { messageOf } from '../messageOf';

export const readerViewType = 'eShikaku.reader';
const placesKey = 'eShikaku.reader.places';
const fontSizeKey = 'eShikaku.reader.fontSize';

/** What the reader needs of its room. */
export interface ReaderContext extends PageContext {
  readonly content: Content;
  readonly record: RecordStore;
  /** Keeps how far down each page has been read. */
  readonly memory: vscode.Memento;
  /** Opens the learner's own note on a topic. */
  readonly openOwnNote: (slug: string) => Promise<unknown>;
  /** Told whenever a page comes on show. */
  readonly onShow: (slug: string) => void;
}

export class ReaderPanel implements vscode.Disposable {
  readonly #context: ReaderContext;
  readonly #disposables: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #page: PageBridge<ToReader> | undefined;
  #slug = '';
  /** Where in the page to go; spent as soon as the view has been told. */
  #anchor = '';
  /** Counts the wishes to see a page, so that one that loads slowly does not come on show after a later one. */
  #wishes = 0;
  /** Whether the view is there to hear: a hidden one is taken down and says `ready` when it comes back. */
  #listening = false;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#disposables = [
      context.record.onDidChange(() => this.#sendState()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(fontSizeKey)) this.#sendState();
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#panel?.dispose();
  }

  /**
   * Shows a page, in the open panel or a new one, and brings the panel to the front.
   * @throws Error when the outline has no such page
   */
  async open(slug: string, anchor = ''): Promise<string> {
    const [page, isLatest] = await this.#turnTo(slug, anchor);
    if (!isLatest) return page.slug;
    if (this.#panel === undefined) {
      const options = { enableScripts: true, enableFindWidget: true, localResourceRoots: pageRoots(this.#context.extensionUri) };
      this.#adopt(vscode.window.createWebviewPanel(readerViewType, page.title, vscode.ViewColumn.Active, options));
    } else {
      this.#panel.reveal(undefined, false);
      if (this.#listening) await this.#sendPage();
    }
    return page.slug;
  }

  /** The page that the panel shows; undefined while there is no panel. */
  get slug(): string | undefined {
    return this.#panel === undefined ? undefined : this.#slug;
  }

  /** The page, and whether no other has been wished for while it was loaded. */
  async #turnTo(slug: string, anchor: string): Promise<readonly [page: Page, isLatest: boolean]> {
    const wish = ++this.#wishes;
    const page = await this.#context.content.page(slug);
    if (page === undefined) throw new Error(vscode.l10n.t('There is no note “{0}”.', slug));
    if (wish !== this.#wishes) return [page, false];
    this.#slug = page.slug;
    this.#anchor = anchor;
    return [page, true];
  }

  /** Takes over a panel that VS Code kept across a reload, at the note that its view remembers, else at `fallback`. */
  restore(panel: vscode.WebviewPanel, state: unknown, fallback: string): void {
    // The learner was quicker than the editor and reads on already.
    if (this.#panel !== undefined) return void panel.dispose();
    this.#slug = readRemembered(state)?.here?.slug ?? fallback;
    this.#adopt(panel);
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#listening = false;
    panel.iconPath = panelIcon(this.#context.extensionUri);
    panel.onDidDispose(() => {
      this.#panel = this.#page = undefined;
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#listening = false;
      if (panel.active) this.#context.onShow(this.#slug);
    });
    this.#page = attachPage<FromReader, ToReader>(panel, this.#context, {
      name: 'syllabus',
      decode: decodeFromReader,
      receive: (message) => this.#receive(message).catch((error: unknown) => this.#complain(error)),
    });
  }

  #fontSize(): number {
    const size = vscode.workspace.getConfiguration().get<number>(fontSizeKey);
    return typeof size === 'number' && Number.isFinite(size) ? Math.min(28, Math.max(12, size)) : 16;
  }

  #places(): Readonly<Record<string, Spot>> {
    return readPlaces(this.#context.memory.get(placesKey));
  }

  #complain(error: unknown): void {
    this.#context.log.error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(messageOf(error));
  }

  async #sendPage(): Promise<void> {
    const { content, record, onShow, log } = this.#context;
    const slug = this.#slug;
    try {
      await record.ready().catch(() => undefined);
      const page = await content.page(slug);
      if (slug !== this.#slug) return;
      if (page === undefined) throw new Error(vscode.l10n.t('There is no note “{0}”.', slug));
      if (this.#panel !== undefined) this.#panel.title = page.title;
      this.#page?.post({
        type: 'page',
        page,
        anchor: this.#anchor,
        spot: this.#places()[page.slug] ?? pageTop,
        read: record.state.readNotes.has(page.slug),
        flagged: record.state.flaggedNotes.has(page.slug),
        fontSize: this.#fontSize(),
      });
      this.#anchor = '';
      onShow(page.slug);
      // The notes on either side are likely next: read now, they open without waiting for the disk.
      for (const near of [page.next, page.prev]) if (near !== null) void content.page(near.slug).catch(() => undefined);
    } catch (error) {
      log.error(error instanceof Error ? error : String(error));
      this.#page?.post({ type: 'trouble', sentence: messageOf(error) });
    }
  }

  #sendState(): void {
    if (this.#slug === '') return;
    this.#page?.post({
      type: 'state',
      slug: this.#slug,
      read: this.#context.record.state.readNotes.has(this.#slug),
      flagged: this.#context.record.state.flaggedNotes.has(this.#slug),
      fontSize: this.#fontSize(),
    });
  }

  async #receive(message: FromReader): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#listening = true;
        return this.#sendPage();
      case 'open': {
        const [, isLatest] = await this.#turnTo(message.slug, message.anchor);
        return isLatest ? this.#sendPage() : undefined;
      }
      case 'mark':
        return this.#append({ type: 'noteRead', slug: message.slug, read: message.read });
      case 'flag':
        return this.#append({ type: 'noteFlagged', slug: message.slug, flagged: message.flagged });
      case 'ownNote':
        return void (await this.#context.openOwnNote(message.slug));
      case 'scrolled': {
        const others = Object.entries(this.#places()).filter(([slug]) => slug !== message.slug);
        const { block, part } = message.spot;
        const place = block > 0 || part > 0 ? [[message.slug, message.spot] as const] : [];
        return this.#context.memory.update(placesKey, Object.fromEntries([...others, ...place]));
      }
      case 'search':
        return vscode.commands.executeCommand('eShikaku.search');
      case 'editCode':
        return this.#editCode(message.language, message.text);
      case 'quiz':
        return vscode.commands.executeCommand('eShikaku.startQuiz', message.slug);
      case 'demo':
        return vscode.commands.executeCommand('eShikaku.runMamlDemo');
      case 'lab':
        return vscode.commands.executeCommand('eShikaku.openLab');
      case 'debug':
        return vscode.commands.executeCommand('eShikaku.debugMaml');
      case 'copy':
        return vscode.env.clipboard.writeText(message.text);
    }
  }

  async #editCode(language: string, content: string): Promise<void> {
    const known = await vscode.languages.getLanguages();
    const document = await vscode.workspace.openTextDocument({ content, ...(known.includes(language) ? { language } : {}) });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
  }

  async #append(payload: EventPayload): Promise<void> {
    try {
      await this.#context.record.append(payload);
    } catch (error) {
      this.#sendState();
      throw error;
    }
  }
}
