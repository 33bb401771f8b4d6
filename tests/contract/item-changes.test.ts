import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyItemChanges, type ItemChange } from '#contract/item-changes'
import { changesBetween, inverse } from '#services/document/changes'
import { emptyDocument } from '#services/document/empty-document'

interface Noted {
  readonly id: string
  readonly note: number
}

const items = (ids: readonly string[], note: number): readonly Noted[] => ids.map((id) => ({ id, note }))

/** What one change after another would give: slow, and plainly right. */
function oneByOne(start: readonly Noted[], changes: readonly ItemChange[]): readonly unknown[] {
  const list: { readonly id: string }[] = [...start]
  for (const { id, index, after } of changes) {
    const at = list.findIndex((item) => item.id === id)
    if (after === null) list.splice(at, 1)
    else if (at >= 0) list[at] = after
    else list.splice(index, 0, after)
  }
  return list
}

const EMPTY = emptyDocument(0)

const ids: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n'),
  {
    maxLength: 12,
  },
)

test('all at once is what one after the other gives, there and back', () => {
  fc.assert(
    fc.property(ids, ids, (was, is) => {
      const [before, after] = [items(was, 1), is.map((id) => items([id], was.includes(id) && id < 'h' ? 1 : 2)[0]!)]
      const as = (list: readonly Noted[]) => ({ ...EMPTY, contacts: list as never })
      const kept = after.filter(({ id }) => was.includes(id)).map(({ id }) => id)
      // Commands keep the order of what stays.
      fc.pre(kept.join() === was.filter((id) => is.includes(id)).join())
      const changes = changesBetween(as(before), as(after)) as unknown as ItemChange[]
      expect(applyItemChanges(before, changes)).toEqual(after)
      expect(oneByOne(before, changes)).toEqual(after)
      const back = inverse(changes as never) as unknown as ItemChange[]
      expect(applyItemChanges(after, back)).toEqual(oneByOne(after, back))
      expect(applyItemChanges(after, back)).toEqual(before)
    }),
    { numRuns: 2000 },
  )
})

test('a change that does not fit is told', () => {
  const list = items(['a'], 1)
  const change = (id: string, before: Noted | null): ItemChange => ({ id, index: 0, before, after: { id } })
  expect(applyItemChanges(list, [change('a', null)])).toBeNull()
  expect(applyItemChanges(list, [change('b', { id: 'b', note: 1 })])).toBeNull()
})
