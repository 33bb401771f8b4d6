import type { LocalDate } from '../calendar/local-date'
import type { LoanProduct } from '../loan/loan'
import type { PartyType } from '../loan/party'
import type { Fen } from '../money/fen'

/** The same text in both languages of the program. */
export interface RuleText {
  readonly 'zh-CN': string
  readonly en: string
}

/** What kind of paper it is: only the first three and the fifth bind by themselves. */
export type RuleNature =
  | 'law'
  | 'judicialInterpretation'
  | 'regulation'
  | 'judicialPolicy'
  | 'departmentRule'
  | 'normativeDocument'
  | 'localRegulation'
  | 'nationalStandard'
  | 'selfRegulation'
  | 'guideline'
  | 'marketFigure'
  | 'reported'

/** A statute, interpretation, notice or standard that rules are taken from. */
export interface RuleDocument {
  readonly id: string
  readonly name: RuleText
  readonly issuer: RuleText
  /** As printed (金规〔2025〕9号); null while not confirmed. */
  readonly number: string | null
  readonly nature: RuleNature
  /** Where the official text can be looked up: a bare domain, never a link to a copy. Null when no text is public. */
  readonly officialSite: string | null
}

/**
 * How sure we are. `T`: the text of the article was seen. `N`: reported by news or law firms, the text not seen. `N-`: one
 * weak source, shown as "reported, please confirm". What could not be confirmed at all has no letter: it is not a rule.
 */
export type Confidence = 'T' | 'N' | 'N-'

export interface Citation {
  readonly documentId: string
  /** Article, section or page as one would say it; null when the whole document is meant. */
  readonly article: RuleText | null
  /** A short quotation of the original Chinese; null where its wording was not seen. */
  readonly quote: string | null
}

/** What a rule says as a figure. `statement`: it has none. Shares and multiples are parts of 10 000. */
export type RuleValue =
  | { readonly kind: 'statement' }
  | { readonly kind: 'rate'; readonly partsPerTenMillion: number; readonly per: 'year' | 'day' }
  | { readonly kind: 'rateBand'; readonly lowerPartsPerTenMillion: number; readonly upperPartsPerTenMillion: number }
  | { readonly kind: 'lprMultiple'; readonly multiplePer10000: number }
  | { readonly kind: 'surcharge'; readonly minPer10000: number; readonly maxPer10000: number }
  | { readonly kind: 'overLoss'; readonly sharePer10000: number }
  | { readonly kind: 'duration'; readonly count: number; readonly unit: 'day' | 'workday' | 'month' | 'year' }
  | {
      readonly kind: 'count'
      readonly bound: 'atMost' | 'atLeast' | 'exactly'
      readonly count: number
      readonly unit: 'answeredCallADay' | 'unansweredCallADay' | 'visitor' | 'reportAYear'
    }
  | { readonly kind: 'hours'; readonly from: string; readonly to: string }
  | { readonly kind: 'amount'; readonly amountFen: Fen }

/** One value and the days it holds, both ends included. Every value carries the citation for its own days. */
export interface RulePeriod {
  /** Null only in a first period whose first day is not confirmed. */
  readonly from: LocalDate | null
  /** How exactly `from` is known; a month or year is shown as such. */
  readonly fromPrecision: 'day' | 'month' | 'year'
  /** Null while in force. */
  readonly to: LocalDate | null
  readonly value: RuleValue
  readonly citations: readonly Citation[]
  readonly confidence: Confidence
  /** Last day the value was seen published, for values that change by announcement (LPR); null for the rest. */
  readonly confirmedOn: LocalDate | null
}

export const RULE_GROUPS = [
  'rates',
  'contract',
  'limitation',
  'card',
  'collection',
  'privacy',
  'creditRecord',
  'safety',
  'complaint',
  'court',
  'family',
  'relief',
] as const
export type RuleGroup = (typeof RULE_GROUPS)[number]

/** The thresholds the program looks at, by the numbers of the fact sheet, and one without a number. */
export const PREDICATE_IDS = [
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T15',
  'T16',
  'costDisclosure',
] as const
export type PredicateId = (typeof PREDICATE_IDS)[number]

/**
 * Which part of the program looks at the rule: `loan` in `LOAN_PREDICATES`, `limitation` in `limitationRisk`, `contacts`
 * in the contact log.
 */
export interface RuleCheck {
  readonly predicate: PredicateId
  readonly by: 'loan' | 'limitation' | 'contacts'
}

export interface Rule {
  /** Opaque and stable: it stands in the hash of the page. */
  readonly id: string
  readonly group: RuleGroup
  readonly title: RuleText
  readonly body: RuleText
  /** What the rule does not say; null when the body is all. */
  readonly limits: RuleText | null
  readonly appliesTo: {
    readonly lenders: readonly PartyType[] | 'all'
    readonly products: readonly LoanProduct[] | 'all'
  }
  readonly values: readonly RulePeriod[]
  readonly check: RuleCheck | null
  /** After this day the program says "please confirm". */
  readonly reviewBy: LocalDate
}

export interface RuleBook {
  /** The day the program with these rules was released; review dates are checked against it in CI. */
  readonly releasedOn: LocalDate
  readonly documents: readonly RuleDocument[]
  readonly rules: readonly Rule[]
}
