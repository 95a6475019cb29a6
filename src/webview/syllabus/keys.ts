// The reader's shortcuts; all of them with Alt, so that no letter is taken from a screen reader or from typing.
import type { ReaderActions } from './parts';
import type { ReaderState } from './readerState';

export function listenToKeys(state: () => ReaderState, actions: ReaderActions): void {
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const { page, read } = state();
    const rows: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => actions.go('back'),
      ArrowRight: () => actions.go('forward'),
      ShiftArrowLeft: () => page?.prev && actions.open(page.prev.slug, ''),
      ShiftArrowRight: () => page?.next && actions.open(page.next.slug, ''),
      Enter: () => actions.mark(!read),
    };
    const act = rows[`${event.shiftKey ? 'Shift' : ''}${event.key}`];
    if (act === undefined) return;
    event.preventDefault();
    // VS Code listens further up for the same keys.
    event.stopPropagation();
    // A key that is held acts once: each mark is an entry of the record.
    if (!event.repeat) act();
  });
}
