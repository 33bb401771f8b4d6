import { describe, expect, it } from 'vitest'
import { USUAL_KINDS, type AskKinds } from '#domain/ask/ask'
import { askLadder } from '#domain/ask/ask-options'
import { arrangedLine, contractLine } from '#domain/ask/payment-line'
import { relativeConcession } from '#domain/ask/relative-concession'
import { solveAsk } from '#domain/ask/solve-ask'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { simulatePlan } from '#domain/plan/simulate-plan'
import { annualRate } from '#domain/rate/interest-rate'
import { arrange } from '#domain/extension/arrange'
import { earning, levelLoan, NO_DEFAULT, TODAY, wage } from '../plan/a-plan'
import { baseRequest } from '../extension/asking'
import { stated } from '../loan/a-loan'
import { askLoanOf, askOf, manyLoans } from './asking'

const twelve = levelLoan('twelve', { principal: 1_200_000, bp: 1_200, periods: 12, dueIn: 20 })

describe('the relative concession', () => {
  it('is what a lender gets less, at its own rate, within the time of its contract', () => {
    const item = askLoanOf(twelve)
    const required = contractLine(item.loan, item.state)
    const of = (periods: number): number => {
      const made = arrange(item.loan, item.quoted, { ...baseRequest, rate: null, periods })
      if (!made.ok) throw new Error('refused')
      return relativeConcession(required, arrangedLine(made.value, TODAY), annualRate(0.12))
    }
    // 12,000.00 at 1 % a month: 1,066.19 over 12 months, 564.88 over 24, 266.93 over 60; the same months, the same rate.
    expect(of(12)).toBe(0)
    expect(of(24)).toBeCloseTo(1 - 564.88 / 1066.19, 3)
    expect(of(60)).toBeCloseTo(1 - 266.93 / 1066.19, 3)
  })
})

describe('what may be asked', () => {
  const overdue = levelLoan(
    'overdue',
    { principal: 1_000_000, bp: 1_540, periods: 10, dueIn: 12 },
    {
      defaultTerms: NO_DEFAULT,
      events: [
        stated('2026-11-24', {
          principalFen: fen(900_000),
          interestFen: fen(40_000),
          penaltyFen: fen(30_000),
          overduePrincipalFen: fen(300_000),
          nextDueOn: localDate('2026-12-06'),
          daysLate: 70,
        }),
      ],
    },
  )
  const offered = (kinds: Partial<AskKinds>) =>
    askLadder(askLoanOf(overdue), { on: TODAY, budget: earning(500_000, 10), kinds: { ...USUAL_KINDS, ...kinds } })

  it('is a longer term after payday unless more is put on the table', () => {
    const requests = offered({}).options.flatMap(({ arrangement }) => arrangement?.request ?? [])
    expect(requests.length).toBeGreaterThan(40)
    for (const request of requests)
      expect(request).toMatchObject({
        firstDueOn: '2026-12-12',
        rate: null,
        holidayPeriods: 0,
        interestOnlyPeriods: 0,
        waivePenaltyPer10000: 0,
        arrears: 'spread',
      })
    expect(requests.at(-1)?.periods).toBe(60)
  })

  it('holds each kind that is put on the table, with and without it', () => {
    const kinds = { holidayPeriods: 3, interestOnlyPeriods: 6, rate: annualRate(0.08), waivePenaltyPer10000: 5_000 }
    const requests = offered(kinds).options.flatMap(({ arrangement }) => arrangement?.request ?? [])
    const seen = <T>(pick: (request: (typeof requests)[number]) => T) => [...new Set(requests.map(pick))]
    expect(seen(({ holidayPeriods }) => holidayPeriods)).toEqual([0, 3])
    expect(seen(({ interestOnlyPeriods }) => interestOnlyPeriods)).toEqual([0, 6])
    expect(seen(({ rate }) => rate?.partsPerTenMillion ?? null)).toEqual([null, 800_000])
    expect(seen(({ waivePenaltyPer10000 }) => waivePenaltyPer10000)).toEqual([0, 5_000])
  })

  it('never asks for a rate above the contract’s, nor more than 60 instalments of a card', () => {
    const dearer = offered({ rate: annualRate(0.3) }).options
    expect(dearer.every(({ arrangement }) => (arrangement?.request.rate ?? null) === null)).toBe(true)
    const card = askLoanOf({ ...twelve, product: 'cardInstalment' })
    const limits = { loanId: 'twelve', isPinned: false, mostPeriods: 90 }
    const { options } = askLadder(card, { on: TODAY, budget: earning(0), kinds: USUAL_KINDS }, limits)
    expect(Math.max(...options.map(({ arrangement }) => arrangement?.request.periods ?? 0))).toBe(60)
  })

  it('knows who is overdue as asked already', () => {
    expect(offered({}).isAlreadyAsked).toBe(true)
    expect(askLadder(askLoanOf(twelve), { on: TODAY, budget: earning(0), kinds: USUAL_KINDS }).isAlreadyAsked).toBe(
      false,
    )
  })

  it('takes arrears as required now unless they are arranged', () => {
    const input = askOf([overdue, twelve], earning(200_000, 10))
    const kept = simulatePlan({ ...input, settings: { strategy: 'minimumsOnly', ownOrder: [] } })
    expect(kept.shortfallMonths[0]?.month).toBe('2026-11')
    const answer = solveAsk(input)
    expect(answer.status).toBe('found')
    expect(answer.asked.find(({ loanId }) => loanId === 'overdue')?.isAlreadyAsked).toBe(true)
    expect(answer.proof.shortfallMonths).toEqual([])
  })
})

