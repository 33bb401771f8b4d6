import notesEn from '#resources/notes/en.json'
import notesZhCN from '#resources/notes/zh-CN.json'
import { describe, expect, test } from 'vitest'
import { auditStatement } from '#domain/audit/audit-statement'
import type { Claim } from '#domain/audit/claim'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { paginate } from '#domain/letter/paginate'
import { letterText } from '#domain/letter/text'
import { fen } from '#domain/money/fen'
import { composeDesignationNote, loansOfSameCreditor } from '#domain/note/compose-designation-note'
import { SENDER } from '../letter/fixtures'
import { aLoan, paid } from '../loan/a-loan'
import { auditNote, frameOf, LANGUAGES, loan, ON, parties } from './a-note'

const noteText = (language: (typeof LANGUAGES)[number], claim: Claim): string => letterText(auditNote(language, claim))

const CLAIMS: readonly Claim[] = [
  { scope: 'arrears', totalFen: fen(300_000), items: {} },
  { scope: 'settle', totalFen: fen(1_234_567), items: { penalty: fen(99_999) } },
  { scope: 'owed', totalFen: null, items: { principal: fen(1_107_381), interest: fen(20_000), lateFee: fen(5_000) } },
]

describe('the note that asks to explain', () => {
  test.each(LANGUAGES)('promises nothing, confirms nothing and says nothing forbidden (%s)', (language) => {
    for (const claim of CLAIMS) {
      const text = noteText(language, claim)
      expect(forbiddenIn(text)).toEqual([])
      expect(text).not.toMatch(/\{\w+\}/)
      expect(text).not.toMatch(/违法|无效|unlawful|illegal|void/)
      expect(text).toContain(language === 'en' ? 'no promise to pay' : '不含还款承诺')
      expect(text).toContain(language === 'en' ? 'confirms neither' : '不是对所示金额')
    }
  })

  test('names the loan by its tail and the sender’s number in full, and masks the identity number', () => {
    const text = noteText('zh-CN', { scope: 'arrears', totalFen: fen(300_000), items: {} })
    expect(text).toContain('4417')
    expect(text).not.toContain('XF-2026')
    expect(text).toContain(SENDER.phone)
    expect(text).not.toContain(SENDER.idNumber)
    expect(text).toContain('3201**********1234')
  })

  test('shows the computation of each part and numbers its questions', () => {
    const audit = auditStatement(loan, ON, { scope: 'arrears', totalFen: fen(300_000), items: {} })
    if (!audit.ok) throw new Error(audit.error.code)
    const text = noteText('zh-CN', audit.value.claim)
    const penalty = audit.value.lines.filter(({ item }) => item === 'penalty')
    expect(penalty.length).toBeGreaterThan(0)
    for (const { basis } of penalty)
      expect(text).toContain(basis.by === 'penalty' ? `× 1.5 倍 × ${basis.days} 天` : 'no penalty')
    expect(text).toMatch(/^1\. /m)
    expect(text).toMatch(/^2\. /m)
    expect(text).toContain('实际到账 11,500.00 元')
    expect(text).toContain('2026 年 5 月 5 日前书面答复')
  })

  test('asks a convention that fits as a question, to the fen', () => {
    const ours = auditStatement(loan, ON, { scope: 'arrears', totalFen: fen(0), items: {} })
    if (!ours.ok) throw new Error(ours.error.code)
    const claimed = ours.value.oursFen - ours.value.ours.penalty
    expect(noteText('zh-CN', { scope: 'arrears', totalFen: fen(claimed), items: {} })).toContain(
      '如果没有计收罚息，则逾期应还合计为',
    )
    expect(noteText('en', { scope: 'arrears', totalFen: fen(claimed), items: {} })).toContain(
      'If no penalty interest is charged, the total overdue would be',
    )
  })

  test('fits its pages', () => {
    for (const language of LANGUAGES)
      for (const claim of CLAIMS) expect(paginate(auditNote(language, claim).blocks).length).toBeLessThanOrEqual(3)
  })
})

describe('the note that designates a payment', () => {
  const other = aLoan({ id: 'other', parties, contractNumber: '', cardTail: '8829' })
  const stranger = aLoan({ id: 'stranger', parties: { ...parties, currentCreditorId: 'b' } })
  const payment = { ...paid('p2', '2026-04-20', 50_000), note: 'borrowed from mother' }
  if (payment.kind !== 'payment') throw new Error('no payment')

  test('finds the other loans of the same creditor only', () => {
    expect(loansOfSameCreditor([loan, other, stranger], 'loan').map(({ id }) => id)).toEqual(['other'])
    expect(loansOfSameCreditor([loan, { ...other, isArchived: true }], 'loan')).toEqual([])
    expect(loansOfSameCreditor([loan, other], 'gone')).toEqual([])
  })

  test.each(LANGUAGES)(
    'says which loan, how much and when, by article 560, and keeps private words private (%s)',
    (language) => {
      const text = letterText(composeDesignationNote(frameOf(language), payment, [other]))
      for (const words of ['4417', '8829', '500.00', '伍佰元整']) expect(text).toContain(words)
      expect(text).toContain(language === 'en' ? 'article 560' : '第五百六十条')
      expect(text).not.toContain('mother')
      expect(text).not.toMatch(/\{\w+\}/)
      expect(forbiddenIn(text)).toEqual([])
    },
  )
})

test('both languages have the same words', () => {
  const keys = (tree: object, prefix = ''): readonly string[] =>
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${prefix}${key}`] : keys(value as object, `${prefix}${key}.`),
    )
  const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).sort()
  expect(keys(notesEn)).toEqual(keys(notesZhCN))
  for (const [key, text] of Object.entries(notesZhCN.convention))
    expect([key, slots(notesEn.convention[key as keyof typeof notesEn.convention])]).toEqual([key, slots(text)])
})
