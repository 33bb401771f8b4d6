import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { CaseDocument } from '#domain/case-document'
import { fen } from '#domain/money/fen'
import { emptyDocument } from '#services/document/empty-document'
import { BANK, PROPOSAL } from '../../conformance/inputs'
import { aLoan, paid } from '../../domain/loan/a-loan'

const line = fc.string({ unit: 'grapheme', maxLength: 40 })

/** A case of any size up to a dozen loans, with any text a person may type. */
export const aCase: fc.Arbitrary<CaseDocument> = fc
  .record({
    names: fc.array(line, { minLength: 1, maxLength: 12 }),
    note: fc.string({ unit: 'grapheme', maxLength: 2000 }),
    paidFen: fc.array(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 20 }),
    cashNowFen: fc.integer({ min: 0, max: 1_000_000_000 }),
    cause: line,
    letters: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ names, note, paidFen, cashNowFen, cause, letters }) => ({
    ...emptyDocument(0),
    parties: [{ ...BANK, note }],
    loans: names.map((name, index) => ({
      ...aLoan({ id: `loan-${index}` }),
      name: `贷 ${name}`.slice(0, 60),
      events: index === 0 ? paidFen.map((amount, at) => paid(`p${at}`, '2026-03-15', amount)) : [],
    })),
    budget: { lines: [], cashNowFen: fen(cashNowFen), reserveFen: fen(0) },
    proposals: Array.from({ length: letters }, (_unused, index) => ({
      ...PROPOSAL,
      id: `letter-${index}`,
      loanId: 'loan-0',
      cause,
    })),
  }))

const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, inOrder((value as Record<string, unknown>)[key])]),
        )
      : value

/** The same for the same case, whatever the order of its keys and however often it was saved. */
export const canonicalHash = (document: CaseDocument): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder({ ...document, revision: 0 })))
    .digest('hex')
