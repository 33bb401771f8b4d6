import { describe, expect, it } from 'vitest'
import { localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { livedCost } from '#domain/loan/lived-cost'
import { stateOn } from '#domain/loan/state-on'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { headlineRate } from '#domain/rate/effective-annual'
import { aLoan, paid, stated } from './a-loan'

function lived(loan: Loan, on: string) {
  const state = stateOn(loan, localDate(on))
  if (!state.ok) throw new Error(state.error.code)
  return livedCost(loan, state.value)
}

describe('the cost as it was lived', () => {
  it('is the contract’s while everything is paid on its day', () => {
    const loan = aLoan({ events: [paid('a', '2026-02-15', 106_619), paid('b', '2026-03-15', 106_619)] })
    const contract = trueCost(loan)
    if (!contract.ok) throw new Error(contract.error.code)
    expect(lived(loan, '2026-03-20')).toEqual({
      nominalApr: contract.value.nominalApr,
      effectiveAnnual: contract.value.effectiveAnnual,
      paidFen: 2 * 106_619,
      costFen: contract.value.costFen,
    })
  })

  it('counts what lateness added, and paying early makes it cheaper', () => {
    const punctual = lived(aLoan(), '2026-02-15')
    const late = lived(aLoan(), '2026-06-15')
    expect(late?.costFen).toBeGreaterThan(punctual?.costFen ?? 0)
    const early = aLoan({
      events: [
        { kind: 'payment', id: 'e', on: localDate('2026-01-25'), amountFen: fen(600_000), note: '', purpose: 'prepay' },
      ],
    })
    expect(lived(early, '2026-02-01')?.costFen).toBeLessThan(punctual?.costFen ?? 0)
  })

  it('counts money received, so an upfront deduction and a fee in cash make it dearer', () => {
    const rateOf = (loan: Loan) => headlineRate(lived(loan, '2026-01-20')?.effectiveAnnual ?? { kind: 'none' }) ?? 0
    const fee = { id: 'f', name: 'f', amountFen: fen(120_000), timing: 'upfront' } as const
    const [plain, deducted, charged] = [
      rateOf(aLoan()),
      rateOf(aLoan({ receivedFen: fen(1_080_000) })),
      rateOf(aLoan({ recurringFees: [fee] })),
    ]
    expect(deducted).toBeGreaterThan(plain)
    expect(charged).toBeCloseTo(deducted, 12)
  })

  it('is not known where history before the lender’s figures is missing', () => {
    const loan = aLoan({ events: [stated('2026-03-01', { principalFen: fen(1_000_000) })] })
    expect(lived(loan, '2026-03-20')).toBeNull()
    const onDemand = aLoan({
      terms: { kind: 'informal', principalFen: fen(100), drawnOn: localDate('2026-01-01'), rate: null, rows: [] },
    })
    expect(lived(onDemand, '2026-03-20')).toBeNull()
  })
})
