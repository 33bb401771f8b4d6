import type { Arrangement } from '../extension/arrangement'
import { chineseCapital } from '../money/chinese-capital'
import { formatYuan } from '../money/format-yuan'
import { sumFen, type Fen } from '../money/fen'
import type { LetterBlock } from './blocks'
import type { ProposalInput } from './compose-proposal'
import type { Phrases } from './phrases'
import { recipientOf } from './recipient'
import { fill } from './words'

/**
 * Section three, in paragraphs: the law it stands on with the terms asked; the first payment and the standstill; for cards
 * what the agreement is to hold; the total.
 */
export function requestParagraphs(input: ProposalInput, say: Phrases, you: string): readonly string[] {
  const { words, proposal, arrangement } = input
  const { request } = words
  const { rows, carriedFen, principalFen, waivedFen, rate } = arrangement
  const { holidayPeriods, interestOnlyPeriods, arrears, waivePenaltyPer10000, settlementPer10000 } = arrangement.request
  const isCapitalised = arrears === 'capitalise'
  const oldFen = (isCapitalised ? principalFen - input.state.principalFen : carriedFen) as Fen
  const first = rows.find((row) => row.totalFen > 0) ?? rows[0]
  const terms = {
    principal: say.yuan(input.state.principalFen),
    periods: rows.length,
    rate: say.percent(rate),
    day: Number(arrangement.request.firstDueOn.slice(8)),
    first: say.date(rows[0]?.dueOn ?? proposal.writtenOn),
    last: say.date(rows.at(-1)?.dueOn ?? proposal.writtenOn),
  }
  const old = { arrears: say.yuan(oldFen) }
  const payment = {
    amount: say.yuan(first?.totalFen ?? (0 as Fen)),
    date: say.date(first?.dueOn ?? proposal.writtenOn),
    source: proposal.firstPaymentSource.trim(),
  }
  const isInterestFree = rate.partsPerTenMillion === 0
  const isOnce = rows.length === 1
  const inOneSum = (per10000: number): readonly string[] => [
    fill(request[proposal.kind], { you }),
    fill(request.inOneSum, {
      date: terms.first,
      amount: say.yuan(arrangement.totalFen),
      share: say.share(per10000),
      waived: say.yuan(waivedFen),
    }),
  ]
  const inInstalments = (): readonly string[] => [
    fill(request[proposal.kind], { you }),
    fill(
      isOnce
        ? isInterestFree
          ? request.termsOnceInterestFree
          : request.termsOnce
        : isInterestFree
          ? request.termsInterestFree
          : request.terms,
      terms,
    ),
    oldFen > 0
      ? fill(request[isCapitalised ? 'capitalised' : arrears === 'withFirst' ? 'withFirst' : 'spread'], old)
      : '',
    waivedFen > 0 ? fill(request.waiver, { share: say.share(waivePenaltyPer10000), waived: say.yuan(waivedFen) }) : '',
    holidayPeriods > 0 ? fill(request.holiday, { months: holidayPeriods }) : '',
    interestOnlyPeriods > 0 ? fill(request.interestOnly, { months: interestOnlyPeriods }) : '',
  ]
  const asked = settlementPer10000 === null ? inInstalments() : inOneSum(settlementPer10000)
  return [
    asked.join(''),
    fill(payment.source === '' ? request.firstPaymentPlain : request.firstPayment, payment) +
      (recipientOf(input)?.type === 'privatePerson'
        ? request.standstillPerson
        : proposal.kind === 'extension'
          ? request.standstillExtension
          : request.standstill),
    ...(proposal.kind === 'cardInstalment' ? [request.cardItems] : []),
    fill(request.total, { total: say.yuan(arrangement.totalFen), capital: chineseCapital(arrangement.totalFen) }),
  ]
}

/** Every instalment asked for, to the fen, with its sums. */
export function scheduleTable({ rows, totalFen }: Arrangement, { words }: Phrases): LetterBlock {
  const { table } = words
  const number = (label: string, width: number) => ({ label, align: 'end' as const, width })
  return {
    type: 'table',
    columns: [
      { label: table.n, align: 'start', width: 8 },
      { label: table.dueOn, align: 'start', width: 17 },
      number(table.principal, 15),
      number(table.interest, 14),
      number(table.arrears, 14),
      number(table.total, 15),
      number(table.balance, 17),
    ],
    rows: rows.map((row) => [
      String(row.n),
      row.dueOn,
      formatYuan(row.principalFen),
      formatYuan(row.interestFen),
      formatYuan(row.arrearsFen),
      formatYuan(row.totalFen),
      formatYuan(row.balanceFen),
    ]),
    totals: [
      table.totals,
      '',
      formatYuan(sumFen(rows, (row) => row.principalFen)),
      formatYuan(sumFen(rows, (row) => row.interestFen)),
      formatYuan(sumFen(rows, (row) => row.arrearsFen)),
      formatYuan(totalFen),
      '',
    ],
  }
}
