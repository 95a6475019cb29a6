// The row of the form for a learner's own images: the folder in use, why another one would not do, and the way to choose.
import { html, type TemplateResult } from 'lit';
import type { ImagesView } from '../../../protocol/labForm';
import { fill } from '../../shared/words';
import { words } from './formStrings';

export interface ImagesRowProps {
  readonly images: ImagesView;
  readonly busy: boolean;
  readonly chooseImages: () => void;
}

export function imagesRow({ images: { folder, classes, problem }, busy, chooseImages }: ImagesRowProps): TemplateResult {
  const described = problem === null ? 'images-folder help-images' : 'images-folder help-images error-images';
  return html`<div class="setting images" role="group" aria-labelledby="images-label">
    <span id="images-label">${words.imagesFolder}</span>
    <div class="folder">
      <span id="images-folder" title=${folder?.path ?? ''}>${folder?.name ?? words.imagesNone}</span>
      <button
        type="button"
        class="button secondary"
        id="choose-images"
        aria-describedby=${described}
        ?disabled=${busy}
        @click=${chooseImages}
      >
        <i class="codicon codicon-folder-opened"></i>${folder === null ? words.imagesChoose : words.imagesChooseOther}
      </button>
    </div>
    <p class="help muted" id="help-images">
      ${folder === null || classes === null ? words.imagesHelp : fill(words.imagesClasses, classes.all, classes.test)}
    </p>
    ${problem === null ? null : html`<p class="refusal" role="alert" id="error-images">${fill(words.imagesProblem, problem.name, problem.sentence)}</p>`}
  </div>`;
}
