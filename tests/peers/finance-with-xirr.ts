import { Finance } from 'financejs'

/** Its type file does not know its own XIRR, which answers in per cent. */
interface WithXirr {
  XIRR(amounts: readonly number[], dates: readonly Date[], guess: number): number
}

export const financeWithXirr = (): Finance & WithXirr => new Finance() as Finance & WithXirr
