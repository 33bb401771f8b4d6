import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contractErrorSchema, type Reply } from '#contract/errors'
import { procedures, type CommandName, type CommandOutput, type Input, type ProcedureName } from '#contract/procedures'
import { SCHEMA_VERSION, type CaseDocument } from '#domain/case-document'
import { localDate, type LocalDate } from '#domain/calendar/local-date'
import type { Loan } from '#domain/loan/loan'
import { fen, type Fen } from '#domain/money/fen'
import { annualRate } from '#domain/rate/interest-rate'
import { aLoan, paid } from '../domain/loan/a-loan'
import { carriedBy, CARRIERS, type Carried } from './carriers'
import { PAPER } from './a-paper'
import { ALL_NAMES, BANK, NOT_IN_SITTING, PROPOSAL, SENT, SITTING } from './inputs'

describe.each(CARRIERS)('over %s', (carrier) => {
  let carried: Carried

  beforeEach(async () => {
    carried = await carriedBy(carrier)
  })
  afterEach(() => {
    carried.close()
  })

  const opened = async () => good(await carried.client.call('case.get', {}))
  const document = async (): Promise<CaseDocument> => (await opened()).document

  /** A command at the present revision. */
  const command = async <N extends CommandName>(
    name: N,
    input: Omit<Input<N>, 'expectedRevision'>,
  ): Promise<Reply<CommandOutput>> => {
    const { revision } = await document()
    return (await carried.client.send(name, { expectedRevision: revision, ...input })) as Reply<CommandOutput>
  }

  const codeOf = async (name: CommandName, input: object): Promise<unknown> =>
    bad(await carried.client.send(name, { expectedRevision: (await document()).revision, ...input }))

  const issuesOf = async (name: CommandName, input: object): Promise<string[]> => {
    const error = (await codeOf(name, input)) as { code: string; issues?: { path: string; issue: string }[] }
    expect(error.code).toBe('invalid_input')
    return (error.issues ?? []).map(({ path, issue }) => `${path}: ${issue}`)
  }

  test('every procedure of the contract answers in its own shape, in one sitting', async () => {
    const answered = new Set<ProcedureName>()
    let exported = ''
    let code: string[] = []
    let uploadId = ''
    let token = ''
    let packId = ''
    const filledIn = (input: object): object =>
      JSON.parse(
        JSON.stringify(input)
          .replaceAll('from begin', uploadId)
          .replaceAll('from grant', token)
          .replaceAll('from pack', packId),
      ) as object
    for (const [name, input] of SITTING) {
      const { revision } = await document()
      const isCommand = procedures[name].mode === 'command'
      const given =
        name === 'case.import'
          ? { text: exported }
          : name === 'vault.confirmRecoveryCode'
            ? { groups: [2, 5].map((index) => ({ index, text: code[index] ?? '' })) }
            : filledIn(input)
      const reply = await carried.client.send(name, isCommand ? { expectedRevision: revision, ...given } : given)
      expect(reply, name).toMatchObject({ ok: true })
      const value = procedures[name].output.parse(good(reply))
      if (name === 'case.export') exported = (value as { text: string }).text
      if (name === 'vault.proposeRecoveryCode') code = (value as { code: string }).code.split('-')
      if (name === 'evidence.packBegin') ({ packId } = value as { packId: string })
      if (name === 'files.begin') ({ uploadId } = value as { uploadId: string })
      if (name === 'files.grant') ({ token } = value as { token: string })
      if (isCommand) expect((value as CommandOutput).revision, name).toBe(revision + 1)
      answered.add(name)
    }
    expect([...answered].sort()).toEqual(ALL_NAMES.filter((name) => !NOT_IN_SITTING.includes(name)).sort())
    expect(carried.log).toEqual([])
  })

  test('names that are no procedure are refused, also those every object has', async () => {
    for (const name of ['case.burn', 'no.procedure', 'constructor.name', 'case.GET'])
      expect(bad(await carried.client.send(name, {}))).toEqual({ code: 'unknown_procedure', name })
    for (const name of ['__proto__', 'toString', 'hasOwnProperty', '']) {
      // Over HTTP such a name is no path of ours at all and is refused earlier.
      const refused = await carried.client.send(name, {}).catch((error: unknown) => String(error))
      if (typeof refused === 'string') expect(refused).toContain('404')
      else expect(bad(refused)).toMatchObject({ code: 'unknown_procedure' })
    }
  })

  test('every procedure refuses nonsense without an incident and without repeating it', async () => {
    const nonsense = [null, 7, 'secret-text', [], { secretKey: 'secret-text' }, { expectedRevision: -1 }]
    for (const name of ALL_NAMES)
      for (const input of nonsense) {
        const isEmptyQuery = procedures[name].mode === 'query' && procedures[name].input.safeParse(input).success
        if (isEmptyQuery) continue
        const error = bad(await carried.client.send(name, input))
        expect(error, name).toMatchObject({ code: 'invalid_input' })
        expect(JSON.stringify(error)).not.toContain('secret-text')
      }
    expect(carried.log).toEqual([])
    expect((await document()).revision).toBe(0)
  })

  test('a command made for another revision is a conflict that names the present one; nothing changes', async () => {
    good(await command('ledger.saveLoan', { loan: aLoan(), parties: [] }))
    for (const expectedRevision of [0, 2, 99])
      expect(bad(await carried.client.call('ledger.removeLoan', { expectedRevision, loanId: 'loan' }))).toEqual({
        code: 'conflict',
        revision: 1,
      })
    expect((await document()).loans).toHaveLength(1)
  })

  test('of many commands sent at once for one revision, one is done', async () => {
    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map((cash) =>
        carried.client.call('budget.save', {
          expectedRevision: 0,
          budget: { lines: [], cashNowFen: fen(cash), reserveFen: fen(0) },
        }),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await document()).revision).toBe(1)
  })

  test('undo brings back exactly what was there, redo what was done, and both stop at their ends', async () => {
    expect(await codeOf('case.undo', {})).toEqual({ code: 'nothing_to_undo' })
    const states = [await document()]
    const step = async (reply: Promise<Reply<CommandOutput>>): Promise<void> => {
      good(await reply)
      states.push(await document())
    }
    await step(command('ledger.saveLoan', { loan: aLoan(), parties: [BANK] }))
    await step(command('ledger.saveLoan', { loan: aLoan({ id: 'b' }), parties: [] }))
    await step(command('ledger.recordEvent', { loanId: 'loan', event: paid('p', '2026-02-15', 100) }))
    await step(command('ledger.removeLoan', { loanId: 'loan' }))
    const content = (state: CaseDocument): CaseDocument => ({ ...state, revision: 0 })
    for (const state of states.slice(0, -1).reverse()) {
      good(await command('case.undo', {}))
      expect(content(await document())).toEqual(content(state))
    }
    expect((await opened()).canUndo).toBe(false)
    for (const state of states.slice(1)) {
      good(await command('case.redo', {}))
      expect(content(await document())).toEqual(content(state))
    }
    expect(await codeOf('case.redo', {})).toEqual({ code: 'nothing_to_undo' })
  })

  test('wiping empties the case, its history and every earlier generation on disk', async () => {
    good(await command('case.loadSample', { language: 'zh-CN' }))
    good(await command('ledger.saveParty', { party: BANK }))
    good(await command('case.wipe', {}))
    const after = await opened()
    expect(after).toMatchObject({ canUndo: false, canRedo: false, document: { loans: [], parties: [], proposals: [] } })
    expect(await carried.disk.list('/vault/case')).toHaveLength(1)
  })

  test.each(['zh-CN', 'en'] as const)(
    'the sample in %s is a case that can be exported and read again',
    async (language) => {
      good(await command('case.loadSample', { language }))
      const sample = await document()
      expect(sample.loans).toHaveLength(5)
      expect(sample.settings.isSample).toBe(true)
      const { text } = good(await carried.client.call('case.export', {}))
      good(await command('case.wipe', {}))
      good(await command('case.import', { text }))
      expect({ ...(await document()), revision: 0 }).toEqual({ ...sample, revision: 0 })
      // A file from a Windows editor begins with a mark.
      good(await command('case.import', { text: `\uFEFF${text}` }))
    },
  )

  test('what is no case file is refused by its kind and the case stays', async () => {
    good(await command('case.loadSample', { language: 'en' }))
    const before = await document()
    const { text } = good(await carried.client.call('case.export', {}))
    const tampered = (change: (document: Record<string, unknown>) => unknown): string =>
      JSON.stringify(change(JSON.parse(text) as Record<string, unknown>))
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
    const refusals: readonly (readonly [string, object])[] = [
      ['', { code: 'not_a_case_file', reason: 'not_json' }],
      ['PK\u0003\u0004', { code: 'not_a_case_file', reason: 'not_json' }],
      [text.slice(0, text.length / 2), { code: 'not_a_case_file', reason: 'truncated' }],
      [text.slice(0, -3), { code: 'not_a_case_file', reason: 'truncated' }],
      ['[]', { code: 'not_a_case_file', reason: 'foreign' }],
      ['null', { code: 'not_a_case_file', reason: 'foreign' }],
      ['{"hello":"world"}', { code: 'not_a_case_file', reason: 'foreign' }],
      [tampered((it) => ({ ...it, schemaVersion: 'one' })), { code: 'not_a_case_file', reason: 'foreign' }],
      [
        tampered((it) => ({ ...it, schemaVersion: 99 })),
        { code: 'newer_version', found: 99, supported: SCHEMA_VERSION },
      ],
      [`{"schemaVersion":1,"loans":${deep}}`, { code: 'not_a_case_file', reason: 'foreign' }],
      [text.replace('{', '{"__proto__":{"isAdmin":true},'), { code: 'not_a_case_file', reason: 'foreign' }],
      [text.replace('"plan": {', '"plan": {"__proto__":{},'), { code: 'not_a_case_file', reason: 'foreign' }],
      [tampered((it) => ({ ...it, extra: 1 })), { code: 'invalid_input' }],
      [tampered((it) => ({ ...it, parties: [] })), { code: 'invalid_input' }],
      [tampered((it) => ({ ...it, loans: [...before.loans, before.loans[0]] })), { code: 'invalid_input' }],
    ]
    for (const [given, error] of refusals)
      expect(await codeOf('case.import', { text: given }), given.slice(0, 60)).toMatchObject(error)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    expect(await document()).toEqual(before)
    expect(carried.log).toEqual([])
  })

  test('a loan that cannot be is refused with the place of the mistake', async () => {
    const terms = aLoan().terms as Extract<Loan['terms'], { kind: 'levelInstalment' }>
    const save = (changes: object): Promise<string[]> =>
      issuesOf('ledger.saveLoan', { loan: { ...aLoan(), ...changes }, parties: [] })
    const withTerms = (changes: object): Promise<string[]> => save({ terms: { ...terms, ...changes } })
    expect(await withTerms({ drawnOn: '2026-02-30' })).toEqual(['loan.terms.drawnOn: custom'])
    expect(await withTerms({ principalFen: -100 })).toEqual(['loan.terms.principalFen: too_small'])
    expect(await withTerms({ principalFen: 1e15 })).toEqual(['loan.terms.principalFen: too_big'])
    expect(await withTerms({ principalFen: 0.5 })).toEqual(['loan.terms.principalFen: invalid_type'])
    expect(await withTerms({ periods: 601 })).toEqual(['loan.terms.periods: too_big'])
    expect(await withTerms({ periods: 0 })).toEqual(['loan.terms.periods: too_small'])
    expect(await withTerms({ rate: annualRate(36) })).toEqual(['terms: rate_out_of_range'])
    expect(await withTerms({ firstDueOn: '2025-12-31' })).toEqual(['terms: first_due_before_drawn'])
    expect(await save({ events: [paid('p', '2026-01-14', 100)] })).toEqual(['events.0.on: payment_before_loan'])
    expect(await save({ parties: { ...aLoan().parties, platformId: 'nobody' } })).toEqual(['parties: unknown_party'])
    // A rate of nothing is a loan between friends, and a payment on the day of the loan is possible.
    const fine = aLoan({
      terms: { ...terms, rate: annualRate(0), periods: 600 },
      events: [paid('p', '2026-01-15', 100)],
    })
    good(await command('ledger.saveLoan', { loan: fine, parties: [] }))
  })

  test('an event that cannot be is refused and the loan stays as it was', async () => {
    good(await command('ledger.saveLoan', { loan: aLoan(), parties: [] }))
    const before = await document()
    const record = (event: object): Promise<string[]> => issuesOf('ledger.recordEvent', { loanId: 'loan', event })
    const payment = paid('p', '2026-02-15', 100)
    expect(await record({ ...payment, on: '2026-01-14' as LocalDate })).toEqual(['events.0.on: payment_before_loan'])
    expect(await record({ ...payment, on: '2026-02-30' })).toEqual(['event.on: custom'])
    expect(await record({ ...payment, amountFen: -1 as Fen })).toEqual(['event.amountFen: too_small'])
    expect(await record({ ...payment, amountFen: 0 })).toEqual(['events.0.amountFen: payment_of_nothing'])
    expect(
      await record({ kind: 'reversal', id: 'r', on: localDate('2026-03-01'), note: '', paymentId: 'nothing' }),
    ).toEqual(['events.0.paymentId: unknown_payment'])
    expect(await codeOf('ledger.recordEvent', { loanId: 'nothing', event: payment })).toEqual({
      code: 'not_found',
      id: 'nothing',
    })
    expect(await document()).toEqual(before)
  })

  test('a sent proposal is final: neither changed, removed, sent again nor undone, only answered', async () => {
    good(await command('ledger.saveLoan', { loan: aLoan(), parties: [BANK] }))
    good(await command('proposals.save', { proposal: PROPOSAL }))
    expect(await codeOf('proposals.save', { proposal: { ...PROPOSAL, id: 'x', sent: SENT } })).toMatchObject({
      code: 'sent_is_final',
    })
    good(await command('proposals.markSent', { proposalId: 'proposal', sent: SENT }))
    const refused = { code: 'sent_is_final', id: 'proposal' }
    expect(await codeOf('proposals.save', { proposal: { ...PROPOSAL, cause: 'x' } })).toEqual(refused)
    expect(await codeOf('proposals.remove', { proposalId: 'proposal' })).toEqual(refused)
    expect(await codeOf('proposals.markSent', { proposalId: 'proposal', sent: SENT })).toEqual(refused)
    expect(await codeOf('ledger.removeLoan', { loanId: 'loan' })).toMatchObject({ code: 'in_use' })
    expect(await codeOf('ledger.removeParty', { partyId: 'bank' })).toMatchObject({ code: 'in_use' })
    // What can be undone is what came before and is not the letter.
    while ((await opened()).canUndo) good(await command('case.undo', {}))
    expect((await document()).proposals).toEqual([{ ...PROPOSAL, sent: SENT }])
  })

  test('after a failed write nothing more is written, and the case can still be exported', async () => {
    good(await command('case.loadSample', { language: 'zh-CN' }))
    const before = await document()
    carried.disk.fault = (operation) => {
      if (operation === 'sync') throw Object.assign(new Error('/vault/case: secret-path'), { code: 'EIO' })
      return undefined
    }
    expect(await codeOf('ledger.saveParty', { party: BANK })).toEqual({ code: 'storage_failed' })
    // The disk is well again; the program does not trust it.
    carried.disk.fault = () => undefined
    for (const name of ['ledger.saveParty', 'case.undo', 'case.wipe', 'case.loadSample'] as const)
      expect(
        await codeOf(
          name,
          name === 'ledger.saveParty' ? { party: BANK } : name === 'case.loadSample' ? { language: 'en' } : {},
        ),
        name,
      ).toEqual({
        code: 'read_only',
        reason: 'write_failed',
      })
    const { text } = good(await carried.client.call('case.export', {}))
    expect(JSON.parse(text)).toEqual(before)
    expect(await document()).toEqual(before)
  })

  test('letters travel as bytes: a page with its words and a Word file that is a zip', async () => {
    const pdf = Buffer.from(good(await carried.client.call('letters.pdf', { paper: PAPER })).base64, 'base64')
    expect(pdf.toString('utf8')).toContain('还款协商申请书')
    expect(pdf.toString('utf8')).not.toContain('<b>不是标记')
    const docx = Buffer.from(good(await carried.client.call('letters.docx', { paper: PAPER })).base64, 'base64')
    expect(docx.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  })
})

function good<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

function bad(reply: Reply<unknown>): unknown {
  if (reply.ok) throw new Error('this should have been refused')
  return contractErrorSchema.parse(reply.error)
}
