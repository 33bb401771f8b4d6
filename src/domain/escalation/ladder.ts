import type { LocalDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import type { ContactFinding } from '#domain/contact/contact-finding'
import type { PartyId, PartyType } from '#domain/loan/party'
import type { Rule } from '#domain/rules/rule'
import { clockOf, hasLapsed, type Clock } from './clock'
import { ESCALATION_KINDS, type Escalation, type EscalationKind } from './escalation'
import { whatHappened, type WhatHappened } from './what-happened'

/** Whether a step can be taken now, and if not, what it waits for. */
export type RungState =
  | 'open'
  /** Being prepared. */
  | 'draft'
  /** Sent; its clock, where there is one, is running. */
  | 'waiting'
  /** Sent, and the clock ran out without an answer. */
  | 'lapsed'
  | 'done'
  /** The institution itself comes first: its answer, or its clock run out. */
  | 'needsLender'
  /** Nothing in the log calls for it. */
  | 'noGround'
  /** Only for matters of credit records and payments. */
  | 'onlyCredit'

export interface Rung {
  readonly kind: EscalationKind
  readonly state: RungState
  /** The last step of this kind against this institution. */
  readonly escalation: Escalation | null
  readonly clock: Clock | null
}

const REGULATED: ReadonlySet<PartyType> = new Set(['bank', 'consumerFinance', 'trust', 'autoFinance'])
/** Whoever has a place to complain to; a private person has none. */
const INSTITUTIONS: ReadonlySet<PartyType> = new Set([
  ...REGULATED,
  'microLoan',
  'unlicensedCompany',
  'guarantor',
  'collector',
  'platform',
  'other',
  'unknown',
])

/** Whether a rung exists for a kind of institution at all: each body is asked only what is its own. */
export function isFor(kind: EscalationKind, type: PartyType): boolean {
  switch (kind) {
    case 'lender':
    case 'stopProcessing':
      return INSTITUTIONS.has(type)
    case 'lenderReview':
    case 'nfra':
      return REGULATED.has(type)
    case 'localBureau':
      return type === 'microLoan'
    case 'pboc':
      return REGULATED.has(type) || type === 'microLoan'
    case 'nifa':
      return REGULATED.has(type) || type === 'microLoan' || type === 'platform'
    case 'unwantedCalls':
    case 'onlineContent':
    case 'police':
    case 'injunction':
    case 'suit':
      return true
  }
}

/** Steps that rest on the institution's own answer, or its silence. */
const AFTER_LENDER: ReadonlySet<EscalationKind> = new Set(['lenderReview', 'nfra', 'localBureau'])

/** What in the log calls for a step. */
function hasGround(kind: EscalationKind, happened: WhatHappened): boolean {
  switch (kind) {
    case 'lender':
    case 'lenderReview':
    case 'nfra':
    case 'localBureau':
    case 'nifa':
      return happened.suspected.length > 0
    case 'pboc':
      return true
    case 'unwantedCalls':
      return happened.disturbing.length > 0
    case 'onlineContent':
      return happened.posted.length > 0
    case 'police':
      return happened.forPolice.length > 0
    case 'stopProcessing':
      return happened.toOthers.length > 0
    case 'injunction':
    case 'suit':
      return happened.forPolice.length > 0 || happened.suspected.some(({ colour }) => colour === 'red')
  }
}

interface LadderInput {
  readonly document: CaseDocument
  readonly partyId: PartyId
  readonly findings: readonly ContactFinding[]
  readonly rules: readonly Rule[]
  readonly today: LocalDate
}

/** The steps against one institution in their order, each with its state. */
export function ladderOf({ document, partyId, findings, rules, today }: LadderInput): readonly Rung[] {
  const type = document.parties.find(({ id }) => id === partyId)?.type ?? 'unknown'
  const happened = whatHappened(document, partyId, findings)
  const ofParty = document.escalations.filter((each) => each.partyId === partyId)
  const lender = ofParty.filter(({ kind }) => kind === 'lender')
  const isAnswered = lender.some((each) => isOver(each, rules, today))
  return ESCALATION_KINDS.filter((kind) => isFor(kind, type)).map((kind): Rung => {
    const escalation = ofParty.filter((each) => each.kind === kind).at(-1) ?? null
    if (escalation) {
      const clock = clockOf(escalation, rules)
      return { kind, escalation, clock, state: stateOf(escalation, clock, today) }
    }
    const state = !hasGround(kind, happened)
      ? 'noGround'
      : kind === 'pboc'
        ? 'onlyCredit'
        : AFTER_LENDER.has(kind) && !isAnswered
          ? 'needsLender'
          : 'open'
    return { kind, escalation: null, clock: null, state }
  })
}

function stateOf(escalation: Escalation, clock: Clock | null, today: LocalDate): RungState {
  if (escalation.outcome) return 'done'
  if (!escalation.sent) return 'draft'
  return clock && hasLapsed(clock, today) ? 'lapsed' : 'waiting'
}

/** The institution answered, in whatever way that did not settle it, or let its time pass. */
function isOver(escalation: Escalation, rules: readonly Rule[], today: LocalDate): boolean {
  if (escalation.outcome) return escalation.outcome.result !== 'settled' && escalation.outcome.result !== 'withdrawn'
  const clock = clockOf(escalation, rules)
  return clock !== null && hasLapsed(clock, today)
}
