/** Time for what must know how much of it has passed: an argument, so that tests make it pass. */
export interface Timers {
  /** Milliseconds since any fixed moment; no change of the computer's clock touches it. */
  monotonicMs(): number
  /** Milliseconds since 1970 by the computer's clock, which people and networks set. */
  wallMs(): number
  /** Runs once after so many milliseconds. Answers with what calls it off. */
  after(ms: number, run: () => void): () => void
}
