import type { Fen } from '../money/fen'
import type { AskInput, AskKinds, AskRemedy, AskShortfall } from './ask'
import { askMoney, moreMoney, type AskMoney } from './ask-money'
import { askLadder, longestTerm, type AskLadder } from './ask-options'
import { findChoice, rankedOptions } from './find-choice'

const YUAN = 100
/** Beyond this nothing is searched for: no case has a gap of ten million yuan. */
const MOST_YUAN = 10_000_000

/** What a kind is tried with when it is not on the table. */
const TRIED: readonly {
  readonly what: 'longerTerm' | 'holiday' | 'interestOnly' | 'waiver'
  readonly kinds: Partial<AskKinds>
}[] = [
  { what: 'longerTerm', kinds: { longerTerm: true } },
  { what: 'holiday', kinds: { holidayPeriods: 3 } },
  { what: 'interestOnly', kinds: { interestOnlyPeriods: 6 } },
  { what: 'waiver', kinds: { waivePenaltyPer10000: 10_000 } },
]

/** The least that is missing although everything allowed is asked, and what would make it less. */
export function askShortfall(
  input: AskInput,
  ladders: readonly AskLadder[],
  money: AskMoney,
  report: (part: number) => void,
): AskShortfall {
  const perMonthFen = leastMore(ladders, money, 'perMonth')
  const onceFen = leastMore(ladders, money, 'once')
  const changes = remedyInputs(input, ladders)
  const remedies = changes.map(({ remedy, changed }, index): AskRemedy => {
    report((index + 1) / changes.length)
    const other = changed(ladders)
    return {
      ...remedy,
      perMonthFen: leastMore(other, askMoney(input.budget, input.on, other), 'perMonth', perMonthFen),
    }
  })
  return {
    perMonthFen,
    onceFen,
    remedies: remedies
      .filter((remedy) => remedy.perMonthFen < perMonthFen)
      .sort((left, right) => left.perMonthFen - right.perMonthFen),
  }
}

/**
 * The smallest whole number of yuan that, added every month or once today, lets every month be paid. With `known`, a sum
 * that is enough: it is answered at once when nothing less is.
 */
function leastMore(ladders: readonly AskLadder[], money: AskMoney, when: 'perMonth' | 'once', known?: Fen): Fen {
  const ranked = rankedOptions({ ladders, money })
  const closes = (yuan: number): boolean => {
    const fen = yuan * YUAN
    const more = when === 'perMonth' ? moreMoney(money, fen, 0) : moreMoney(money, 0, fen)
    return findChoice({ ladders, money: more, timing: false }, ranked).choice !== null
  }
  if (closes(0)) return 0 as Fen
  if (known !== undefined && !closes(known / YUAN - 1)) return known
  let high = 1
  while (!closes(high) && high < MOST_YUAN) high *= 2
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (closes(middle)) high = middle
    else low = middle
  }
  return (high * YUAN) as Fen
}

type Unmeasured =
  | { readonly kind: 'unpin' | 'liftCap'; readonly loanId: string }
  | {
      readonly kind: 'allow'
      readonly what: 'longerTerm' | 'holiday' | 'interestOnly' | 'waiver'
    }

interface RemedyInput {
  readonly remedy: Unmeasured
  readonly changed: (ladders: readonly AskLadder[]) => readonly AskLadder[]
}

/** Every pin and cap that could be lifted, every kind that could be put on the table. */
function remedyInputs(input: AskInput, ladders: readonly AskLadder[]): readonly RemedyInput[] {
  const limitOf = (loanId: string) => input.limits.find((limit) => limit.loanId === loanId)
  const lifted = ladders.flatMap((ladder, at): readonly RemedyInput[] => {
    const { item } = ladder
    const limit = limitOf(item.loan.id)
    if (!limit) return []
    const loanId = item.loan.id
    const without = (kind: 'unpin' | 'liftCap'): RemedyInput => ({
      remedy: { kind, loanId },
      changed: (all) =>
        all.map((other, index) =>
          index === at
            ? askLadder(item, input, kind === 'unpin' ? { ...limit, isPinned: false } : { ...limit, mostPeriods: null })
            : other,
        ),
    })
    const isCapped = limit.mostPeriods !== null && limit.mostPeriods < longestTerm(item)
    return limit.isPinned ? [without('unpin')] : isCapped ? [without('liftCap')] : []
  })
  const allowed = TRIED.filter(({ what }) => !isOnTable(input.kinds, what)).map(({ what, kinds }): RemedyInput => ({
    remedy: { kind: 'allow', what },
    changed: (all) =>
      all.map(({ item }) => askLadder(item, { ...input, kinds: { ...input.kinds, ...kinds } }, limitOf(item.loan.id))),
  }))
  return [...lifted, ...allowed]
}

function isOnTable(kinds: AskKinds, what: (typeof TRIED)[number]['what']): boolean {
  switch (what) {
    case 'longerTerm':
      return kinds.longerTerm
    case 'holiday':
      return kinds.holidayPeriods > 0
    case 'interestOnly':
      return kinds.interestOnlyPeriods > 0
    case 'waiver':
      return kinds.waivePenaltyPer10000 > 0
  }
}
