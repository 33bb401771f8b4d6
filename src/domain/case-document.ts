import type { Attachment } from './attachment/attachment'
import type { Budget } from './budget/budget'
import type { CallBillLayout, ContactImport } from './contact/contact-import'
import type { FindingMark } from './contact/finding-mark'
import type { KnownNumber } from './contact/known-number'
import type { LoggedContact } from './contact/logged-contact'
import type { CourtPaper, Escalation } from './escalation/escalation'
import type { CustodyEntry } from './evidence/custody'
import type { EvidencePack, Exhibit } from './evidence/exhibit'
import type { Sender, Proposal } from './letter/proposal'
import type { Loan } from './loan/loan'
import type { Party } from './loan/party'
import type { PlanSettings } from './plan/plan'
import type { PlanVersion } from './plan/plan-version'
import type { Scenario } from './plan/scenario'
import type { LprEntry } from './rate/lpr-entry'

/** The shape this program writes. A document with a higher number is refused, never written, never reset. */
export const SCHEMA_VERSION = 5

export interface CaseSettings {
  readonly sender: Sender
  /** The sample never mixes with real data: its first real edit asks to wipe it. */
  readonly isSample: boolean
  /** First-run answered. */
  readonly hasStarted: boolean
  /** One-year LPR the user entered or corrected, in date order; they add to and override the built-in table. */
  readonly lprEntries: readonly LprEntry[]
}

/** Everything one person entered: one case for each data folder. */
export interface CaseDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION
  /** Grows by one with every acknowledged command. */
  readonly revision: number
  readonly settings: CaseSettings
  readonly parties: readonly Party[]
  readonly loans: readonly Loan[]
  readonly budget: Budget
  readonly plan: PlanSettings
  readonly scenarios: readonly Scenario[]
  /** Plans the person stood by, oldest first; the last one holds. */
  readonly planVersions: readonly PlanVersion[]
  readonly proposals: readonly Proposal[]
  readonly attachments: readonly Attachment[]
  /** The contact log, in the order in which it was written down. */
  readonly contacts: readonly LoggedContact[]
  readonly numbers: readonly KnownNumber[]
  readonly contactImports: readonly ContactImport[]
  readonly callBillLayouts: readonly CallBillLayout[]
  readonly findingMarks: readonly FindingMark[]
  /** In the order of the evidence index. */
  readonly exhibits: readonly Exhibit[]
  /** The chain of custody, oldest first: it only grows. */
  readonly custody: readonly CustodyEntry[]
  readonly evidencePacks: readonly EvidencePack[]
  readonly escalations: readonly Escalation[]
  readonly courtPapers: readonly CourtPaper[]
}

/** What version 5 added, with nothing in it yet. */
export const NO_CONTACTS_YET = {
  contacts: [],
  numbers: [],
  contactImports: [],
  callBillLayouts: [],
  findingMarks: [],
  exhibits: [],
  custody: [],
  evidencePacks: [],
  escalations: [],
  courtPapers: [],
} satisfies Partial<CaseDocument>

export const EMPTY_SENDER: Sender = {
  name: '',
  idNumber: '',
  phone: '',
  address: '',
  email: '',
  debitAccount: '',
  answerWithinHours: 24,
}
