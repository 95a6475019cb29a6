// What the two kinds of task need of the page around them.
import type { FamilyId } from '../../../core/maml/tasks/familyId';
import type { TryAsk } from '../../../protocol/mamlTry';
import type { TryLook } from './tryLook';

export interface TryActions {
  readonly look: TryLook;
  readonly ask: (ask: TryAsk) => void;
  readonly train: (family: FamilyId, size: { readonly ways?: number; readonly shots?: number }) => void;
}
