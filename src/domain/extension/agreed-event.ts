import type { LocalDate } from '../calendar/local-date'
import type { Rearranged } from '../loan/loan-event'
import type { Arrangement } from './arrangement'

/** What makes the terms count, as it was recorded with the reply. */
export type AgreedBy = Pick<Rearranged, 'proposalId' | 'means' | 'reference' | 'condition' | 'breach'>

/** Terms that were agreed, as an event of the loan: its instalments to the fen, those in which nothing is paid left out. */
export const agreedEvent = (id: string, on: LocalDate, { rows, waivedFen }: Arrangement, by: AgreedBy): Rearranged => ({
  kind: 'rearranged',
  id,
  on,
  note: '',
  ...by,
  rows: rows
    .filter(({ totalFen }) => totalFen > 0)
    .map(({ dueOn, principalFen, interestFen, arrearsFen }) => ({
      dueOn,
      principalFen,
      interestFen,
      feeFen: arrearsFen,
    })),
  waivedFen,
})
