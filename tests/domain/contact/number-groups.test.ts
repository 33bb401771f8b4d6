import { expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { numberGroups } from '#domain/contact/number-groups'
import { aContact } from './a-contact'

const of = (number: string, on: string, time: string | null = '10:00') => aContact({ number, on: localDate(on), time })

test('one number in three writings is one group, with its first and last contact', () => {
  const groups = numberGroups(
    [
      of('+86 138 0000 0001', '2026-11-03'),
      of('13800000001', '2026-11-05', '21:00'),
      of('008613800000001', '2026-11-05', '9:00'),
    ],
    [],
  )
  expect(groups).toMatchObject([
    { number: { key: '13800000001' }, count: 3, first: '2026-11-03', last: '2026-11-05', known: null },
  ])
})

test('a masked number may be others, and they may be it; a hidden one is no group', () => {
  const groups = numberGroups(
    [
      of('138****0001', '2026-11-03'),
      of('13800000001', '2026-11-03'),
      of('13900000001', '2026-11-03'),
      of('-1', '2026-11-03'),
    ],
    [{ id: 'n', key: '13800000001', holder: 'collector', partyId: null, name: '' }],
  )
  expect(groups.map(({ number, maybe }) => [number.key, maybe])).toEqual([
    ['138****0001', ['13800000001']],
    ['13800000001', ['138****0001']],
    ['13900000001', []],
  ])
  expect(groups[1]?.known?.id).toBe('n')
})
