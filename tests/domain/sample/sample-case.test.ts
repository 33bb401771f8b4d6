import { expect, it } from 'vitest'
import { caseDocumentSchema } from '#contract/dto/case-document'
import { addMonths, localDate } from '#domain/calendar/local-date'
import { stateOn } from '#domain/loan/state-on'
import { typicalMonth } from '#domain/budget/month-budget'
import { documentIssues } from '#services/document/document-issues'
import { sampleIn } from '#services/sample'

const days = Array.from({ length: 30 }, (_, months) => addMonths(localDate('2026-11-24'), months))

it('is a valid case in both languages on any day', () => {
  for (const on of days)
    for (const language of ['zh-CN', 'en'] as const) {
      const document = sampleIn(language, on)
      expect(caseDocumentSchema.safeParse(document).error?.issues ?? []).toEqual([])
      expect(documentIssues(document)).toEqual([])
    }
})

it('always shows one loan two months overdue and four that are not', () => {
  for (const on of days) {
    const stages = sampleIn('zh-CN', on).loans.map((loan) => {
      const state = stateOn(loan, on)
      return state.ok ? state.value.stage : state.error.code
    })
    expect(stages.filter((stage) => stage === 'm2')).toHaveLength(1)
    expect(stages.filter((stage) => stage === 'current' || stage === 'dueSoon')).toHaveLength(4)
  }
})

it('leaves 3,900.00 a month for debts', () => {
  for (const on of days) expect(typicalMonth(sampleIn('zh-CN', on).budget, on).disposableFen).toBe(390_000)
})