describe('what would help when nothing is enough', () => {
  const loans = manyLoans(3)
  const asks = askOf(loans, earning(0)).loans.reduce((sum, { state }) => sum + state.nextDueFen, 0)
  const budget = earning(Math.round(asks * 0.62), 5)
  const pinned = (ids: readonly string[]) => ids.map((loanId) => ({ loanId, isPinned: true, mostPeriods: null }))

  it('is asking a lender that was left out, when that is what is missing', () => {
    const free = solveAsk(askOf(loans, budget))
    expect(free.status).toBe('found')
    const answer = solveAsk(askOf(loans, budget, { limits: pinned(loans.map(({ id }) => id)) }))
    expect(answer.status).toBe('short')
    expect(answer.asked).toEqual([])
    const remedies = answer.shortfall?.remedies ?? []
    expect(remedies.length).toBeGreaterThan(0)
    for (const remedy of remedies) {
      expect(remedy.perMonthFen).toBeLessThan(answer.shortfall?.perMonthFen ?? 0)
      if (remedy.kind !== 'unpin') continue
      const others = loans.map(({ id }) => id).filter((id) => id !== remedy.loanId)
      const less = solveAsk(askOf(loans, budget, { limits: pinned(others) }))
      // What is still missing then is what the remedy said.
      expect(less.shortfall?.perMonthFen ?? 0).toBe(remedy.perMonthFen)
    }
  })

  it('is a wider cap, or another kind on the table', () => {
    const capped = loans.map(({ id }, at) => ({ loanId: id, isPinned: false, mostPeriods: 8 + at * 5 }))
    const { shortfall } = solveAsk(askOf(loans, budget, { limits: capped }))
    expect(shortfall?.remedies.some(({ kind }) => kind === 'liftCap')).toBe(true)
    const none = solveAsk(askOf(loans, budget, { kinds: { ...USUAL_KINDS, longerTerm: false } }))
    expect(none.status).toBe('short')
    expect(none.shortfall?.remedies[0]).toEqual({ kind: 'allow', what: 'longerTerm', perMonthFen: 0 })
  })
})

describe('the days inside the month', () => {
  const loans = manyLoans(4)
  const asks = askOf(loans, earning(0)).loans.reduce((sum, { state }) => sum + state.nextDueFen, 0)

  it('hold no timing gap larger than the contracts would have', () => {
    for (const day of [1, 5, 10, 15, 20, 25]) {
      const food = { ...wage('food', 300_000, 1), side: 'essential' as const, category: 'food' as const }
      const budget = earning(Math.round(asks * 0.7) + 300_000, day)
      const answer = solveAsk(askOf(loans, { ...budget, lines: [...budget.lines, food] }))
      expect(answer.status).toBe('found')
      expect(answer.newTimingGaps).toEqual([])
      // Every lender is asked, and paid two days after payday: money is there on every due day.
      if (answer.asked.length === loans.length)
        expect(answer.proof.months.filter(({ timingGap }) => timingGap !== null)).toEqual([])
    }
  })

  it('name the months in which money comes after a due day that no request can move', () => {
    const budget = earning(Math.round(asks * 0.7), 31)
    const answer = solveAsk(askOf(loans, budget))
    expect(answer.status).toBe('found')
    expect(answer.newTimingGaps.length).toBeGreaterThan(0)
    const gaps = answer.proof.months.filter(({ timingGap }) => timingGap !== null).map(({ month }) => month)
    for (const month of answer.newTimingGaps) expect(gaps).toContain(month)
  })
})
