import { addDays, localDate } from '#domain/calendar/local-date'
import { defaultRequest } from '#domain/extension/default-request'
import { stateOn } from '#domain/loan/state-on'
import { sampleCase } from '#domain/sample/sample-case'
import zhCN from '#resources/sample-case/zh-CN.json'
import { describe, expect, it } from 'vitest'
import {
  deskItems,
  letterInput,
  newProposal,
  recipientChoices,
  statusOf,
  wordsOf,
} from '../../../src/renderer/features/proposals/proposal-selectors'

const on = localDate('2026-11-24')
const document = sampleCase(zhCN, on)

const draftFor = (index: number) => {
  const loan = document.loans[index]!
  const state = stateOn(loan, on)
  if (!state.ok) throw new Error(state.error.code)
  const request = defaultRequest(loan, state.value, document.budget, on)
  return newProposal({ id: `p${index}`, loan, state: state.value, request, language: 'zh-CN', on })
}

describe('a new request', () => {
  it('is the letter the loan calls for, unsent, with fifteen days to reply', () => {
    const drafts = document.loans.map((_, index) => draftFor(index))
    expect(new Set(drafts.map(({ kind }) => kind))).toEqual(new Set(['extension', 'renegotiation', 'cardInstalment']))
    for (const draft of drafts) {
      expect(draft.replyBy).toBe(addDays(on, 15))
      expect([draft.noticeReadOn, draft.sent, draft.reply]).toEqual([null, null, null])
      expect(draft.annexes.find(({ kind }) => kind === 'idCopy')?.isIncluded).toBe(false)
      expect(draft.showFullId).toBe(false)
    }
  })

  it('can be composed for every loan of the sample', () => {
    document.loans.forEach((_, index) => {
      expect(letterInput(document, draftFor(index), on).ok).toBe(true)
    })
  })

  it('says when its loan is gone', () => {
    const input = letterInput({ ...document, loans: [] }, draftFor(0), on)
    expect(input).toEqual({ ok: false, error: { code: 'loanGone' } })
  })

  it('speaks the language of the letter', () => {
    expect(wordsOf('en').title.extension).toMatch(/[a-z]/i)
    expect(wordsOf('zh-CN').title.extension).not.toMatch(/[a-z]/i)
  })
})

describe('recipients', () => {
  it('puts the present creditor first and names nobody twice', () => {
    const [first, second] = document.parties
    const loan = {
      ...document.loans[0]!,
      parties: {
        contractLenders: [
          { partyId: first!.id, sharePer10000: null },
          { partyId: second!.id, sharePer10000: null },
        ],
        platformId: first!.id,
        creditEnhancerId: null,
        collectorId: null,
        currentCreditorId: second!.id,
      },
    }
    const choices = recipientChoices(loan, document.parties)
    expect(choices.map(({ party, role }) => [party.id, role])).toEqual([
      [second!.id, 'CurrentCreditor'],
      [first!.id, 'ContractLender'],
    ])
  })
})

describe('the desks', () => {
  const draft = draftFor(0)
  const paper = { language: 'zh-CN', footer: '', blocks: [] } as const
  const sent = { ...draftFor(1), sent: { on, channel: 'ems', trackingNumber: '', recipient: '', paper } as const }
  const reply = {
    kind: 'refused',
    on,
    means: null,
    reference: '',
    note: '',
    terms: null,
    condition: '',
    breach: '',
  } as const
  const answered = { ...draftFor(2), sent: sent.sent, reply }
  const whole = { ...document, proposals: [draft, sent, answered] }

  it('hold each request once, by where it stands', () => {
    expect(whole.proposals.map(statusOf)).toEqual(['draft', 'sent', 'answered'])
    for (const status of ['draft', 'sent', 'answered'] as const) {
      expect(deskItems(whole, status, on).map(({ proposal }) => statusOf(proposal))).toEqual([status])
    }
  })

  it('count the days to the reply, and beyond it', () => {
    expect(deskItems(whole, 'sent', on)[0]?.daysToReply).toBe(15)
    expect(deskItems(whole, 'sent', addDays(on, 20))[0]?.daysToReply).toBe(-5)
  })

  it('keep a request whose loan was removed, and say so', () => {
    const orphan = deskItems({ ...whole, loans: [] }, 'sent', on)[0]
    expect(orphan?.loanName).toBeNull()
    expect(orphan?.proposal.id).toBe(sent.id)
  })
})
