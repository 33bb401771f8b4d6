import { expect, test } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { dayCounts, hourGrid, institutionCounts, peopleReached } from '#domain/contact/patterns'
import { aContact } from './a-contact'
import { monthOf } from './months'

const on = (day: string, change: Parameters<typeof aContact>[0] = {}) =>
  aContact({ on: localDate(day), byPartyId: 'bank', ...change })
const bank = () => 'bank'

test('each contact of theirs falls on its weekday and hour; what nobody remembers is counted apart', () => {
  const grid = hourGrid([
    on('2026-11-23', { time: '22:14' }),
    on('2026-11-23', { time: '22:59:59' }),
    on('2026-11-29', { time: '00:00' }),
    on('2026-11-24', { time: null }),
    on('2026-11-24', { direction: 'out' }),
  ])
  expect([grid.counts[0]?.[22], grid.counts[6]?.[0], grid.most, grid.withoutTime]).toEqual([2, 1, 2, 1])
  expect(grid.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(3)
})

test('every day between the first and the last stands there, with what the rules count', () => {
  const days = dayCounts(
    [
      on('2026-11-01', { isAnswered: true }),
      on('2026-11-01', { isAnswered: true }),
      on('2026-11-01', { isAnswered: false }),
      on('2026-11-03', { channel: 'sms', isAnswered: null }),
      on('2026-11-03', { isAnswered: true, reached: 'family' }),
    ],
    bank,
  )
  expect(days).toEqual([
    { on: '2026-11-01', all: 3, answered: 2, unanswered: 1 },
    { on: '2026-11-02', all: 0, answered: 0, unanswered: 0 },
    { on: '2026-11-03', all: 2, answered: 0, unanswered: 0 },
  ])
  expect(dayCounts([], bank)).toEqual([])
  expect(dayCounts([on('2020-01-01'), on('2026-01-01')], bank)).toHaveLength(400)
})

test('the month of 240 contacts is counted whole, by day, hour and institution', () => {
  const { contacts, facts } = monthOf('month.csv')
  const theirs = contacts.filter(({ direction }) => direction === 'in').length
  const grid = hourGrid(contacts)
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  expect(sum(grid.counts.flat()) + grid.withoutTime).toBe(theirs)
  expect(sum(dayCounts(contacts, facts.institutionOf).map(({ all }) => all))).toBe(theirs)
  expect(sum(institutionCounts(contacts, facts.institutionOf).map(({ count }) => count))).toBe(theirs)
})

test('people near the debtor: how often, since when, told of the debt or not, and when they said no', () => {
  const people = peopleReached([
    on('2026-11-01', { reached: 'family', person: '妈妈', tags: ['debtDisclosed'] }),
    on('2026-11-02', { reached: 'family', person: '妈妈', tags: ['thirdPersonRefused'] }),
    on('2026-11-03', { reached: 'family', person: '妈妈' }),
    on('2026-11-02', { reached: 'employer', person: '' }),
    on('2026-11-02', { reached: 'public', person: '' }),
    on('2026-11-02'),
  ])
  expect(people).toEqual([
    {
      reached: 'family',
      person: '妈妈',
      count: 3,
      first: '2026-11-01',
      last: '2026-11-03',
      disclosed: 1,
      refusedOn: '2026-11-02',
      isDebtRelated: false,
    },
    {
      reached: 'employer',
      person: '',
      count: 1,
      first: '2026-11-02',
      last: '2026-11-02',
      disclosed: 0,
      refusedOn: null,
      isDebtRelated: false,
    },
  ])
})
