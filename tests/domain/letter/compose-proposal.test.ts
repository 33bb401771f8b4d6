import { describe, expect, test } from 'vitest'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import { proposalKindFor } from '#domain/letter/compose-proposal'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import { letterText } from '#domain/letter/text'
import { chineseCapital } from '#domain/money/chinese-capital'
import { formatYuan } from '#domain/money/format-yuan'
import { fen } from '#domain/money/fen'
import {
  EVERY_LETTER,
  everyWord,
  inputFor,
  LENDER,
  letterFor,
  LOAN,
  OTHER_LENDER_NAME,
  SENDER,
  TODAY,
} from './fixtures'

const tableOf = (paper: LetterPaper): Extract<LetterBlock, { type: 'table' }> => {
  const table = paper.blocks.find((block) => block.type === 'table')
  if (table?.type !== 'table') throw new Error('no table')
  return table
}

/** `1,234.56` as fen, without going through a float. */
const fenOf = (yuan: string): number => Number(yuan.replace(/[,.]/g, ''))

describe('every letter in both languages', () => {
  test.each(EVERY_LETTER)('$name says what a proposal says and nothing it never says', ({ wanted }) => {
    const input = inputFor(wanted)
    const paper = letterFor(wanted)
    const words = everyWord(paper)
    const isChinese = wanted.language === 'zh-CN'
    const said = [
      SENDER.name,
      '3201**********1234',
      SENDER.phone,
      SENDER.address,
      SENDER.email,
      SENDER.debitAccount,
      input.proposal.cause,
      input.proposal.firstPaymentSource,
      input.proposal.fallback,
      formatYuan(input.budget.incomeFen),
      formatYuan(input.budget.essentialsFen),
      formatYuan(input.arrangement.totalFen),
      chineseCapital(input.arrangement.totalFen),
      '8:00',
      '22:00',
      isChinese
        ? '以上为引用，不构成对利息、罚息、费用数额的确认，以双方核对一致的对账单为准'
        : 'quoting them does not confirm any amount',
      isChinese ? '与本债务无关的其他人' : 'others who have nothing to do with this debt',
    ]
    for (const text of said) expect(words).toContain(text)
    expect(words).not.toContain(SENDER.idNumber)
    expect(words).not.toContain(OTHER_LENDER_NAME)
    expect(words).not.toMatch(/[{}]|undefined|NaN|null/)
    expect(words).not.toMatch(/ [，。；、：（）]|[，。；、：（）] |日 [一-鿿]/)
    expect(forbiddenIn(words)).toEqual([])
    expect(forbiddenIn(letterText(paper))).toEqual([])
  })

  test.each(EVERY_LETTER)('$name: the table adds up to the fen and stands in the text row by row', ({ wanted }) => {
    const paper = letterFor(wanted)
    const { rows, totals } = tableOf(paper)
    const sum = (column: number): number => rows.reduce((total, row) => total + fenOf(row[column] ?? ''), 0)
    for (const row of rows) expect(fenOf(row[2]!) + fenOf(row[3]!) + fenOf(row[4]!), row.join(' ')).toBe(fenOf(row[5]!))
    for (const column of [2, 3, 4, 5]) expect(sum(column)).toBe(fenOf(totals?.[column] ?? ''))
    expect(rows.at(-1)?.[6]).toBe('0.00')
    const text = letterText(paper)
    for (const row of rows) expect(text).toContain(row.join(' | '))
  })
})

describe('the law a letter stands on', () => {
  const law = /五百四十三|六百七十八|第七十条|article (543|678|70)\b/g

  test.each([
    { standing: 'overdue', product: 'consumerLoan', zh: '五百四十三', en: 'article 543' },
    { standing: 'current', product: 'consumerLoan', zh: '六百七十八', en: 'article 678' },
    { standing: 'overdue', product: 'creditCard', zh: '第七十条', en: 'article 70' },
    { standing: 'current', product: 'cardInstalment', zh: '第七十条', en: 'article 70' },
  ] as const)('is $zh alone for a $product that is $standing', ({ standing, product, zh, en }) => {
    const inChinese = everyWord(letterFor({ standing, product })).match(law)
    const inEnglish = everyWord(letterFor({ standing, product, language: 'en' })).match(law)
    expect([...new Set(inChinese)]).toEqual([zh])
    expect([...new Set(inEnglish)]).toEqual([en])
  })

  test('a card is asked by article 70 whether overdue or not; other loans by whether they are overdue', () => {
    const kind = (wanted: Parameters<typeof inputFor>[0]) => {
      const { loan, state } = inputFor(wanted)
      return proposalKindFor(loan, state)
    }
    expect(kind({ product: 'creditCard', standing: 'current' })).toBe('cardInstalment')
    expect(kind({ product: 'cardInstalment', standing: 'overdue' })).toBe('cardInstalment')
    expect(kind({ product: 'onlineLoan', standing: 'overdue' })).toBe('renegotiation')
    expect(kind({ product: 'bankLoan', standing: 'current' })).toBe('extension')
    expect(kind({ product: 'privateLoan', standing: 'overdue' })).toBe('renegotiation')
  })
})

