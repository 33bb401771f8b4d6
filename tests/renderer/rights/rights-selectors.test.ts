import { addDays, localDate } from '#domain/calendar/local-date'
import { RULE_GROUPS } from '#domain/rules/rule'
import { describe, expect, it } from 'vitest'
import { fromText, ruleSections, ruleView, staleCount } from '../../../src/renderer/features/rights/rights-selectors'
import { ruleBook } from '../../../src/renderer/rule-book'

const today = localDate('2026-11-24')
const rule = (id: string) => ruleBook.rules.find((candidate) => candidate.id === id)!
const ids = (query: string) => ruleSections(ruleBook, query, null).flatMap(({ rules }) => rules.map(({ id }) => id))

describe('the rules of the room', () => {
  it('are all there, in the order of the groups, when nothing is asked', () => {
    const sections = ruleSections(ruleBook, ' ', null)
    expect(sections.map(({ group }) => group)).toEqual([...RULE_GROUPS])
    expect(sections.flatMap(({ rules }) => rules)).toHaveLength(ruleBook.rules.length)
  })

  it('are found by words of either language, by document, number and article, typed wide or narrow', () => {
    expect(ids('砍头息')).toContain('upfront-deduction')
    expect(ids('four times lpr')).toContain('private-lending-line')
    expect(ids('法发〔2017〕22号')).toEqual(['court-24-percent'])
    expect(ids('金规〔2025〕９号')).toEqual(['loan-facilitation'])
    expect(ids('民法典 670')).toEqual(['upfront-deduction'])
    expect(ids('no such words')).toEqual([])
  })

  it('stay within a chosen group', () => {
    expect(ruleSections(ruleBook, '', 'card').map(({ group }) => group)).toEqual(['card'])
    expect(ruleSections(ruleBook, '砍头息', 'card')).toEqual([])
  })
})

describe('a rule as it stands', () => {
  it('is in force, not yet, or over by date', () => {
    const sheet = rule('cost-disclosure-sheet')
    expect(ruleView(ruleBook, sheet, localDate('2026-07-31')).standing).toBe('notYet')
    expect(ruleView(ruleBook, sheet, localDate('2026-08-01')).standing).toBe('inForce')
    const repair = ruleView(ruleBook, rule('one-off-repair'), today)
    expect(repair).toMatchObject({ standing: 'over', period: { to: '2026-03-31' } })
  })

  it('cites the paper of the period it shows', () => {
    const numbers = (on: string) =>
      ruleView(ruleBook, rule('overdraft-rate'), localDate(on)).citations.map(({ document }) => document.id)
    expect(numbers('2020-12-31')).toEqual(['card-notice-2016'])
    expect(numbers('2021-01-01')).toEqual(['card-notice-2020'])
  })

  it('asks to confirm past its review date, and the room counts how many do', () => {
    const { reviewBy } = rule('lpr-1y')
    expect(ruleView(ruleBook, rule('lpr-1y'), reviewBy).isStale).toBe(false)
    expect(ruleView(ruleBook, rule('lpr-1y'), addDays(reviewBy, 1)).isStale).toBe(true)
    expect(staleCount(ruleBook, today)).toBe(0)
    expect(staleCount(ruleBook, localDate('2099-01-01'))).toBe(ruleBook.rules.length)
  })

  it('shows a first day as exactly as it is known', () => {
    const from = localDate('2017-08-01')
    expect(fromText({ from, fromPrecision: 'day' })).toBe('2017-08-01')
    expect(fromText({ from, fromPrecision: 'month' })).toBe('2017-08')
    expect(fromText({ from, fromPrecision: 'year' })).toBe('2017')
    expect(fromText({ from: null, fromPrecision: 'day' })).toBeNull()
  })
})
