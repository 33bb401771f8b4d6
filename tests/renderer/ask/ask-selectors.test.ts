import { solveAsk } from '#domain/ask/solve-ask'
import { localDate } from '#domain/calendar/local-date'
import { letterInput } from '#domain/letter/letter-input'
import { composeProposal } from '#domain/letter/compose-proposal'
import { cannotPayFigures } from '#domain/plan/cannot-pay'
import { sampleCase } from '#domain/sample/sample-case'
import zhCN from '#resources/sample-case/zh-CN.json'
import { describe, expect, it } from 'vitest'
import { askInput, FIRST_CHOICES, gapOf, thereIs } from '../../../src/renderer/features/ask/ask-selectors'
import { horizonOf, openLoans, planInput } from '../../../src/renderer/features/plan/plan-selectors'
import { newProposal, wordsOf } from '../../../src/renderer/features/proposals'

const on = localDate('2026-11-24')
const document = sampleCase(zhCN, on)
const { open } = openLoans(document, on)
const figures = cannotPayFigures(planInput({ document, open, on, horizonMonths: horizonOf(open) }, 'minimumsOnly'))
const plan = { open, on, document, figures }
const ids = open.map(({ loan }) => loan.id)

describe('the question put to the solver', () => {
  it('holds only what the person laid down', () => {
    const [first = '', second = '', third = ''] = ids
    expect(askInput(plan, FIRST_CHOICES).limits).toEqual([])
    const { limits } = askInput(plan, { ...FIRST_CHOICES, pinned: [first], caps: { [second]: 12, [third]: 60 } })
    // Sixty is the product's own limit: no cap of the person's.
    expect(limits).toEqual([
      { loanId: first, isPinned: true, mostPeriods: null },
      { loanId: second, isPinned: false, mostPeriods: 12 },
    ])
  })

  it('survives the way to a worker', () => {
    const input = askInput(plan, FIRST_CHOICES)
    expect(solveAsk(structuredClone(input))).toEqual(solveAsk(input))
  })

  it('stands on three numbers', () => {
    const { asksFen, givesFen, gapFen, arrearsFen } = gapOf(plan)
    expect({ asksFen, givesFen, gapFen }).toEqual({ asksFen: 616_414, givesFen: 390_000, gapFen: 226_414 })
    expect(arrearsFen).toBeGreaterThan(0)
  })
})

describe('the answer for the sample case', () => {
  const answer = solveAsk(askInput(plan, FIRST_CHOICES))

  it('lets every month be paid from what there is', () => {
    expect(answer.status).toBe('found')
    for (const month of answer.proof.months) {
      expect(month.shortFen).toBe(0)
      expect(thereIs(month) - month.requiredFen).toBe(month.closingCashFen)
    }
  })

  it('is printed by the letters to the fen', () => {
    for (const { loanId, request, arrangement } of answer.asked) {
      const item = open.find(({ loan }) => loan.id === loanId)
      if (!item) throw new Error('not open')
      const proposal = newProposal({ id: loanId, loan: item.loan, state: item.state, request, language: 'zh-CN', on })
      const input = letterInput({ ...document, proposals: [proposal] }, proposal, wordsOf('zh-CN'), on)
      if (!input.ok) throw new Error(input.error.code)
      expect(input.value.arrangement).toEqual(arrangement)
      expect(composeProposal(input.value).blocks.length).toBeGreaterThan(5)
    }
  })
})
