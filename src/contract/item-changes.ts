interface Item {
  readonly id: string
}

/** One item of a collection, before and after: null where it was added or removed. */
export interface ItemChange {
  readonly id: string
  /** Where it stands after the change; of a removed one, where it stood. */
  readonly index: number
  readonly before: Item | null
  readonly after: Item | null
}

/**
 * A collection after the changes of one command, in one pass however many they are. Null: a change does not fit, as an item
 * that should be there is not, or the other way round.
 */
export function applyItemChanges(items: readonly Item[], changes: readonly ItemChange[]): readonly Item[] | null {
  const changed = new Map(changes.map((change) => [change.id, change]))
  const there = new Set<string>()
  const kept: Item[] = []
  for (const item of items) {
    const change = changed.get(item.id)
    if (change) there.add(item.id)
    if (!change) kept.push(item)
    else if (change.after) kept.push(change.after)
  }
  if (changes.some(({ id, before }) => there.has(id) !== (before !== null))) return null
  const added = changes.filter(({ before, after }) => before === null && after !== null)
  if (added.length === 0) return kept
  added.sort((left, right) => left.index - right.index)
  const merged: Item[] = []
  let next = 0
  for (const { index, after } of added) {
    const room = Math.max(0, index - merged.length)
    for (const item of kept.slice(next, next + room)) merged.push(item)
    next = Math.min(kept.length, next + room)
    if (after) merged.push(after)
  }
  for (const item of kept.slice(next)) merged.push(item)
  return merged
}

/** Changes of one collection together, in the order given. */
export function byCollection<C extends ItemChange & { readonly collection: string }>(
  changes: readonly C[],
): ReadonlyMap<C['collection'], readonly C[]> {
  const groups = new Map<C['collection'], C[]>()
  for (const change of changes) {
    const group = groups.get(change.collection)
    if (group) group.push(change)
    else groups.set(change.collection, [change])
  }
  return groups
}

/** Items by the order of their ids; one that is not named stays behind those that are. */
export function inOrderOf<T extends Item>(items: readonly T[], ids: readonly string[]): readonly T[] {
  const place = new Map(ids.map((id, at) => [id, at]))
  const of = ({ id }: T): number => place.get(id) ?? ids.length
  return [...items].sort((left, right) => of(left) - of(right))
}
