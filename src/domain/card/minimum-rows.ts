import type { RevolvingTerms, StatedRow } from '../loan/terms'

export const minimumRows = (_terms: RevolvingTerms): readonly StatedRow[] => []
