/** One line of a chart. Colour is never the only sign: each kind has its own dashes, and its label stands beside it. */
export interface Series {
  readonly id: 'baseline' | 'plan' | 'ask'
  readonly label: string
  /** Where it ends, in words. */
  readonly ending: string
  readonly values: readonly (number | null)[]
}

export const LINE_STYLE: Readonly<Record<Series['id'], { readonly stroke: string; readonly dashes: string }>> = {
  baseline: { stroke: 'var(--c6)', dashes: '3 5' },
  plan: { stroke: 'var(--c1)', dashes: '0' },
  ask: { stroke: 'var(--c2)', dashes: '8 4' },
}
