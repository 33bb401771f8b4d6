import type { LocalDate } from '#domain/calendar/local-date'
import type { MinimumRule, RevolvingTerms } from '#domain/loan/terms'
import { ZERO_FEN, type Fen } from '#domain/money/fen'
import type { InterestRate } from '#domain/rate/interest-rate'

/** The rules of a card account as typed. The figures of the ways not chosen wait unused. */
export interface CardDraft {
  readonly limitFen: Fen | null
  readonly statementDay: number | null
  readonly dueBy: RevolvingTerms['due']['by']
  readonly dueDays: number | null
  readonly dueDay: number | null
  readonly minimumBy: MinimumRule['by']
  readonly minimumPer10000: number | null
  readonly minimumFloorFen: Fen | null
  readonly minimumFen: Fen | null
  readonly interestOn: RevolvingTerms['interestOn']
  readonly compounds: boolean
}

export type CardErrorCode = 'card_day_missing' | 'due_days_missing' | 'minimum_missing'

/** What most cards in the mainland say, so that most people change two fields; compound interest only by contract. */
export const USUAL_CARD: CardDraft = {
  limitFen: null,
  statementDay: null,
  dueBy: 'daysAfter',
  dueDays: 20,
  dueDay: null,
  minimumBy: 'shareAndCharges',
  minimumPer10000: 1000,
  minimumFloorFen: null,
  minimumFen: null,
  interestOn: 'wholeStatement',
  compounds: false,
}

/** The form of existing card terms. */
export function cardOf({ limitFen, statementDay, due, minimum, interestOn, compounds }: RevolvingTerms): CardDraft {
  return {
    ...USUAL_CARD,
    limitFen,
    statementDay,
    dueBy: due.by,
    ...(due.by === 'daysAfter' ? { dueDays: due.days } : { dueDay: due.day }),
    minimumBy: minimum.by,
    ...(minimum.by === 'fixed'
      ? { minimumFen: minimum.amountFen }
      : {
          minimumPer10000: minimum.sharePer10000,
          minimumFloorFen: minimum.floorFen === ZERO_FEN ? null : minimum.floorFen,
        }),
    interestOn,
    compounds,
  }
}

const isDay = (day: number | null): boolean => day !== null && Number.isInteger(day) && day >= 1 && day <= 31

/** What the rules of a card still lack, by field. */
export function cardErrors(card: CardDraft): Partial<Record<`card.${keyof CardDraft}`, CardErrorCode>> {
  const errors: ReturnType<typeof cardErrors> = {}
  if (!isDay(card.statementDay)) errors['card.statementDay'] = 'card_day_missing'
  if (card.dueBy === 'dayOfMonth' && !isDay(card.dueDay)) errors['card.dueDay'] = 'card_day_missing'
  if (card.dueBy === 'daysAfter' && !(card.dueDays !== null && card.dueDays >= 1 && card.dueDays <= 60))
    errors['card.dueDays'] = 'due_days_missing'
  if (card.minimumBy === 'fixed' && card.minimumFen === null) errors['card.minimumFen'] = 'minimum_missing'
  if (card.minimumBy !== 'fixed' && card.minimumPer10000 === null) errors['card.minimumPer10000'] = 'minimum_missing'
  return errors
}

/** Card terms of a form, or null while a figure is missing. What was already owed may be nothing. */
export function revolvingTerms(
  card: CardDraft,
  base: { readonly principalFen: Fen; readonly drawnOn: LocalDate; readonly rate: InterestRate },
): RevolvingTerms | null {
  const { limitFen, statementDay, interestOn, compounds } = card
  const due = dueOf(card)
  const minimum = minimumOf(card)
  if (statementDay === null || due === null || minimum === null) return null
  return { kind: 'revolving', ...base, limitFen, statementDay, due, minimum, interestOn, compounds }
}

function dueOf({ dueBy, dueDay, dueDays }: CardDraft): RevolvingTerms['due'] | null {
  if (dueBy === 'dayOfMonth') return dueDay === null ? null : { by: 'dayOfMonth', day: dueDay }
  return dueDays === null ? null : { by: 'daysAfter', days: dueDays }
}

function minimumOf({ minimumBy, minimumFen, minimumPer10000, minimumFloorFen }: CardDraft): MinimumRule | null {
  if (minimumBy === 'fixed') return minimumFen === null ? null : { by: 'fixed', amountFen: minimumFen }
  if (minimumPer10000 === null) return null
  return { by: minimumBy, sharePer10000: minimumPer10000, floorFen: minimumFloorFen ?? ZERO_FEN }
}
