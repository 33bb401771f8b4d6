import en from '#resources/letters/en.json'
import zhCN from '#resources/letters/zh-CN.json'
import { localDate } from '#domain/calendar/local-date'
import { arrange } from '#domain/extension/arrange'
import type { ArrangementRequest } from '#domain/extension/arrangement'
import { composeProposal, proposalKindFor, type ProposalInput } from '#domain/letter/compose-proposal'
import type { LetterPaper } from '#domain/letter/blocks'
import type { Annex, LetterLanguage, Proposal, Sender } from '#domain/letter/proposal'
import { PREPAY_BY_ACTUAL_DAYS } from '#domain/loan/default-terms'
import type { Loan, LoanProduct } from '#domain/loan/loan'
import type { BalanceStated } from '#domain/loan/loan-event'
import type { Party, PartyType } from '#domain/loan/party'
import { stateOn } from '#domain/loan/state-on'
import { fen } from '#domain/money/fen'

export const TODAY = localDate('2026-11-23')
export const LENDER = 'lender'
export const OTHER_LENDER_NAME = '某某小额贷款有限公司丙'

export const SENDER: Sender = {
  name: '林某某',
  idNumber: '320100199001011234',
  phone: '138 0000 0001',
  address: '江苏省南京市示例区示例路 1 号 2 幢 301 室',
  email: 'lin@example.invalid',
  debitAccount: '示例银行 尾号 6677',
  answerWithinHours: 24,
}

const party = (id: string, name: string, type: PartyType, department = ''): Party => ({
  id,
  name,
  type,
  department,
  address: '',
  officialChannel: '',
  note: '',
})

const STATED: BalanceStated = {
  kind: 'balanceStated',
  id: 'stated',
  on: TODAY,
  note: '',
  source: '贵司 App',
  principalFen: fen(2_491_036),
  interestFen: fen(121_420),
  penaltyFen: fen(26_844),
  lateFeeFen: fen(8_700),
  otherFeeFen: fen(0),
  overduePrincipalFen: null,
  nextDueOn: localDate('2026-12-05'),
  daysLate: 49,
}

export const LOAN: Loan = {
  id: 'loan',
  name: '消费贷',
  product: 'consumerLoan',
  parties: {
    contractLenders: [{ partyId: LENDER, sharePer10000: null }],
    platformId: null,
    creditEnhancerId: null,
    collectorId: null,
    currentCreditorId: null,
  },
  contractNumber: 'XF-2025-110417',
  cardTail: '',
  contractedOn: localDate('2025-11-05'),
  advertisedRate: null,
  terms: {
    kind: 'levelInstalment',
    principalFen: fen(3_600_000),
    drawnOn: localDate('2025-11-05'),
    periods: 36,
    firstDueOn: localDate('2025-12-05'),
    cadence: { every: 'month' },
    rate: { partsPerTenMillion: 1_540_000, per: 'year', dayBasis: 360 },
    firstPeriod: 'whole',
  },
  receivedFen: fen(3_600_000),
  recurringFees: [],
  defaultTerms: { penalty: null, penaltyBase: 'overduePrincipal', graceDays: 0, lateFee: null },
  prepayment: PREPAY_BY_ACTUAL_DAYS,
  debit: null,
  events: [STATED],
  isEstimate: false,
  isArchived: false,
  note: '',
}

const ANNEXES: readonly Annex[] = [
  { kind: 'wageFlow', text: '', isIncluded: true },
  { kind: 'hardshipProof', text: '', isIncluded: true },
  { kind: 'unemploymentProof', text: '', isIncluded: false },
  { kind: 'idCopy', text: '', isIncluded: true },
]

export interface Wanted {
  readonly language?: LetterLanguage
  readonly product?: LoanProduct
  readonly lenderType?: PartyType
  /** `current`: known from the contract and nothing overdue; `overdue`: known from the lender's app. */
  readonly standing?: 'current' | 'overdue'
  readonly request?: Partial<ArrangementRequest>
  readonly proposal?: Partial<Proposal>
  readonly loan?: Partial<Loan>
  readonly sender?: Partial<Sender>
  readonly otherDebts?: number
}

