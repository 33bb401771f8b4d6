import type { AuditItem, AuditScope } from '../audit/claim'
import type { PartOrigin } from '../audit/audit-parts'
import type { ConventionCode } from '../audit/convention'
import type { PrepaymentTerms } from '../loan/default-terms'

type Words<K extends string> = Readonly<Record<K, string>>

/** Codes said in one way, and those whose sentence depends on more or less. */
type ConventionWord =
  Exclude<ConventionCode, 'penaltyDays' | 'runningDays'> | `${'penaltyDays' | 'runningDays'}${'More' | 'Less'}`

/** The words of notes in one language, beside those of letters: data in `resources/notes`, an argument here. */
export interface NoteWords {
  readonly name: string
  readonly signer: string
  /** For a loan whose number is not known. */
  readonly thisLoan: string
  /** Between two conventions in one sentence. */
  readonly joint: string
  readonly item: Words<AuditItem>
  readonly scope: Words<AuditScope>
  readonly audit: Words<
    | 'title'
    | 'claimed'
    | 'more'
    | 'less'
    | 'same'
    | 'item'
    | 'itemUnknown'
    | 'how'
    | 'askExact'
    | 'askRounding'
    | 'askNear'
    | 'askRest'
    | 'askUpfront'
    | 'askFees'
    | 'reply'
    | 'reservation'
  > & {
    readonly heading: Words<'figures' | 'items' | 'reply' | 'contact'>
    readonly askItem: Words<AuditItem>
  }
  readonly table: Words<'item' | 'claimed' | 'ours' | 'difference' | 'totals' | 'unknown'>
  readonly line: Words<'instalment' | Exclude<PartOrigin, 'plan'>>
  readonly basis: Words<
    | 'plan'
    | 'period'
    | 'days'
    | 'penalty'
    | 'penaltyOwnRate'
    | 'earlier'
    | 'paid'
    | 'lateFee'
    | 'prepaymentFee'
    | 'line'
    | 'plainLine'
    | 'more'
  > & { readonly fees: Words<PrepaymentTerms['remainingFees']> }
  readonly convention: Words<ConventionWord>
  readonly designation: Words<'title' | 'statement' | 'others' | 'within' | 'reply' | 'reservation'>
}
