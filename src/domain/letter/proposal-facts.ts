import type { BalanceStated } from '../loan/loan-event'
import type { LoanState } from '../loan/loan-state'
import type { Fen } from '../money/fen'
import type { ProposalInput } from './compose-proposal'
import type { Phrases } from './phrases'
import { newCreditorId } from '../loan/transfer'
import { recipientOf } from './recipient'
import { fill } from './words'

/** Section one: the contract, the lender's own figures by date and source, what is to be checked, the reservation. */
export function situationText(input: ProposalInput, say: Phrases, you: string): string {
  const { words, loan, state, proposal } = input
  const { situation } = words
  const stated = latestStatement(input)
  const given = stated ? statedFigures(stated) : stateFigures(state)
  // Only what is claimed can be asked to be checked.
  const disputed = proposal.disputed
    .filter((kind) => [...given, ...stateFigures(state)].some((figure) => figure.kind === kind && figure.amountFen > 0))
    .map((kind) => words.disputedItem[kind])
    .join(words.list.comma)
  return [
    contractText(input, say, you),
    stated
      ? fill(situation.quoted, { source: stated.source, on: say.date(stated.on), items: items(given) })
      : fill(situation.computed, { you, on: say.date(state.on), items: items(given) }),
    stated ? sinceThen(stated) : '',
    loan.isEstimate ? situation.estimate : '',
    disputed === '' ? '' : fill(situation.disputed, { items: disputed, you }),
    stated ? situation.reservation : situation.reservationComputed,
    state.daysLate > 0
      ? fill(situation.overdue, { days: state.daysLate })
      : state.nextDueOn === null
        ? ''
        : fill(situation.notDue, { nextDueOn: say.date(state.nextDueOn), nextDue: say.yuan(state.nextDueFen) }),
  ].join('')

  function items(figures: readonly Figure[]): string {
    return figures
      .filter(({ kind, amountFen }) => kind === 'principal' || amountFen > 0)
      .map(({ kind, amountFen }) => fill(situation.items[kind], { amount: say.yuan(amountFen) }))
      .join(words.list.comma)
  }

  /** What is asked stands on the figures of today: when they have moved since the statement, both are said. */
  function sinceThen(statement: BalanceStated): string {
    const now = items(stateFigures(state))
    if (now === items(statedFigures(statement))) return ''
    const template = state.paidFen > 0 ? situation.since : situation.sinceUnpaid
    return fill(template, { paid: say.yuan(state.paidFen), on: say.date(state.on), items: now })
  }
}

/** Who lent, what, when, through whom; and, for a new creditor, that the notice of assignment is asked for. */
function contractText(input: ProposalInput, say: Phrases, you: string): string {
  const { words, loan, parties } = input
  const { situation } = words
  const recipientId = recipientOf(input)?.id
  const { contractLenders, platformId } = loan.parties
  const nameOf = (id: string | null): string => parties.find((party) => party.id === id)?.name ?? ''
  const lenders = contractLenders.map(({ partyId }) => nameOf(partyId)).filter((name) => name !== '')
  const isLender = contractLenders.length === 0 || contractLenders.some(({ partyId }) => partyId === recipientId)
  const principal = say.yuan(loan.terms.principalFen)
  const platform = platformId === recipientId ? '' : nameOf(platformId)
  return [
    fill(situation.contract, {
      drawnOn: say.date(loan.terms.drawnOn),
      lender: isLender || lenders.length === 0 ? you : lenders.join(words.list.comma),
      principal,
      product: words.product[loan.product],
    }),
    platform === '' ? '' : fill(situation.platform, { platform }),
    loan.receivedFen < loan.terms.principalFen
      ? fill(situation.received, { principal, received: say.yuan(loan.receivedFen) })
      : '',
    !isLender && newCreditorId(loan) === recipientId ? fill(situation.assigned, { you }) : '',
  ].join('')
}

/** Section two after the cause: income, essentials, what is offered, and that all lenders are treated by one rule. */
export function abilityText({ words, budget, others, arrangement }: ProposalInput, say: Phrases, you: string): string {
  const { ability } = words
  const sums = {
    income: say.yuan(budget.incomeFen),
    essentials: say.yuan(budget.essentialsFen),
    other: say.yuan(budget.otherFen),
    disposable: say.yuan(Math.max(0, budget.disposableFen) as Fen),
  }
  const offer = say.yuan(arrangement.comparison.newInstalmentFen)
  return (
    fill(budget.otherFen > 0 ? ability.budgetOther : ability.budget, sums) +
    (others.count > 0
      ? fill(ability.others, {
          count: others.count,
          balance: say.yuan(others.balanceFen),
          monthly: say.yuan(others.monthlyFen),
          you,
          offer,
        })
      : fill(ability.alone, { you, offer }))
  )
}

/** The lender's latest figures on the day the letter is dated. */
function latestStatement({ loan, proposal }: ProposalInput): BalanceStated | null {
  return loan.events.reduce<BalanceStated | null>(
    (latest, event) =>
      event.kind === 'balanceStated' && event.on <= proposal.writtenOn && (latest === null || event.on >= latest.on)
        ? event
        : latest,
    null,
  )
}

interface Figure {
  readonly kind: 'principal' | 'interest' | 'penalty' | 'lateFee' | 'otherFee'
  readonly amountFen: Fen
}

const statedFigures = (stated: BalanceStated): readonly Figure[] => [
  { kind: 'principal', amountFen: stated.principalFen },
  { kind: 'interest', amountFen: stated.interestFen },
  { kind: 'penalty', amountFen: stated.penaltyFen },
  { kind: 'lateFee', amountFen: stated.lateFeeFen },
  { kind: 'otherFee', amountFen: stated.otherFeeFen },
]

const stateFigures = (state: LoanState): readonly Figure[] => [
  { kind: 'principal', amountFen: state.principalFen },
  { kind: 'interest', amountFen: state.interestFen },
  { kind: 'penalty', amountFen: state.penaltyFen },
  { kind: 'lateFee', amountFen: state.lateFeeFen },
  { kind: 'otherFee', amountFen: state.feeFen },
]
