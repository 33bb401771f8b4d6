import type { DefaultTerms } from '../loan/default-terms'
import type { RevolvingTerms, StatedRow } from '../loan/terms'
import { begun } from './card-account'
import { projectMinimum } from './project-minimum'

const NOTHING_LATE: DefaultTerms = { penalty: null, penaltyBase: 'overduePrincipal', graceDays: 0, lateFee: null }

/**
 * The payments of a card if exactly the minimum is paid on every due day and nothing more is bought, until nothing is owed:
 * at most 600 rows, the last of which takes what is left. Principal sums to `principalFen`.
 */
export const minimumRows = (terms: RevolvingTerms, defaultTerms: DefaultTerms = NOTHING_LATE): readonly StatedRow[] =>
  projectMinimum(begun({ terms, defaultTerms })).rows
