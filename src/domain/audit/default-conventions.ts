import { daysBetween, type LocalDate } from '../calendar/local-date'
import { contractRate } from '../loan/contract-rate'
import type { DefaultTerms, LateFee } from '../loan/default-terms'
import type { LoanFold } from '../loan/fold-state'
import { lateFeeCharge, lateFeeCharges } from '../loan/late-fee'
import { daysLateOn, lateFeeOn, openAll, openPrincipal, penaltyOn, type LiveInstalment } from '../loan/live-instalment'
import type { Loan } from '../loan/loan'
import type { Fen } from '../money/fen'
import { daysInterest } from '../rate/interest'
import type { InterestRate } from '../rate/interest-rate'
import { isAsked } from './audit-parts'
import type { AuditScope } from './claim'
import type { Convention } from './convention'
import { penaltyBaseOf } from './line-basis'

const MULTIPLES = [10_000, 13_000, 15_000, 20_000] as const
/** 日息 0.03 %, 0.05 % (万五), 0.06 %, 0.1 %, as notices write them. */
const DAILY_RATES = [3_000, 5_000, 6_000, 10_000] as const

const withDefault = (loan: Loan, changes: Partial<DefaultTerms>): Loan => ({
  ...loan,
  defaultTerms: { ...loan.defaultTerms, ...changes },
})

/** Instalments that are late on a day and asked for, with what their penalty interest runs on. */
function lateRows(fold: LoanFold, on: LocalDate, scope: AuditScope) {
  return fold.rows
    .filter((row) => isAsked(row, on, scope) && daysLateOn(row, on, fold.rules, openAll(row, on, fold.rules)) > 0)
    .map((row) => ({ row, base: penaltyBaseOf(fold, row) as Fen, days: daysBetween(row.segmentFrom, on) }))
}

const bearsPenalty = ({ row }: { readonly row: LiveInstalment }): boolean =>
  row.origin === 'plan' || row.origin === 'stated' || row.origin === 'called'

/** Other ways to charge lateness: penalty interest, compound interest, late fees, grace. */
export function defaultConventions(loan: Loan, solvedMultiple: number | null): readonly Convention[] {
  return [...penaltyConventions(loan, solvedMultiple), ...graceConventions(loan), ...lateFeeConventions(loan)]
}

function penaltyConventions(loan: Loan, solvedMultiple: number | null): readonly Convention[] {
  const { penaltyBase, compounds } = loan.defaultTerms
  const multiples = [...MULTIPLES, ...(solvedMultiple === null ? [] : [solvedMultiple])]
  const otherBase = penaltyBase === 'overduePrincipal' ? 'overdueInstalment' : 'overduePrincipal'
  return [
    {
      code: penaltyBase === 'overduePrincipal' ? 'penaltyOnInstalment' : 'penaltyOnPrincipal',
      detail: {},
      family: 'penaltyBase',
      change: (other) => withDefault(other, { penaltyBase: otherBase }),
    },
    ...([1, -1] as const).map((days): Convention => ({
      code: 'penaltyDays',
      detail: { days },
      family: 'penaltyDays',
      add: (fold, on, scope) => ({
        penalty: lateRows(fold, on, scope)
          .filter(bearsPenalty)
          .reduce((sum, late) => sum + penaltyFor(fold, late, days) - penaltyFor(fold, late, 0), 0),
      }),
    })),
    ...multiples.map((per10000): Convention => ({
      code: 'penaltyMultiple',
      detail: { per10000 },
      family: 'penaltyRate',
      change: (other) => withDefault(other, { penalty: { by: 'multiple', multiplePer10000: per10000 } }),
    })),
    ...DAILY_RATES.map((dailyRate): Convention => ({
      code: 'penaltyDailyRate',
      detail: { dailyRate },
      family: 'penaltyRate',
      change: (other) => withDefault(other, { penalty: { by: 'rate', rate: perDay(dailyRate) } }),
    })),
    {
      code: 'penaltyLeftOut',
      detail: {},
      family: 'penaltyRate',
      change: (other) => withDefault(other, { penalty: null }),
    },
    {
      code: compounds ? 'compoundLeftOut' : 'compoundCharged',
      detail: {},
      family: 'compound',
      change: (other) => withDefault(other, { compounds: !compounds }),
    },
    { code: 'ordinaryBeside', detail: {}, family: 'ordinary', add: ordinaryBeside },
    { code: 'penaltyOnBalance', detail: {}, family: 'penaltyBase', add: penaltyOnBalance },
  ]
}

