import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import { checkContacts } from '#domain/contact/check-contacts'
import type { Contact } from '#domain/contact/contact'
import type { ContactFacts } from '#domain/contact/contact-predicates'
import type { Rule } from '#domain/rules/rule'
import { ruleBook } from '../../resources/rule-files'
import { aContact, asLine, expectedIn, monthOf } from './months'

const { rules } = ruleBook
const UNKNOWN: ContactFacts = {
  institutionOf: ({ byPartyId }) => byPartyId,
  isKeptInstalment: () => null,
  hasEvidence: () => false,
}
const predicatesOf = (contacts: readonly Contact[], facts = UNKNOWN): readonly string[] =>
  checkContacts(contacts, rules, facts).map(({ predicate }) => predicate)

describe('a month of 240 contacts from nine numbers', () => {
  const { contacts, facts } = monthOf('month.csv')

  it('has 240 contacts, nine numbers', () => {
    expect(contacts).toHaveLength(240)
    expect(new Set(contacts.map(({ number }) => number).filter((number) => number !== '')).size).toBe(9)
  })

  it('gives exactly the findings that were planted in it', () => {
    expect(checkContacts(contacts, rules, facts).map(asLine)).toEqual(expectedIn('month-findings.csv'))
  })

  it('control: with a line moved by one, or an hour, the lists differ', () => {
    const moved = (id: string, value: Rule['values'][number]['value']): readonly Rule[] =>
      rules.map((rule) =>
        rule.id === id ? { ...rule, values: rule.values.map((period) => ({ ...period, value })) } : rule,
      )
    const others = [
      moved('quiet-hours', { kind: 'hours', from: '21:59', to: '08:00' }),
      moved('quiet-hours', { kind: 'hours', from: '22:00', to: '08:01' }),
      moved('three-calls-a-day', { kind: 'count', bound: 'atMost', count: 2, unit: 'answeredCallADay' }),
      moved('three-calls-a-day', { kind: 'count', bound: 'atMost', count: 4, unit: 'answeredCallADay' }),
      moved('six-dials-a-day', { kind: 'count', bound: 'atMost', count: 5, unit: 'unansweredCallADay' }),
      moved('visits', { kind: 'count', bound: 'atLeast', count: 1, unit: 'visitor' }),
    ]
    const expected = expectedIn('month-findings.csv')
    for (const changed of others) expect(checkContacts(contacts, changed, facts).map(asLine)).not.toEqual(expected)
  })

  it('does not depend on the order in which it was recorded', () => {
    const backwards = [...contacts].reverse()
    const told = (found: readonly string[]) => [...found].sort()
    expect(
      told(
        checkContacts(backwards, rules, facts).map(
          ({ on, predicate, contactIds }) => `${on} ${predicate} ${[...contactIds].sort().join(' ')}`,
        ),
      ),
    ).toEqual(
      told(
        checkContacts(contacts, rules, facts).map(
          ({ on, predicate, contactIds }) => `${on} ${predicate} ${[...contactIds].sort().join(' ')}`,
        ),
      ),
    )
  })
})

describe('a clean month, up to every line', () => {
  it('gives none', () => {
    const { contacts, facts } = monthOf('clean-month.csv')
    expect(contacts.length).toBeGreaterThan(180)
    expect(checkContacts(contacts, rules, facts)).toEqual([])
  })
})

describe('what a rule does not say', () => {
  it('is not said of days before it was in force', () => {
    const night = (on: string) => aContact({ on: localDate(on), time: '23:00' })
    expect(predicatesOf([night('2025-02-27')])).toEqual([])
    expect(predicatesOf([night('2025-02-28')])).toEqual(['T1'])
    const visit = { people: 1, showedCredentials: null, cameInWithoutConsent: null }
    expect(predicatesOf([aContact({ on: localDate('2026-01-29'), channel: 'visit', visit })])).toEqual([])
  })

  it('is not concluded from what nobody noticed', () => {
    const visit = { people: null, showedCredentials: null, cameInWithoutConsent: null }
    expect(
      predicatesOf([aContact({ time: null }), aContact({ channel: 'visit', visit }), aContact({ isAnswered: null })]),
    ).toEqual([])
  })

  it('is never held against what the person did', () => {
    expect(
      predicatesOf([aContact({ direction: 'out', time: '23:00', reached: 'family', tags: ['debtDisclosed'] })]),
    ).toEqual([])
  })
})

it('counts all numbers of one institution together, and numbers nobody knows one by one, saying so', () => {
  const calls = (numbers: readonly string[], byPartyId: string | null) =>
    numbers.map((number, at) => aContact({ id: `c${at}`, time: `1${at}:00`, number, byPartyId }))
  expect(predicatesOf(calls(['1', '2', '3', '4'], 'bank'))).toEqual(['T2'])
  expect(predicatesOf(calls(['1', '2', '3', '4'], null))).toEqual([])
  const [alone] = checkContacts(calls(['1', '1', '1', '1'], null), rules, UNKNOWN)
  expect(alone?.open).toContain('institution')
  expect(predicatesOf(calls(['', '', '', ''], null))).toEqual([])
})

it('asks whether the debtor could be reached before it says anything of a third person', () => {
  const toMother = (wasReachable: boolean | null) => aContact({ reached: 'family', person: '妈妈', wasReachable })
  const certainties = (contact: Contact) => checkContacts([contact], rules, UNKNOWN).map(({ certainty }) => certainty)
  expect(certainties(toMother(true))).toEqual(['suspected'])
  expect(certainties(toMother(null))).toEqual(['unclear'])
  expect(certainties(toMother(false))).toEqual([])
  expect(certainties({ ...toMother(true), isDebtRelated: true })).toEqual([])
})

it('finds collecting under agreed card instalments only where they are known to be kept', () => {
  const kept = (isKept: boolean | null) => predicatesOf([aContact()], { ...UNKNOWN, isKeptInstalment: () => isKept })
  expect([kept(true), kept(false), kept(null)]).toEqual([['T9'], [], []])
})
