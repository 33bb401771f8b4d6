/** Height of a way's own lane, so that two that end together are both seen. */
const LANE = 15

/** Signs of the ways in the chart of ends; each is another shape. */
export const MARKS = ['●', '■', '▲', '◆', '▼'] as const

interface EndsRow {
  readonly id: string
  readonly label: string
  /** For each way: how many months after the first the debt ends; null when not within the months shown. */
  readonly ends: readonly (number | null)[]
}

interface EndsChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  /** Names of the ways, in the order of `ends`. */
  readonly ways: readonly string[]
  readonly rows: readonly EndsRow[]
  readonly months: readonly string[]
}

/** When each debt ends, by each way: a line for each debt, a sign for each way. */
export function EndsChart({ description, ways, rows, months }: EndsChartProps) {
  const last = Math.max(1, months.length - 1)
  const placeOf = (month: number) => `${(100 * month) / last}%`
  const every = Math.max(1, Math.ceil(months.length / 6))
  const ticks = months.map((month, at) => ({ month, at })).filter(({ at }) => at % every === 0)
  return (
    <div className="chart ends-chart">
      <div role="img" aria-label={description}>
        {rows.map(({ id, label, ends }) => (
          <div className="ends-row" key={id}>
            <span className="ends-label">{label}</span>
            <span className="ends-line" style={{ height: ways.length * LANE + 8 }}>
              {ends.map((end, way) =>
                end === null ? null : (
                  <span
                    key={way}
                    className={`ends-mark c${way + 1}`}
                    style={{ insetInlineStart: placeOf(end), insetBlockStart: way * LANE }}
                  >
                    {MARKS[way % MARKS.length]}
                  </span>
                ),
              )}
            </span>
          </div>
        ))}
        <div className="ends-row">
          <span className="ends-label" />
          <span className="ends-line ticks">
            {ticks.map(({ month, at }) => (
              <span key={month} style={{ insetInlineStart: placeOf(at) }}>
                {month}
              </span>
            ))}
          </span>
        </div>
      </div>
      <ul className="chart-legend">
        {ways.map((way, at) => (
          <li key={way}>
            <span className={`ends-mark c${at + 1}`} aria-hidden="true">
              {MARKS[at % MARKS.length]}
            </span>
            <span>{way}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
