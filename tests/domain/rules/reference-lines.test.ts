import { addDays, localDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import type { Party, PartyType } from '#domain/loan/party'
import { trueCost } from '#domain/loan/true-cost'
import { fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { lprTable } from '#domain/rules/lpr-table'
import type { ReferenceFinding } from '#domain/rules/reference-finding'
import { referenceLines } from '#domain/rules/reference-lines'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleBook } from '../../resources/rule-files'
import { aLoan } from '../loan/a-loan'

const party = (type: PartyType, id: string = type): Party => ({
  id,
  name: type,
  type,
  department: '',
  address: '',
  officialChannel: '',
  note: '',
})

const base = aLoan()
const noPenalty = { ...base.defaultTerms, penalty: null, lateFee: null }

function lines(types: readonly PartyType[], simpleAnnual: number | null, changes: Partial<Loan> = {}) {
  const parties = types.map((type, index) => party(type, `${type}-${index}`))
  const loan = aLoan({
    parties: { ...base.parties, contractLenders: parties.map(({ id }) => ({ partyId: id, sharePer10000: null })) },
    contractedOn: localDate('2025-06-01'),
    defaultTerms: noPenalty,
    ...changes,
  })
  return referenceLines({ loan, parties, simpleAnnual, book: ruleBook, lprEntries: [] })
}

function findings(...args: Parameters<typeof lines>): readonly ReferenceFinding[] {
  const found = lines(...args)
  if (found.kind !== 'findings') throw new Error(`asks to look at the contract: ${found.reason}`)
  return found.findings
}

const predicates = (found: readonly ReferenceFinding[]) => found.map(({ predicate }) => predicate)

const LICENSED = ['bank', 'consumerFinance', 'trust', 'autoFinance', 'microLoan'] as const
const UNLICENSED = ['unlicensedCompany', 'privatePerson'] as const
const SILENT = ['guarantor', 'collector', 'platform', 'other', 'unknown'] as const

describe('who lends decides which line is shown', () => {
  it.each(LICENSED)('%s: 24 %% a court may be asked for, never four times the LPR', (type) => {
    expect(predicates(findings([type], 0.5))).toEqual(['T11'])
  })

  it.each(UNLICENSED)('%s: four times the LPR, never the 24 %% of licensed lenders', (type) => {
    expect(predicates(findings([type], 0.5))).toEqual(['T12'])
  })

  it.each(SILENT)('%s says nothing: look at the contract first', (type) => {
    expect(lines([type], 9)).toEqual({ kind: 'lookAtContract', reason: 'unknownType' })
    expect(lines(['bank', type], 9)).toEqual({ kind: 'lookAtContract', reason: 'unknownType' })
  })

  it('asserts nothing without a lender, for a party that is not there, and for licensed and unlicensed together', () => {
    expect(lines([], 9)).toEqual({ kind: 'lookAtContract', reason: 'noLender' })
    expect(lines(['bank', 'unlicensedCompany'], 9)).toEqual({ kind: 'lookAtContract', reason: 'mixedTypes' })
    const stray = { ...base.parties, contractLenders: [{ partyId: 'gone', sharePer10000: null }] }
    expect(lines(['bank'], 9, { parties: stray })).toEqual({ kind: 'lookAtContract', reason: 'unknownType' })
  })

  it('keeps a joint loan of two licensed lenders as one', () => {
    expect(predicates(findings(['bank', 'consumerFinance'], 0.25))).toEqual(['T11'])
  })
})

describe('24 % for licensed lenders', () => {
  it('is over only above the line, to 1e-7', () => {
    expect(findings(['bank'], 0.24)[0]).toMatchObject({ status: 'within', isNear: true, ruleId: 'court-24-percent' })
    expect(findings(['bank'], 0.24000000000000005)[0]?.status).toBe('within')
    expect(findings(['bank'], 0.2400001)[0]?.status).toBe('over')
    expect(findings(['bank'], 0.25)[0]).toMatchObject({ status: 'over', isNear: false })
    expect(findings(['bank'], null)[0]?.status).toBe('unknown')
  })

  it('leaves a lawful nominal 24 % paid monthly within reach of the line, where its XIRR of 26.8 % would be far over', () => {
    const terms = { ...base.terms, rate: annualRate(0.24) } as Loan['terms']
    const cost = trueCost(aLoan({ terms }))
    if (!cost.ok || cost.value.effectiveAnnual.kind !== 'one') throw new Error('one rate')
    const [line] = findings(['bank'], cost.value.simpleAnnual, { terms })
    expect(line?.isNear).toBe(true)
    expect(cost.value.effectiveAnnual.root).toBeGreaterThan(0.265)
    expect(findings(['bank'], cost.value.effectiveAnnual.root, { terms })[0]).toMatchObject({
      status: 'over',
      isNear: false,
    })
  })

  it('is not applied to a contract older than the policy', () => {
    expect(predicates(findings(['bank'], 0.3, { contractedOn: localDate('2017-07-31') }))).toEqual([])
  })

  it('tests what the contract charges when late apart from the cost', () => {
    const late = { ...noPenalty, penalty: { by: 'rate', rate: annualRate(0.27, 365) } as const }
    const found = findings(['microLoan'], 0.18, { defaultTerms: late })
    expect(found.map(({ measured, status }) => [measured.what, status])).toEqual([
      ['simpleAnnual', 'within'],
      ['penaltyRate', 'over'],
    ])
  })
})

describe('four times the LPR for private lending', () => {
  const table = lprTable(ruleBook, [])!
  const current = table.rows.filter(({ from }) => from >= '2020-08-20')

  it.each(current.map(({ from, partsPerTenMillion }) => [from, (partsPerTenMillion * 4) / 10_000_000] as const))(
    'a contract of %s is measured by %d, one of the day before by the line before',
    (from, line) => {
      const on = (contractedOn: typeof from, rate: number) => findings(['privatePerson'], rate, { contractedOn })[0]
      expect(on(from, line)).toMatchObject({ status: 'within', measured: { line } })
      expect(on(from, line + 0.0000002)?.status).toBe('over')
      const before = on(addDays(from, -1), line)
      expect(before?.measured).toMatchObject({ line: expect.any(Number) })
      expect(before?.measured).not.toMatchObject({ line })
    },
  )

  it('follows the contract date, not the day the money came, and says which it used', () => {
    const contracted = lines(['privatePerson'], 0.13, { contractedOn: localDate('2024-10-20') })
    expect(contracted).toMatchObject({ kind: 'findings', on: '2024-10-20', isContractDate: true })
    expect(findings(['privatePerson'], 0.13, { contractedOn: localDate('2024-10-20') })[0]?.status).toBe('within')
    expect(findings(['privatePerson'], 0.13, { contractedOn: localDate('2024-10-21') })[0]?.status).toBe('over')
    expect(lines(['privatePerson'], 0.13, { contractedOn: null })).toMatchObject({
      on: '2026-01-15',
      isContractDate: false,
    })
  })

  it('compares nothing for a contract before 20 August 2020', () => {
    const [older] = findings(['privatePerson'], 0.5, { contractedOn: localDate('2020-08-19') })
    expect(older).toMatchObject({ measured: { what: 'olderContract' }, status: 'unknown' })
    expect(findings(['privatePerson'], 0.5, { contractedOn: localDate('2020-08-20') })[0]?.status).toBe('over')
  })

  it('says "as of" for months nobody checked', () => {
    const lpr = (on: string) => findings(['privatePerson'], 0.1, { contractedOn: localDate(on) })[0]?.lpr
    expect(lpr('2026-08-20')).toMatchObject({ isCarriedForward: false })
    expect(lpr('2026-10-25')).toMatchObject({ isCarriedForward: true, asOf: '2026-08-20' })
  })

  it('never finds a rate at or under the line over it, nor one above it within', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2300 }),
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.constantFrom(...UNLICENSED),
        (days, parts, type) => {
          const contractedOn = addDays(localDate('2020-08-20'), days)
          const line = table.rows.filter(({ from }) => from <= contractedOn).at(-1)!.partsPerTenMillion * 4
          const [found] = findings([type], parts / 10_000_000, { contractedOn })
          expect(found?.status).toBe(parts > line ? 'over' : 'within')
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('counts penalty interest against the same line and says that a late fee comes on top', () => {
    const late = {
      ...noPenalty,
      penalty: { by: 'multiple', multiplePer10000: 15_000 } as const,
      lateFee: base.defaultTerms.lateFee,
    }
    const fee = aLoan().defaultTerms.lateFee ?? ({ by: 'fixed', amountFen: fen(5000) } as const)
    const found = findings(['privatePerson'], 0.1, { defaultTerms: { ...late, lateFee: fee } })
    expect(found.find(({ measured }) => measured.what === 'penaltyRate')).toMatchObject({
      status: 'over',
      lateFeeAdds: true,
    })
  })
})

describe('the other lines', () => {
  it('money kept back is told to every lender type, with both amounts', () => {
    const changes = { receivedFen: fen(1_100_000) }
    for (const type of [...LICENSED, ...UNLICENSED]) {
      const found = findings([type], 0.1, changes).find(({ predicate }) => predicate === 'T13')
      expect(found?.measured).toEqual({ what: 'received', oursFen: 1_100_000, lineFen: 1_200_000 })
    }
    expect(predicates(findings(['bank'], 0.1))).not.toContain('T13')
  })

  it('penalty over one and a half times the contract rate, not for cards and not for private lending', () => {
    const penalty = (multiplePer10000: number) => ({
      ...noPenalty,
      penalty: { by: 'multiple', multiplePer10000 } as const,
    })
    const status = (type: PartyType, multiple: number, product: Loan['product'] = 'consumerLoan') =>
      findings([type], 0.1, { defaultTerms: penalty(multiple), product }).find(({ predicate }) => predicate === 'T14')
        ?.status
    expect(status('bank', 15_000)).toBe('within')
    expect(status('bank', 15_001)).toBe('over')
    expect(status('bank', 20_000, 'creditCard')).toBeUndefined()
    expect(status('bank', 20_000, 'cardInstalment')).toBeUndefined()
    expect(status('privatePerson', 20_000)).toBeUndefined()
    const byRate = { ...noPenalty, penalty: { by: 'rate', rate: annualRate(0.18) } as const }
    const found = findings(['bank'], 0.1, { defaultTerms: byRate }).find(({ predicate }) => predicate === 'T14')
    expect(found).toMatchObject({ status: 'within', measured: { ours: 1.5, line: 1.5 } })
  })

  it('a late fee is only asked about: the loss must be proved', () => {
    const lateFee = { by: 'fixed', amountFen: fen(8700) } as const
    const found = findings(['bank'], 0.1, { defaultTerms: { ...noPenalty, lateFee } }).find(
      ({ predicate }) => predicate === 'T15',
    )
    expect(found?.status).toBe('ask')
  })

  it('the sheet of the all-in cost, for licensed lenders from 1 August 2026', () => {
    const asks = (type: PartyType, on: string) =>
      predicates(findings([type], 0.1, { contractedOn: localDate(on) })).includes('costDisclosure')
    expect(asks('microLoan', '2026-07-31')).toBe(false)
    expect(asks('microLoan', '2026-08-01')).toBe(true)
    expect(asks('privatePerson', '2026-08-01')).toBe(false)
  })

  it('carry the citation, the confidence and the limits of their rule', () => {
    for (const found of [...findings(['bank'], 0.3, { receivedFen: fen(1) }), ...findings(['privatePerson'], 0.3)]) {
      const rule = ruleBook.rules.find(({ id }) => id === found.ruleId)
      expect(rule?.limits).not.toBeNull()
      expect(rule?.values).toContain(found.period)
      expect(found.period.citations.length).toBeGreaterThan(0)
    }
  })
})
