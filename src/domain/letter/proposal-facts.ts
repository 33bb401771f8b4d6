import type { BalanceStated } from '../loan/loan'
import { addFen, type Fen } from '../money/fen'
import type { ProposalInput } from './compose-proposal'
import type { Phrases } from './phrases'
import { fill } from './words'

/** Section one: the contract, the lender's own figures by date and source, what is to be checked, the reservation. */
export function situationText(input: ProposalInput, say: Phrases, you: string): string {
  const { words, loan, state, proposal } = input
  const { situation } = words
  const stated = latestStatement(input)
  const items = figures(input, stated)
    .filter(({ kind, amountFen }) => kind === 'principal' || amountFen > 0)
    .map(({ kind, amountFen }) => fill(situation.items[kind], { amount: say.yuan(amountFen) }))
    .join(words.list.comma)
  const disputed = proposal.disputed.map((kind) => words.disputedItem[kind]).join(words.list.comma)
  return [
    fill(situation.contract, {
      drawnOn: say.date(loan.terms.drawnOn),
      you,
      principal: say.yuan(loan.terms.principalFen),
      product: words.product[loan.product],
    }),
    stated
      ? fill(situation.quoted, { source: stated.source, on: say.date(stated.on), items })
      : fill(situation.computed, { you, on: say.date(state.on), items }),
    disputed === '' ? '' : fill(situation.disputed, { items: disputed, you }),
    situation.reservation,
    state.daysLate > 0
      ? fill(situation.overdue, { days: state.daysLate })
      : state.nextDueOn === null
        ? ''
        : fill(situation.notDue, { nextDueOn: say.date(state.nextDueOn), nextDue: say.yuan(state.nextDueFen) }),
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

function latestStatement({ loan, today }: ProposalInput): BalanceStated | null {
  return loan.events.reduce<BalanceStated | null>(
    (latest, event) =>
      event.kind === 'balanceStated' && event.on <= today && (latest === null || event.on >= latest.on)
        ? event
        : latest,
    null,
  )
}

type FigureKind = 'principal' | 'interest' | 'penalty' | 'lateFee' | 'otherFee'

function figures(
  { state }: ProposalInput,
  stated: BalanceStated | null,
): readonly { readonly kind: FigureKind; readonly amountFen: Fen }[] {
  const given = stated ? { ...stated, otherFen: stated.otherFeeFen } : { ...state, otherFen: addFen(state.feeFen) }
  return [
    { kind: 'principal', amountFen: given.principalFen },
    { kind: 'interest', amountFen: given.interestFen },
    { kind: 'penalty', amountFen: given.penaltyFen },
    { kind: 'lateFee', amountFen: given.lateFeeFen },
    { kind: 'otherFee', amountFen: given.otherFen },
  ]
}
