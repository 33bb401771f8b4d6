import { addMonths, localDate, monthIndex, type LocalDate } from '../calendar/local-date'
import type { CaseDocument } from '../case-document'
import { sampleBudget } from './sample-budget'
import { sampleLoans, type Shift } from './sample-loans'
import { sampleParties } from './sample-parties'
import type { SampleWords } from './sample-words'

/** The day the sample was written for. */
const ANCHOR = localDate('2026-11-24')

/**
 * A realistic, anonymous case with five debts, moved by whole months so that the overdue loan is always two months late.
 * The month changes with the 24th, the day of the month the figures were written for.
 */
export function sampleCase(words: SampleWords, today: LocalDate): CaseDocument {
  const months = monthIndex(today) - monthIndex(ANCHOR) - (today.slice(8) < ANCHOR.slice(8) ? 1 : 0)
  const shift: Shift = (text) => addMonths(localDate(text), months)
  return {
    schemaVersion: 1,
    revision: 0,
    settings: {
      sender: {
        name: words.sender.name,
        // Not a valid number: the check digit of a real one can never be this.
        idNumber: '320100199001011230',
        phone: '138 0000 0001',
        address: words.sender.address,
        email: 'sample@example.invalid',
        debitAccount: words.sender.debitAccount,
        answerWithinHours: 24,
      },
      isSample: true,
      hasStarted: true,
    },
    parties: sampleParties(words),
    loans: sampleLoans(words, shift),
    budget: sampleBudget(words),
    plan: { strategy: 'avalanche', ownOrder: [] },
    proposals: [],
  }
}
