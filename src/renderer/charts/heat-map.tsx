interface HeatMapProps {
  /** The picture in one sentence, for readers. */
  readonly description: string
  readonly rows: readonly { readonly label: string; readonly counts: readonly number[] }[]
  readonly columns: readonly string[]
  /** The largest count. */
  readonly most: number
  /** Columns of the band that is marked, and its name. */
  readonly isMarked: (column: number) => boolean
  readonly markLabel: string
}

const LEVELS = 4

/** Counts in a grid: the count stands in every cell, its shade beside it; a marked column has its own border and name. */
export function HeatMap({ description, rows, columns, most, isMarked, markLabel }: HeatMapProps) {
  const level = (count: number): number =>
    count === 0 ? 0 : Math.max(1, Math.ceil((LEVELS * count) / Math.max(1, most)))
  return (
    <div className="heat-map-frame" role="group" aria-label={markLabel} tabIndex={0}>
      <div className="heat-map" role="img" aria-label={description}>
        <span />
        {columns.map((column, at) => (
          <span key={column} className={isMarked(at) ? 'heat-head marked' : 'heat-head'}>
            {column}
          </span>
        ))}
        {rows.map(({ label, counts }) => [
          <span key={label} className="heat-label">
            {label}
          </span>,
          ...counts.map((count, at) => (
            <span
              key={`${label} ${columns[at] ?? ''}`}
              className={`heat-cell l${level(count)}${isMarked(at) ? ' marked' : ''}`}
            >
              {count === 0 ? '' : count}
            </span>
          )),
        ])}
      </div>
      <p className="small muted heat-legend">
        <span className="heat-cell marked l0" aria-hidden="true" /> {markLabel}
      </p>
    </div>
  )
}
