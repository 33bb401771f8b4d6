import type { AuditLine } from '../audit/audit-statement'
import type { LineBasis } from '../audit/line-basis'
import type { ConventionCode, ConventionDetail } from '../audit/convention'
import type { Explanation } from '../audit/explain'
import type { Phrases } from '../letter/phrases'
import { fill } from '../letter/words'
import { formatYuan } from '../money/format-yuan'
import { absFen, type Fen } from '../money/fen'
import { RATE_SCALE } from '../rate/interest-rate'
import type { NoteWords } from './note-words'

/** `1.5`, `2`, `2.35`. */
const times = (per10000: number): string => String(Number((per10000 / 10_000).toFixed(4)))

/** Which instalment or part a line is of. */
export const lineLabel = (words: NoteWords, { origin, n }: AuditLine): string =>
  origin === 'plan' ? fill(words.line.instalment, { n }) : words.line[origin]

/** How a line was computed, in words and figures; the figure itself is left out. */
export function basisText(words: NoteWords, say: Phrases, { basis, paidFen }: AuditLine): string {
  const paid = paidFen > 0 ? fill(words.basis.paid, { paid: say.yuan(paidFen) }) : ''
  return formulaText(words, say, basis) + paid
}

function formulaText({ basis: words }: NoteWords, say: Phrases, basis: LineBasis): string {
  switch (basis.by) {
    case 'plan':
      return words.plan
    case 'interest': {
      const { baseFen, rate, days } = basis
      const values = { base: say.yuan(baseFen), rate: say.percent(rate), basis: rate.dayBasis }
      return days === null ? fill(words.period, values) : fill(words.days, { ...values, days })
    }
    case 'penalty': {
      const { baseFen, rate, days, from, multiplePer10000, earlierFen } = basis
      const values = {
        base: say.yuan(baseFen),
        rate: say.percent(rate),
        basis: rate.dayBasis,
        days,
        from: say.date(from),
      }
      const running =
        multiplePer10000 === 10_000
          ? fill(words.penaltyOwnRate, values)
          : fill(words.penalty, { ...values, multiple: times(multiplePer10000) })
      return running + (earlierFen > 0 ? fill(words.earlier, { earlier: say.yuan(earlierFen) }) : '')
    }
    case 'lateFee':
      return fill(words.lateFee, { charges: basis.charges })
    case 'remainingFees':
      return words.fees[basis.rule]
    case 'prepaymentFee':
      return fill(words.prepaymentFee, { base: say.yuan(basis.baseFen), share: say.share(basis.per10000) })
  }
}

/** What an explanation supposes: one convention, or two joined. */
export const conventionText = (words: NoteWords, say: Phrases, { conventions }: Explanation): string =>
  conventions.map(({ code, detail }) => oneConvention(words, say, code, detail)).join(words.joint)

function oneConvention(words: NoteWords, say: Phrases, code: ConventionCode, detail: ConventionDetail): string {
  const { days, on, amountFen, per10000, dailyRate, dayBasis, scope } = detail
  const name =
    code === 'penaltyDays' || code === 'runningDays' ? (`${code}${(days ?? 0) > 0 ? 'More' : 'Less'}` as const) : code
  return fill(words.convention[name], {
    ...(days === undefined ? {} : { days }),
    ...(on === undefined ? {} : { on: say.date(on) }),
    ...(amountFen === undefined ? {} : { amount: say.yuan(amountFen) }),
    ...(per10000 === undefined ? {} : { multiple: times(per10000), share: say.share(per10000) }),
    ...(dailyRate === undefined ? {} : { rate: `${Number(((dailyRate * 100) / RATE_SCALE).toFixed(5))}%` }),
    ...(dayBasis === undefined ? {} : { basis: dayBasis }),
    ...(scope === undefined ? {} : { scope: words.scope[scope] }),
  })
}

/** The question an explanation leads to, with the total it would give. */
export function explanationText(
  words: NoteWords,
  say: Phrases,
  explanation: Explanation,
  values: { readonly you: string; readonly scope: string },
): string {
  const template = { exact: words.audit.askExact, rounding: words.audit.askRounding, near: words.audit.askNear }
  return fill(template[explanation.fit], {
    ...values,
    convention: conventionText(words, say, explanation),
    total: say.yuan(explanation.totalFen),
    rest: say.yuan(absFen(explanation.restFen)),
  })
}

/** Minus as a printed figure has it. */
export const signedYuan = (fen: Fen): string => `${fen < 0 ? '−' : ''}${formatYuan(absFen(fen))}`
