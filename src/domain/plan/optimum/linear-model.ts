/** A mixed-integer linear programme to be minimised, row by row in sparse arrays (CSR); bounds may be infinite. */
export interface LinearModel {
  readonly offset: number
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** 1 where a column must be whole. */
  readonly isWhole: Uint8Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly values: Float64Array
}

export interface Column {
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly isWhole?: boolean
}

export type Term = readonly [column: number, value: number]

/** Collects columns and rows of a programme. */
export class ModelBuilder {
  readonly #columns: Column[] = []
  readonly #rows: { readonly lower: number; readonly upper: number; readonly terms: readonly Term[] }[] = []
  #offset = 0

  /** A new column; returns its number. */
  column(column: Column): number {
    this.#columns.push(column)
    return this.#columns.length - 1
  }

  /** `lower` ≤ Σ terms ≤ `upper`. */
  row(lower: number, terms: readonly Term[], upper = Infinity): void {
    this.#rows.push({ lower, upper, terms })
  }

  addCost(constant: number): void {
    this.#offset += constant
  }

  build(): LinearModel {
    const [columns, rows] = [this.#columns, this.#rows]
    const terms = rows.flatMap((row) => row.terms)
    const starts = new Int32Array(rows.length + 1)
    rows.forEach((row, at) => (starts[at + 1] = (starts[at] ?? 0) + row.terms.length))
    return {
      offset: this.#offset,
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      isWhole: Uint8Array.from(columns, ({ isWhole }) => (isWhole ? 1 : 0)),
      rowLower: Float64Array.from(rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(rows, ({ upper }) => upper),
      starts,
      indices: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, value]) => value),
    }
  }
}
