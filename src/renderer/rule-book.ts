import card from '#resources/rules/card.json'
import collection from '#resources/rules/collection.json'
import complaint from '#resources/rules/complaint.json'
import contract from '#resources/rules/contract.json'
import court from '#resources/rules/court.json'
import creditRecord from '#resources/rules/credit-record.json'
import documents from '#resources/rules/documents.json'
import family from '#resources/rules/family.json'
import limitation from '#resources/rules/limitation.json'
import meta from '#resources/rules/meta.json'
import privacy from '#resources/rules/privacy.json'
import rates from '#resources/rules/rates.json'
import relief from '#resources/rules/relief.json'
import safety from '#resources/rules/safety.json'
import type { RuleBook } from '#domain/rules/rule'

const book: unknown = {
  ...meta,
  documents,
  rules: [
    ...rates,
    ...contract,
    ...limitation,
    ...card,
    ...collection,
    ...privacy,
    ...creditRecord,
    ...safety,
    ...complaint,
    ...court,
    ...family,
    ...relief,
  ],
}

/**
 * The rules the program was released with. They are data of the build, not input: `tests/resources/rules.test.ts` reads
 * the same files through the strict schema, so the page need not carry the parser.
 */
export const ruleBook = book as RuleBook
