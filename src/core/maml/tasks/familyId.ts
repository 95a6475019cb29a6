// The names of the task families, stable forever: settings, records and exports carry them.

export const FAMILY_IDS = ['sinusoid', 'symbols', 'images', 'navigation', 'bowls'] as const;
export type FamilyId = (typeof FAMILY_IDS)[number];
