import { listOf, recordOf, type Json, type MigrationStep } from '../migration-step'

/**
 * Version 2 writes what early payment does as terms of its own instead of one word, and keeps the user's LPR entries.
 * Everything else that is new in it (card, daily interest, traits of a contract, more events) may simply be absent.
 */
export const step0002: MigrationStep = (document) => ({
  ...document,
  schemaVersion: 2,
  settings: { ...recordOf(document['settings']), lprEntries: [] },
  loans: listOf(document['loans']).map((loan) => ({ ...loan, prepayment: prepaymentOf(loan['prepayment']) })),
})

const PREPAYMENT: Readonly<Record<string, Json>> = {
  byActualDays: { allowed: 'anytime', remainingFees: 'waived', effect: 'shortens' },
  feesStay: { allowed: 'anytime', remainingFees: 'due', effect: 'shortens' },
  notAllowed: { allowed: 'no', remainingFees: 'due', effect: 'shortens' },
}

/** A word that version 1 did not know is passed on for the schema to refuse. */
const prepaymentOf = (word: unknown): unknown => (typeof word === 'string' ? (PREPAYMENT[word] ?? word) : word)
