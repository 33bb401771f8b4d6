/**
 * Money: an integer number of fen (分, 1/100 yuan). Floats never hold money.
 *
 * The brand keeps yuan, rates and plain counts out of money arithmetic at compile time.
 */
export type Fen = number & { readonly __unit: 'fen' }

/** Largest amount the program works with: 10 billion yuan. Beyond it an input is a typing error. */
export const MAX_FEN = 1_000_000_000_000 as Fen

export const ZERO_FEN = 0 as Fen

/** Brands an integer as fen. Throws on a non-integer: that is a bug, never user input (see `parseAmount`). */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`)
  return value as Fen
}

export const addFen = (...parts: readonly Fen[]): Fen => {
  let sum = 0
  for (const part of parts) sum += part
  return sum as Fen
}

export const sumFen = <T>(items: readonly T[], pick: (item: T) => Fen): Fen => {
  let sum = 0
  for (const item of items) sum += pick(item)
  return sum as Fen
}

export const subtractFen = (left: Fen, right: Fen): Fen => (left - right) as Fen

export const minFen = (left: Fen, right: Fen): Fen => (left < right ? left : right)
export const maxFen = (left: Fen, right: Fen): Fen => (left > right ? left : right)

/** The size of an amount: a difference without its direction. */
export const absFen = (amount: Fen): Fen => Math.abs(amount) as Fen
