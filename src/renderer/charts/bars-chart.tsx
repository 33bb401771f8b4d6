import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTip } from './chart-tip'

interface BarSeries {
  readonly id: string
  readonly label: string
  readonly values: readonly number[]
}

interface BarsChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly days: readonly string[]
  readonly series: readonly BarSeries[]
  /** A line across, with its name; null when no rule draws one. */
  readonly line: { readonly at: number; readonly label: string } | null
}

const FILLS = ['var(--c6)', 'var(--c2)', 'var(--c3)'] as const

/** Counts by day beside a line that should not be passed. The same numbers always stand in a table beside it. */
export function BarsChart({ description, days, series, line }: BarsChartProps) {
  const rows = days.map((day, at) => ({
    day,
    ...Object.fromEntries(series.map(({ id, values }) => [id, values[at] ?? 0])),
  }))
  return (
    <div className="chart">
      <div className="chart-canvas" role="img" aria-label={description}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={rows}
            margin={{ top: 16, right: 18, bottom: 4, left: 4 }}
            accessibilityLayer={false}
            barGap={0}
          >
            <CartesianGrid stroke="var(--line)" vertical={false} />
            <XAxis
              dataKey="day"
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              tickLine={false}
              axisLine={{ stroke: 'var(--line)' }}
              minTickGap={40}
            />
            <YAxis
              allowDecimals={false}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              tickLine={false}
              axisLine={false}
              width={36}
              domain={[0, (most: number) => Math.max(most, (line?.at ?? 0) + 1)]}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--sand-2)', opacity: 0.5 }}
              content={({ active, label, payload }) =>
                active ? <ChartTip title={String(label)} series={series} payload={payload} format={String} /> : null
              }
            />
            {series.map(({ id }, at) => (
              <Bar key={id} dataKey={id} fill={FILLS[at % FILLS.length] ?? 'var(--c1)'} isAnimationActive={false} />
            ))}
            {line ? <ReferenceLine y={line.at} stroke="var(--danger-6)" strokeDasharray="6 4" /> : null}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="chart-legend">
        {series.map(({ id, label }, at) => (
          <li key={id}>
            <span className="bar-sign" style={{ background: FILLS[at % FILLS.length] }} aria-hidden="true" />
            <span>{label}</span>
          </li>
        ))}
        {line ? (
          <li>
            <span className="line-sign" aria-hidden="true" />
            <span>{line.label}</span>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
