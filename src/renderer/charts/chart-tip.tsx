interface TipSeries {
  readonly id: string
  readonly label: string
}

interface ChartTipProps {
  readonly title: string
  readonly series: readonly TipSeries[]
  readonly payload: readonly { readonly dataKey?: unknown; readonly value?: unknown }[]
  readonly format: (value: number) => string
}

/** The numbers of one month, under the pointer. */
export function ChartTip({ title, series, payload, format }: ChartTipProps) {
  return (
    <div className="chart-tip">
      <b>{title}</b>
      {series.map(({ id, label }) => {
        const value = payload.find(({ dataKey }) => dataKey === id)?.value
        return typeof value === 'number' ? (
          <div className="row between" key={id}>
            <span>{label}</span>
            <span className="num">{format(value)}</span>
          </div>
        ) : null
      })}
    </div>
  )
}
