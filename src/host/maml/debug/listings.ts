// The listings as read-only documents of the editor, with what a debugging editor shows in them: hovers and values beside the lines.
import * as vscode from 'vscode';
import { listingDocument, listingFile } from '../../../core/maml/debug/listingDocument';
import { ALGORITHM_IDS, type AlgorithmId } from '../../../core/maml/algorithms/algorithm';
import { decodeInlineValues } from '../../../protocol/debug';
import { interfaceLanguage } from '../../page';
import { DEBUG_TYPE, LISTING_LANGUAGE, LISTING_SCHEME } from './names';

export const listingUri = (algorithm: AlgorithmId): vscode.Uri =>
  vscode.Uri.from({ scheme: LISTING_SCHEME, path: `/${listingFile(algorithm)}` });

/** The algorithm whose listing a document is. */
export const listedAlgorithm = (uri: vscode.Uri): AlgorithmId | undefined =>
  ALGORITHM_IDS.find((id) => listingUri(id).toString() === uri.toString());

/** A name with what follows it: theta, phi.head, grads[0]. */
const EXPRESSION = /[A-Za-z_]\w*(?:\.\w+|\[[^\]]*\])*/g;

const hover: vscode.EvaluatableExpressionProvider = {
  provideEvaluatableExpression(document, position) {
    const line = document.lineAt(position.line).text;
    const code = line.split('#')[0] ?? '';
    for (const match of code.matchAll(EXPRESSION)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (position.character < from || position.character > to) continue;
      // Over the first word the word is meant, over a later one the whole.
      const word = /^\w+/.exec(match[0])?.[0] ?? match[0];
      const end = position.character <= from + word.length ? from + word.length : to;
      return new vscode.EvaluatableExpression(new vscode.Range(position.line, from, position.line, end));
    }
    return undefined;
  },
};

const beside: vscode.InlineValuesProvider = {
  async provideInlineValues(document) {
    const session = vscode.debug.activeDebugSession;
    if (session?.type !== DEBUG_TYPE) return [];
    const { path, values } = decodeInlineValues(await session.customRequest('inlineValues'));
    if (path !== document.uri.toString()) return [];
    return values.map(({ line, text }) => {
      const { range } = document.lineAt(line - 1);
      return new vscode.InlineValueText(new vscode.Range(range.start, range.end), text);
    });
  },
};

export function registerListings(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(LISTING_SCHEME, {
      provideTextDocumentContent: (uri) => {
        const algorithm = listedAlgorithm(uri);
        return algorithm === undefined ? '' : listingDocument(algorithm, interfaceLanguage()).text;
      },
    }),
    vscode.languages.registerEvaluatableExpressionProvider(LISTING_LANGUAGE, hover),
    vscode.languages.registerInlineValuesProvider(LISTING_LANGUAGE, beside),
  );
}
