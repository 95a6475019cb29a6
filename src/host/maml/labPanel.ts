// The lab's panel: shows the session's picture and passes on what the learner asks for.
import * as vscode from 'vscode';
import { decodeToLabHost, type LabView, type ToLab, type ToLabHost } from '../../protocol/maml';
import { attachPage, panelIcon, type Page, type PageContext } from '../page';

export const LAB_VIEW_TYPE = 'eShikaku.lab';

/** What the panel needs done. */
export interface LabActions {
  view(): LabView | undefined;
  receive(message: ToLabHost): void | Promise<void>;
}

export class LabPanel {
  readonly #context: PageContext;
  readonly #actions: LabActions;
  #panel: vscode.WebviewPanel | undefined;
  #page: Page<ToLab> | undefined;
  /** What a view that is not there yet, or hidden and taken down, will be told once it has its picture; undefined while it listens. */
  #held: ToLab[] | undefined = [];

  constructor(context: PageContext, actions: LabActions) {
    this.#context = context;
    this.#actions = actions;
  }

  /** The column that the panel is in, if it is open. */
  get column(): vscode.ViewColumn | undefined {
    return this.#panel?.viewColumn;
  }

  /** Opens the panel (in the column given) or brings it to the front. */
  reveal(column = vscode.ViewColumn.Active): void {
    if (this.#panel !== undefined) return this.#panel.reveal(undefined, true);
    const place = { viewColumn: column, preserveFocus: column !== vscode.ViewColumn.Active };
    this.adopt(vscode.window.createWebviewPanel(LAB_VIEW_TYPE, vscode.l10n.t('MAML Lab'), place));
  }

  get isOpen(): boolean {
    return this.#panel !== undefined;
  }

  /** Takes over a panel that VS Code has kept across a reload. */
  adopt(panel: vscode.WebviewPanel): void {
    this.#panel = panel;
    this.#held = [];
    panel.title = vscode.l10n.t('MAML Lab');
    panel.iconPath = panelIcon(this.#context.extensionUri);
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = this.#page = undefined;
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#held = [];
    });
    this.#page = attachPage<ToLabHost, ToLab>(panel, this.#context, {
      name: 'maml',
      decode: decodeToLabHost,
      receive: (message) => {
        if (message.type !== 'ready') return this.#actions.receive(message);
        const lab = this.#actions.view();
        if (lab !== undefined) this.#page?.post({ type: 'lab', lab });
        for (const held of this.#held ?? []) this.#page?.post(held);
        this.#held = undefined;
        return this.#actions.receive(message);
      },
    });
  }

  /** Sends something that is not part of the picture. */
  tell(message: ToLab): void {
    this.#page?.post(message);
  }

  /** Brings the panel to the front and has it do something once it can. */
  ask(message: ToLab): void {
    this.reveal();
    if (this.#held === undefined) this.tell(message);
    else this.#held.push(message);
  }

  /** Sends what has changed. */
  show(patch: Partial<LabView>): void {
    this.#page?.post({ type: 'patch', lab: patch });
  }
}
