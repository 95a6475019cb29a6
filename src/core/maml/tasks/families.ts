// The table of task families: a new one is one file and one row.
import { sinusoid } from './sinusoid';
import type { FamilyId } from './familyId';
import type { TaskFamily } from './task';

const families = { sinusoid } satisfies Record<FamilyId, TaskFamily>;

export const familyOf = (id: FamilyId): TaskFamily => families[id];
