import { allocate } from '../money/allocate'
import { maxFen, ZERO_FEN, type Fen } from '../money/fen'

/**
 * Equal treatment: what the budget gives, split in proportion to what each contract asks per month (largest remainder).
 * Never negative; when the budget gives more than all ask, each gets what it asks.
 */
export function fairShares(disposableFen: Fen, requiredFen: readonly Fen[]): readonly Fen[] {
  const asked = requiredFen.reduce((sum, part) => sum + part, 0)
  return disposableFen >= asked ? requiredFen : allocate(maxFen(ZERO_FEN, disposableFen), requiredFen)
}
