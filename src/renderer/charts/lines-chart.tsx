import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTip } from './chart-tip'
import type { Series } from './series'

interface LinesChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly months: readonly string[]
  readonly series: readonly Series[]
  /** Words of an amount on the axis and in the tip. */
  readonly format: (value: number) => string
  readonly formatAxis: (value: number) => string
  /** Where the axis ends; as high as the values need unless given. */
  readonly top?: number
}

/** Amounts or shares over the months. The same numbers always stand in a table beside it. */
export function LinesChart({ description, months, series, format, formatAxis, top }: LinesChartProps) {
  const rows = months.map((month, at) => ({
    month,
    ...Object.fromEntries(series.map(({ id, values }) => [id, values[at] ?? null])),
  }))
  return (
    <div className="chart">
      <div className="chart-canvas" role="img" aria-label={description}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart data={rows} margin={{ top: 12, right: 18, bottom: 4, left: 4 }} accessibilityLayer={false}>
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="month"
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              tickLine={false}
              axisLine={{ stroke: 'var(--line)' }}
              minTickGap={56}
            />
            <YAxis
              tickFormatter={formatAxis}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              tickLine={false}
              axisLine={false}
              width={64}
              domain={[0, top ?? 'auto']}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ active, label, payload }) =>
                active ? <ChartTip title={String(label)} series={series} payload={payload} format={format} /> : null
              }
            />
            {series.map(({ id, label, style }) => (
              <Line
                key={id}
                dataKey={id}
                name={label}
                type="linear"
                stroke={style.stroke}
                strokeDasharray={style.dashes}
                strokeWidth={2.2}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <ul className="chart-legend">
        {series.map(({ id, label, ending, style }) => (
          <li key={id}>
            <svg viewBox="0 0 36 6" aria-hidden="true">
              <line
                x1="0"
                x2="36"
                y1="3"
                y2="3"
                stroke={style.stroke}
                strokeDasharray={style.dashes}
                strokeWidth="2.4"
              />
            </svg>
            <span>
              <b>{label}</b> <span className="muted">{ending}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
