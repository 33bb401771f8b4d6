import { expect, test } from 'vitest'
import { MONTHLY } from '#domain/calendar/cadence'
import { localDate } from '#domain/calendar/local-date'
import type { SolvedFigures } from '#domain/loan/solve-blank'
import type { LoanTerms, RecurringFee } from '#domain/loan/terms'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { buildSchedule } from '#domain/schedule/build-schedule'
import { emptyDraft } from '../../src/renderer/features/loan/loan-draft'
import { termsOf } from '../../src/renderer/features/loan/loan-from-draft'
import { solvedDraft } from '../../src/renderer/features/loan/solved-draft'
import { termsDraft } from '../../src/renderer/features/loan/terms-draft'

const today = localDate('2026-11-24')
const solved: SolvedFigures = {
  principalFen: fen(1_000_000),
  receivedFen: fen(900_000),
  rate: annualRate(0.12),
  periods: 12,
  instalmentFen: fen(88_849),
  feeFen: fen(100_000),
  solved: 'fee',
}
const other: RecurringFee = { id: 'x', name: 'x', amountFen: fen(500), timing: 'withFirst' }
const every: RecurringFee = { id: 'y', name: 'y', amountFen: fen(100), timing: 'everyInstalment' }

test('an upfront fee that was found becomes the difference between contract and received', () => {
  const filled = solvedDraft(emptyDraft(today), solved, 'upfront', () => 'new', 'found')
  expect(filled).toMatchObject({ principalFen: 1_000_000, receivedFen: 900_000, fees: [] })
})

test('a recurring fee that was found replaces the recurring ones only, and nothing when they already come to it', () => {
  const draft = { ...emptyDraft(today), fees: [other, every] }
  const filled = solvedDraft(draft, solved, 'everyInstalment', () => 'new', 'found')
  const found = { id: 'new', name: 'found', amountFen: fen(100_000), timing: 'everyInstalment' }
  expect(filled).toMatchObject({ receivedFen: null, fees: [other, found] })
  const same = solvedDraft(draft, { ...solved, feeFen: fen(100) }, 'everyInstalment', () => 'new', 'found')
  expect(same.fees).toEqual([other, every])
})

const common = {
  principalFen: fen(1_200_000),
  drawnOn: localDate('2026-01-15'),
  periods: 12,
  firstDueOn: localDate('2026-02-15'),
  cadence: MONTHLY,
}

test.each<LoanTerms>([
  { kind: 'levelInstalment', ...common, rate: annualRate(0.154), firstPeriod: 'whole' },
  { kind: 'flatFee', ...common, feeRate: annualRate(0.072), feeTiming: 'withFirst' },
  {
    kind: 'bullet',
    principalFen: common.principalFen,
    drawnOn: common.drawnOn,
    maturesOn: common.firstDueOn,
    rate: annualRate(0.1),
  },
  {
    kind: 'dailyBalance',
    ...common,
    rate: { partsPerTenMillion: 5000, per: 'day', dayBasis: 365 },
    repayment: 'level',
  },
  { kind: 'dailyBalance', ...common, rate: annualRate(0.12), repayment: 'equalPrincipal' },
])('the form filled with recovered terms ($kind) is a contract with the same rows', (terms) => {
  const filled = termsDraft(terms)
  const contract = termsOf({ ...emptyDraft(today), ...filled })
  if (!contract) throw new Error('the form is not complete')
  expect(buildSchedule(contract)).toEqual(buildSchedule(terms))
})