const perDay = (partsPerTenMillion: number): InterestRate => ({ partsPerTenMillion, per: 'day', dayBasis: 365 })

const penaltyFor = ({ rules }: LoanFold, { base, days }: { base: Fen; days: number }, more: number): number =>
  rules.penaltyOf(base, days + more)

/** Ordinary interest of the contract going on, on overdue principal, beside penalty interest: the same days counted twice. */
function ordinaryBeside(fold: LoanFold, on: LocalDate, scope: AuditScope) {
  const rate = contractRate(fold.loan)
  return {
    interest: lateRows(fold, on, scope)
      .filter(bearsPenalty)
      .reduce((sum, { row, days }) => sum + daysInterest(openPrincipal(row) as Fen, rate, days), 0),
  }
}

const wholeBalance = (fold: LoanFold): Fen =>
  fold.rows.reduce((sum, row) => sum + openPrincipal(row), fold.onDemand) as Fen

/** Penalty interest on all principal since the earliest overdue day, as if the loan had been called then. */
function penaltyOnBalance(fold: LoanFold, on: LocalDate, scope: AuditScope) {
  const late = lateRows(fold, on, scope).filter(bearsPenalty)
  const first = late[0]
  if (!first) return {}
  const ours = late.reduce((sum, { row }) => sum + penaltyOn(row, on, fold.rules) - row.paidPenalty, 0)
  return { penalty: fold.rules.penaltyOf(wholeBalance(fold), daysBetween(first.row.dueOn, on)) - ours }
}

function graceConventions({ defaultTerms }: Loan): readonly Convention[] {
  const { graceDays, graceAmountFen = 0 } = defaultTerms
  const grace: Convention = {
    code: 'graceIgnored',
    detail: { days: graceDays },
    family: 'grace',
    change: (loan) => withDefault(loan, { graceDays: 0 }),
  }
  const tolerance: Convention = {
    code: 'toleranceIgnored',
    detail: { amountFen: graceAmountFen as Fen },
    family: 'tolerance',
    change: (loan) => withDefault(loan, { graceAmountFen: 0 as Fen }),
  }
  return [...(graceDays > 0 ? [grace] : []), ...(graceAmountFen > 0 ? [tolerance] : [])]
}

const CHARGED = [
  ['once', 'lateFeeOnce'],
  ['monthly', 'lateFeeMonthly'],
  ['daily', 'lateFeeDaily'],
] as const

function lateFeeConventions({ defaultTerms: { lateFee: fee } }: Loan): readonly Convention[] {
  if (fee === null) return []
  const family = 'lateFee'
  const withFee = (loan: Loan, lateFee: LateFee | null): Loan => withDefault(loan, { lateFee })
  return [
    ...CHARGED.filter(([charged]) => charged !== (fee.charged ?? 'once')).map(([charged, code]): Convention => ({
      code,
      detail: {},
      family,
      change: (loan) => withFee(loan, { ...fee, charged }),
    })),
    ...(fee.by === 'share'
      ? [
          { code: 'lateFeeOnBalance', detail: { per10000: fee.sharePer10000 }, family, add: lateFeeOnBalance } as const,
          {
            code: 'lateFeeUncapped',
            detail: {},
            family: 'lateFeeCap',
            change: (loan: Loan) => withFee(loan, { ...fee, maxFen: null, capFen: null }),
          } as const,
        ]
      : []),
    { code: 'lateFeeLeftOut', detail: {}, family, change: (loan) => withFee(loan, null) },
  ]
}

/** The late fee's share taken of all principal instead of what was missed. */
function lateFeeOnBalance(fold: LoanFold, on: LocalDate, scope: AuditScope) {
  const { lateFee, graceDays } = fold.rules.terms
  if (lateFee === null) return {}
  const each = lateFeeCharge(lateFee, wholeBalance(fold))
  return {
    lateFee: lateRows(fold, on, scope)
      .filter(({ row }) => row.origin === 'plan')
      .reduce(
        (sum, { row }) =>
          sum + lateFeeCharges(lateFee, row.dueOn, graceDays, on) * each - lateFeeOn(row, on, fold.rules),
        0,
      ),
  }
}