describe('whose figures', () => {
  test('are the lender’s own, item by item, with source and date, and the disputed ones named', () => {
    const words = everyWord(letterFor())
    expect(words).toContain('据贵司 App（2026 年 11 月 23 日）显示')
    for (const item of ['剩余本金 24,910.36 元', '正常利息 1,214.20 元', '罚息 268.44 元', '违约金 87.00 元'])
      expect(words).toContain(item)
    expect(words).toContain('其中罚息、违约金，本人申请核对')
  })

  test('are disputed only where something is claimed', () => {
    expect(everyWord(letterFor({ standing: 'current' }))).not.toContain('申请核对计算依据')
  })

  test('are said to be computed when the lender stated nothing', () => {
    const words = everyWord(letterFor({ loan: { events: [] } }))
    expect(words).toContain('按合同推算')
    expect(words).toContain('不构成对利息、罚息、费用数额的确认')
    expect(words).not.toContain('显示：')
    expect(words).not.toContain('以上为引用')
  })

  test('are brought up to the day when something was paid since', () => {
    const payment = { kind: 'payment', id: 'p', on: TODAY, note: '', amountFen: fen(50_000) } as const
    const words = everyWord(letterFor({ loan: { events: [...LOAN.events, payment] } }))
    expect(words).toContain('罚息 268.44 元')
    expect(words).toContain('其后本人已还 500.00 元。按合同推算，截至 2026 年 11 月 23 日：')
  })

  test('name the platform of this loan, what really arrived, and ask a new creditor for the notice of assignment', () => {
    const parties = { ...LOAN.parties, contractLenders: [{ partyId: 'other', sharePer10000: null }] }
    const words = everyWord(
      letterFor({ loan: { receivedFen: fen(3_400_000), parties: { ...parties, currentCreditorId: LENDER } } }),
    )
    expect(words).toContain('合同金额 36,000.00 元，实际到账 34,000.00 元')
    expect(words).toContain(`向${OTHER_LENDER_NAME}借款`)
    expect(words).toContain('债权转让通知')
    expect(everyWord(letterFor({ loan: { parties: { ...LOAN.parties, platformId: 'other' } } }))).toContain(
      `借款经由${OTHER_LENDER_NAME}办理`,
    )
  })

  test('other debts are a number, a total and a monthly sum; without any the letter says so', () => {
    expect(everyWord(letterFor())).toContain('另有 4 笔债务合计 61,300.00 元、每月应还 2,640.00 元')
    expect(everyWord(letterFor({ otherDebts: 0 }))).not.toContain('另有')
  })
})

describe('what the sender chose', () => {
  test('the whole ID number stands only when switched on', () => {
    expect(everyWord(letterFor({ proposal: { showFullId: true } }))).toContain(SENDER.idNumber)
  })

  test('only the annexes included are listed, and a letter without any has no such section', () => {
    expect(everyWord(letterFor())).not.toContain('离职')
    expect(everyWord(letterFor({ proposal: { annexes: [] } }))).not.toContain('附件')
  })

  test('empty e-mail, address and account leave no gap behind', () => {
    const words = everyWord(letterFor({ sender: { email: '', address: '', debitAccount: '' } }))
    expect(words).not.toMatch(/电子邮箱|通讯地址|还款账户|发邮件/)
  })

  test('a waiver is asked with its share and amount; a holiday with its months', () => {
    const words = everyWord(letterFor({ request: { periods: 24, holidayPeriods: 3, waivePenaltyPer10000: 5_000 } }))
    expect(words).toContain('50%')
    expect(words).toContain(formatYuan(fen(17_772)))
    expect(words).toContain('前 3 期暂缓还款')
  })

  test('a friend is written to plainly: no app, no credit record', () => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(
        everyWord(letterFor({ language, product: 'privateLoan', lenderType: 'privatePerson', loan: { events: [] } })),
      ).not.toMatch(/\bapp\b|征信|credit re|贵司|盖章/i)
  })
})

describe('the check for sentences that never appear', () => {
  test.each([
    '家人接到电话可以不接电话',
    '展期不影响征信',
    '超过 24% 的部分不用还',
    '过了三年就不用还',
    '对方必须同意',
    '投诉就能减免',
    '先还催得最凶的',
    '成功率 90%',
    '已为你停止计息',
    '仅供协商，法院不会采用',
    '通常不影响',
    '家人没有义务',
    '本人放弃诉讼时效抗辩',
    '一切费用由本人承担',
    '同意从工资中扣划',
    '愿意接受仲裁',
    '办理强制执行公证',
    '若再次逾期则全部到期',
    '否则本人将投诉',
    'I waive all defences',
    'all costs are on me',
    'the success rate is high',
    'otherwise I will complain to the regulator',
    'if late again, everything falls due',
    'deducted from my wages',
  ])('finds “%s”', (sentence) => {
    expect(forbiddenIn(sentence)).not.toEqual([])
  })

  test('finds nothing in an honest cause', () => {
    expect(forbiddenIn('本人 8 月住院，收入减少，10 月恢复工作。I was ill and lost my job.')).toEqual([])
  })
})
