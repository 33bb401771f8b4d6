import type { Cadence } from '#domain/calendar/cadence'
import type { LocalDate } from '#domain/calendar/local-date'
import type { Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

/**
 * How days between two dates are counted where interest goes by days: actual days (ACT, the default), or 30 days to every
 * month (30/360, bond basis). The year's length is the rate's own `dayBasis`.
 */
export type DayCount = 'actual' | 'thirty'

/** A rate that replaces the one before it for every period beginning on or after a day: promotions, repricing. */
export interface RateStep {
  readonly from: LocalDate
  readonly rate: InterestRate
}

interface InstalmentTerms {
  /** Contract amount. What really arrived is `Loan.receivedFen`. */
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly periods: number
  readonly firstDueOn: LocalDate
  readonly cadence: Cadence
}

/** What a contract may add to a plain rated plan; absent is "nothing of the kind". */
interface RatedTraits {
  readonly rate: InterestRate
  /** In date order. A level instalment is computed anew over the periods left when the rate changes. */
  readonly rateSteps?: readonly RateStep[] | undefined
  /** First periods in which only interest is paid (宽限期). */
  readonly interestOnlyPeriods?: number | undefined
  /** Principal the plan leaves for the last instalment (尾款). */
  readonly balloonFen?: Fen | undefined
  readonly dayCount?: DayCount | undefined
}

interface RatedInstalmentTerms extends InstalmentTerms, RatedTraits {
  /** First period: a whole period whatever its days, or the actual days from `drawnOn` at the daily rate. */
  readonly firstPeriod: 'whole' | 'days'
}

/** 等额本息 */
export interface LevelInstalmentTerms extends RatedInstalmentTerms {
  readonly kind: 'levelInstalment'
}
/** 等额本金 */
export interface EqualPrincipalTerms extends RatedInstalmentTerms {
  readonly kind: 'equalPrincipal'
}
/** 先息后本 */
export interface InterestFirstTerms extends RatedInstalmentTerms {
  readonly kind: 'interestFirst'
}
/** 到期一次还本付息 */
export interface BulletTerms {
  readonly kind: 'bullet'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly maturesOn: LocalDate
  readonly rate: InterestRate
  readonly dayCount?: DayCount | undefined
}
/** 等本等息（花呗、信用卡分期）: the fee is on the ORIGINAL principal every period. */
export interface FlatFeeTerms extends InstalmentTerms {
  readonly kind: 'flatFee'
  readonly feeRate: InterestRate
  readonly feeTiming: 'everyPeriod' | 'withFirst'
}
/**
 * 随借随还、按日计息（微粒贷、借呗类）: interest on the balance by actual days in every period. Ask for the daily rate first;
 * a yearly one is divided by its day basis.
 */
export interface DailyBalanceTerms extends InstalmentTerms, RatedTraits {
  readonly kind: 'dailyBalance'
  readonly repayment: 'level' | 'equalPrincipal' | 'interestFirst'
}

/** Minimum payment of a card statement (最低还款额), each rounded half up and never above the balance. */
export type MinimumRule =
  /** Share of the principal + all interest, fees, card instalments, over-limit and unpaid minimum, with a floor. */
  | { readonly by: 'shareAndCharges'; readonly sharePer10000: number; readonly floorFen: Fen }
  /** A plain share of the whole balance, with a floor. */
  | { readonly by: 'share'; readonly sharePer10000: number; readonly floorFen: Fen }
  | { readonly by: 'fixed'; readonly amountFen: Fen }

/**
 * 信用卡循环: purchases and cash are dated events; `principalFen` is what was already owed on `drawnOn` as purchases posted
 * that day (the balance with which the record begins; it may be zero when only events are entered).
 */
export interface RevolvingTerms {
  readonly kind: 'revolving'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  /** Usually per day, 0.05 % and 365. */
  readonly rate: InterestRate
  readonly limitFen: Fen | null
  /** Day of the month the statement is drawn (账单日), clamped to the month's end. */
  readonly statementDay: number
  /** Due day: so many days after the statement, or a day of the month (the next such day after it). */
  readonly due:
    { readonly by: 'daysAfter'; readonly days: number } | { readonly by: 'dayOfMonth'; readonly day: number }
  readonly minimum: MinimumRule
  /** 全额计息: on the whole statement from each posting date; or only on what was not paid by the due day. */
  readonly interestOn: 'wholeStatement' | 'unpaidPart'
  /** Interest posted bears interest from the next statement on (复利): only where the contract says so. */
  readonly compounds: boolean
}

/** One row of a plan as the lender's app shows it. */
export interface StatedRow {
  readonly dueOn: LocalDate
  readonly principalFen: Fen
  readonly interestFen: Fen
  readonly feeFen: Fen
}
/** 平台还款计划 */
export interface LenderScheduleTerms {
  readonly kind: 'lenderSchedule'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly rows: readonly StatedRow[]
}
/** 亲友借款: any dates, any amounts; what no row covers is payable on demand (民法典 675). */
export interface InformalTerms {
  readonly kind: 'informal'
  readonly principalFen: Fen
  readonly drawnOn: LocalDate
  readonly rate: InterestRate | null
  readonly rows: readonly { readonly dueOn: LocalDate; readonly amountFen: Fen }[]
}

export type LoanTerms =
  | LevelInstalmentTerms
  | EqualPrincipalTerms
  | InterestFirstTerms
  | BulletTerms
  | FlatFeeTerms
  | DailyBalanceTerms
  | RevolvingTerms
  | LenderScheduleTerms
  | InformalTerms

export type LoanKind = LoanTerms['kind']

/**
 * A fee beside the instalment (担保费、服务费、会员费、保险费) that counts in the true cost: with every instalment, once with
 * the first, or once in cash on the day the money came (what was kept back from the loan is `receivedFen`, not a fee).
 */
export interface RecurringFee {
  readonly id: string
  readonly name: string
  readonly amountFen: Fen
  readonly timing: 'everyInstalment' | 'withFirst' | 'upfront'
}
