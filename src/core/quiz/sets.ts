// Questions that share a premise follow each other wherever questions are put in order.

/** Which set a question belongs to, and at which place of it. */
export interface InSet {
  readonly id: string;
  readonly place: number;
}

/** The ids with the members of each set brought together at the first one's place, in the order of the set. */
export function keepSetsTogether(ids: readonly string[], setOf: ReadonlyMap<string, InSet | undefined>): string[] {
  const members = new Map<string, string[]>();
  for (const id of ids) {
    const set = setOf.get(id);
    if (set) members.set(set.id, [...(members.get(set.id) ?? []), id]);
  }
  const placeOf = (id: string) => setOf.get(id)?.place ?? 0;
  return ids.flatMap((id) => {
    const own = members.get(setOf.get(id)?.id ?? '');
    if (!own) return [id];
    return own[0] === id ? [...own].sort((a, b) => placeOf(a) - placeOf(b)) : [];
  });
}
