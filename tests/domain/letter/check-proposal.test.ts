import { describe, expect, test } from 'vitest'
import en from '#i18n/en/proposals.json'
import zhCN from '#i18n/zh-CN/proposals.json'
import { localDate } from '#domain/calendar/local-date'
import { checkProposal, type ProposalCheckCode } from '#domain/letter/check-proposal'
import type { ProposalInput } from '#domain/letter/compose-proposal'
import { fen } from '#domain/money/fen'
import { inputFor, OTHER_LENDER_NAME, type Wanted } from './fixtures'

const failing = (input: ProposalInput): readonly ProposalCheckCode[] =>
  checkProposal(input)
    .filter(({ isGood }) => !isGood)
    .map(({ code }) => code)

const GOOD: Wanted = { request: { firstDueOn: localDate('2026-12-15') } }

describe('the checklist before printing', () => {
  test('finds nothing in a careful letter', () => {
    expect(failing(inputFor(GOOD))).toEqual([])
  })

  const spoiled: readonly (readonly [string, readonly ProposalCheckCode[], Wanted])[] = [
    ['nobody to write to', ['recipient'], { proposal: { recipientId: 'gone' } }],
    ['no name', ['sender_name'], { sender: { name: ' ' } }],
    ['no phone', ['sender_phone'], { sender: { phone: '' } }],
    ['a masked phone', ['sender_phone'], { sender: { phone: '138****0001' } }],
    ['a whole ID number', ['id_masked'], { proposal: { showFullId: true } }],
    ['no cause', ['cause'], { proposal: { cause: '' } }],
    ['an extension of what is overdue', ['kind_fits'], { proposal: { kind: 'extension' } }],
    ['article 70 for a consumer loan', ['kind_fits'], { proposal: { kind: 'cardInstalment' } }],
    ['a first payment in five days', ['first_payment_day'], { request: { firstDueOn: localDate('2026-11-28') } }],
    ['two days to reply', ['reply_by'], { proposal: { replyBy: localDate('2026-11-25') } }],
    ['sixty-one instalments on a card', ['card_term'], { product: 'creditCard', request: { periods: 61 } }],
    ['an instalment beyond the budget', ['within_budget'], { request: { periods: 12 } }],
    [
      'another lender named in the cause',
      ['no_other_lender'],
      { proposal: { cause: `因为${OTHER_LENDER_NAME}催得紧，所以来信` } },
    ],
    [
      'another lender named in an annex',
      ['no_other_lender'],
      {
        proposal: { annexes: [{ kind: 'other', text: `${OTHER_LENDER_NAME}的合同`, isIncluded: true }] },
      },
    ],
    ['a threat in the fallback', ['no_forbidden_sentence'], { proposal: { fallback: '否则本人将投诉' } }],
    ['the notice not read', ['notice_read'], { proposal: { noticeReadOn: null } }],
  ]

  test.each(spoiled)('finds %s', (_, codes, wanted) => {
    expect(failing(inputFor({ ...GOOD, ...wanted }))).toEqual(codes)
  })

  test('finds a schedule that does not add up by one fen', () => {
    const input = inputFor(GOOD)
    const { arrangement } = input
    expect(failing({ ...input, arrangement: { ...arrangement, totalFen: fen(arrangement.totalFen + 1) } })).toEqual([
      'schedule_adds_up',
    ])
  })

  test('has words for each line in both languages', () => {
    const codes = checkProposal(inputFor({ product: 'creditCard' })).map(({ code }) => code)
    for (const words of [zhCN.check.code, en.check.code]) expect(Object.keys(words).sort()).toEqual([...codes].sort())
  })
})