/** A letter's input through the real engine: state and arrangement are never typed by hand. */
export function inputFor(wanted: Wanted = {}): ProposalInput {
  const language = wanted.language ?? 'zh-CN'
  const product = wanted.product ?? 'consumerLoan'
  const isCard = product === 'creditCard' || product === 'cardInstalment'
  const isCurrent = wanted.standing === 'current'
  const loan: Loan = {
    ...LOAN,
    product,
    cardTail: isCard ? '8829' : '',
    contractNumber: isCard ? '' : LOAN.contractNumber,
    events: isCurrent
      ? [{ ...STATED, interestFen: fen(0), penaltyFen: fen(0), lateFeeFen: fen(0), daysLate: 0 }]
      : [STATED],
    ...wanted.loan,
  }
  const state = stateOn(loan, TODAY)
  if (!state.ok) throw new Error(state.error.code)
  const arrangement = arrange(loan, state.value, {
    periods: 24,
    firstDueOn: localDate('2026-12-15'),
    rate: { partsPerTenMillion: 1_000_000, per: 'year', dayBasis: 360 },
    holidayPeriods: 0,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
    settlementPer10000: null,
    ...wanted.request,
  })
  if (!arrangement.ok) throw new Error(arrangement.error.code)
  const isChinese = language === 'zh-CN'
  return {
    words: isChinese ? zhCN : en,
    sender: { ...SENDER, ...wanted.sender },
    loan,
    state: state.value,
    parties: [
      party(
        LENDER,
        isCard ? '示例银行股份有限公司信用卡中心' : '消费金融公司甲',
        wanted.lenderType ?? (isCard ? 'bank' : 'consumerFinance'),
        '客户服务与资产管理部门',
      ),
      party('other', OTHER_LENDER_NAME, 'microLoan'),
    ],
    arrangement: arrangement.value,
    budget: {
      incomeFen: fen(760_000),
      essentialsFen: fen(370_000),
      otherFen: fen(0),
      disposableFen: fen(390_000),
    },
    others:
      wanted.otherDebts === 0
        ? { count: 0, balanceFen: fen(0), monthlyFen: fen(0), askedMonthlyFen: fen(0) }
        : { count: 4, balanceFen: fen(6_130_000), monthlyFen: fen(264_000), askedMonthlyFen: fen(264_000) },
    today: TODAY,
    proposal: {
      id: 'proposal',
      loanId: 'loan',
      recipientId: LENDER,
      kind: proposalKindFor(loan, state.value),
      language,
      writtenOn: TODAY,
      request: arrangement.value.request,
      cause: isChinese
        ? '本人 2026 年 8 月住院，停工两个月，收入由 7,600 元降至 2,100 元；10 月已恢复工作。'
        : 'I was in hospital in August 2026 and off work for two months, when my income fell from CNY 7,600 to CNY 2,100; I have been back at work since October.',
      firstPaymentSource: isChinese ? '12 月 10 日的工资' : 'wages of 10 December',
      replyBy: localDate('2026-12-08'),
      disputed: ['penalty', 'lateFee'],
      fallback: isChinese
        ? '先以三个月只付利息，期满再议分期。'
        : 'interest only for three months, and instalments to be agreed after that.',
      annexes: ANNEXES,
      showFullId: false,
      noticeReadOn: TODAY,
      sent: null,
      reply: null,
      ...wanted.proposal,
    },
  }
}

export const letterFor = (wanted: Wanted = {}): LetterPaper => composeProposal(inputFor(wanted))

const PRODUCTS: readonly LoanProduct[] = ['consumerLoan', 'cardInstalment', 'privateLoan']
const REQUESTS: readonly Partial<ArrangementRequest>[] = [
  {},
  { periods: 60, holidayPeriods: 3, interestOnlyPeriods: 2 },
  { periods: 1, rate: { partsPerTenMillion: 0, per: 'year', dayBasis: 360 }, waivePenaltyPer10000: 5_000 },
  { periods: 12, arrears: 'capitalise' },
  { periods: 12, arrears: 'withFirst', waivePenaltyPer10000: 10_000 },
]

/** Every kind of letter in every language and variant, by a name for the test's report. */
export const EVERY_LETTER: readonly { readonly name: string; readonly wanted: Wanted }[] = (
  ['zh-CN', 'en'] as const
).flatMap((language) =>
  PRODUCTS.flatMap((product) =>
    (['current', 'overdue'] as const).flatMap((standing) =>
      REQUESTS.flatMap((request, index) =>
        [0, 4].map((otherDebts) => ({
          name: `${language} ${product} ${standing} request ${index} with ${otherDebts} other debts`,
          wanted: {
            language,
            product,
            standing,
            request,
            otherDebts,
            ...(product === 'privateLoan' ? { lenderType: 'privatePerson' as const } : {}),
          },
        })),
      ),
    ),
  ),
)

/** Everything a reader of the letter can see, as one text. */
export const everyWord = (paper: LetterPaper): string =>
  paper.blocks
    .flatMap((block): readonly string[] => {
      switch (block.type) {
        case 'list':
          return block.items
        case 'facts':
          return block.pairs.flatMap(({ label, value }) => [label, value])
        case 'table':
          return [...block.columns.map(({ label }) => label), ...block.rows.flat(), ...(block.totals ?? [])]
        case 'signature':
          return [block.signer, block.date]
        case 'slip':
          return [block.title, ...block.lines]
        case 'pageBreak':
          return []
        default:
          return [block.text]
      }
    })
    .join('\n')
