import type { LocalDate } from '../calendar/local-date'
import type { Fen } from '../money/fen'
import { nominalFromEffective } from '../rate/conversion'
import { headlineRate, type EffectiveAnnual } from '../rate/effective-annual'
import { effectiveAnnual, nominalApr } from '../rate/xirr'
import type { StatedRow } from './terms'

/** What the plan costs a year, whatever it calls itself: fractions, all fees included. */
export interface ImpliedRates {
  readonly effectiveAnnual: EffectiveAnnual
  /** Periods a year × periodic IRR; for uneven dates twelve times the monthly rate that compounds to the effective one. */
  readonly nominalAnnual: number | null
  readonly costFen: Fen
}

export function impliedRates(rows: readonly StatedRow[], receivedFen: Fen, drawnOn: LocalDate): ImpliedRates {
  const paid = rows.map(({ dueOn, principalFen, interestFen, feeFen }) => ({
    on: dueOn,
    amountFen: 0 - principalFen - interestFen - feeFen,
  }))
  const flows = [{ on: drawnOn, amountFen: receivedFen }, ...paid]
  const yearly = effectiveAnnual(flows)
  const headline = headlineRate(yearly)
  return {
    effectiveAnnual: yearly,
    nominalAnnual: nominalApr(flows) ?? (headline === null ? null : nominalFromEffective(headline, 12)),
    costFen: (0 - flows.reduce((sum, flow) => sum + flow.amountFen, 0)) as Fen,
  }
}
