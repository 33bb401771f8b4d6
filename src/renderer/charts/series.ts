/** How a line is drawn. Colour is never the only sign: each has its own dashes, and its label stands beside it. */
export interface LineStyle {
  readonly stroke: string
  readonly dashes: string
}

/** One line of a chart. */
export interface Series {
  readonly id: string
  readonly label: string
  /** Where it ends, in words. */
  readonly ending: string
  readonly style: LineStyle
  readonly values: readonly (number | null)[]
}

/** Lines of a comparison, told apart without colour too. */
export const LINE_STYLES: readonly LineStyle[] = [
  { stroke: 'var(--c6)', dashes: '3 5' },
  { stroke: 'var(--c1)', dashes: '0' },
  { stroke: 'var(--c2)', dashes: '8 4' },
  { stroke: 'var(--c3)', dashes: '12 4 2 4' },
  { stroke: 'var(--c5)', dashes: '1 4' },
]

export const lineStyle = (at: number): LineStyle =>
  LINE_STYLES[at % LINE_STYLES.length] ?? { stroke: 'var(--c1)', dashes: '0' }
