// The table of task families: a new one is one file and one row.
import { bowls } from './bowls';
import { images } from './images';
import { navigation } from './navigation';
import { sinusoid } from './sinusoid';
import { symbols } from './symbols';
import type { FamilyId } from './familyId';
import type { TaskFamily } from './task';

const families = { sinusoid, symbols, images, navigation, bowls } satisfies Record<FamilyId, TaskFamily>;

export const familyOf = (id: FamilyId): TaskFamily => families[id];
