import type { LocalDate } from '../calendar/local-date'
import { NO_CONTACTS_YET, SCHEMA_VERSION, type CaseDocument } from '../case-document'
import { sampleBudget } from './sample-budget'
import { sampleContacts } from './sample-contacts'
import { sampleLoans } from './sample-loans'
import { sampleParties } from './sample-parties'
import type { SampleWords } from './sample-words'

/**
 * A realistic, anonymous case with five debts as of any day: four paid up to today, one exactly two instalments behind
 * as its lender's app showed it yesterday.
 */
export function sampleCase(words: SampleWords, today: LocalDate): CaseDocument {
  return {
    schemaVersion: SCHEMA_VERSION,
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
      lprEntries: [],
    },
    parties: sampleParties(words),
    loans: sampleLoans(words, today),
    budget: sampleBudget(words),
    plan: { strategy: 'avalanche', ownOrder: [] },
    scenarios: [],
    planVersions: [],
    proposals: [],
    attachments: [],
    ...NO_CONTACTS_YET,
    contacts: sampleContacts(words, today),
  }
}
