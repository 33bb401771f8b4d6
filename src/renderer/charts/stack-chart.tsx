import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { ChartTip } from './chart-tip'

interface StackPart {
  readonly id: string
  readonly label: string
  readonly values: readonly number[]
}

interface StackChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly months: readonly string[]
  /** From the bottom up; the legend lists them in the order in which they lie on each other, top first. */
  readonly parts: readonly StackPart[]
  readonly format: (value: number) => string
  readonly formatAxis: (value: number) => string
}

const FILLS = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'] as const
/** After the last colour the same come again, weaker. */
const opacityOf = (at: number): number => (at < FILLS.length ? 0.85 : 0.45)
const fillOf = (at: number): string => FILLS[at % FILLS.length] ?? 'var(--c1)'

/** What a sum is made of over the months, one part on the other. The same numbers always stand in a table beside it. */
export function StackChart({ description, months, parts, format, formatAxis }: StackChartProps) {
  const rows = months.map((month, at) => ({
    month,
    ...Object.fromEntries(parts.map(({ id, values }) => [id, values[at] ?? 0])),
  }))
  const fromTop = parts.map((part, at) => ({ ...part, at })).reverse()
  return (
    <div className="chart">
      <div className="chart-canvas" role="img" aria-label={description}>
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart data={rows} margin={{ top: 12, right: 18, bottom: 4, left: 4 }} accessibilityLayer={false}>
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
              domain={[0, 'auto']}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ active, label, payload }) =>
                active ? <ChartTip title={String(label)} series={fromTop} payload={payload} format={format} /> : null
              }
            />
            {parts.map(({ id, label }, at) => (
              <Area
                key={id}
                dataKey={id}
                name={label}
                stackId="all"
                type="linear"
                stroke="var(--surface)"
                strokeWidth={1.5}
                fill={fillOf(at)}
                fillOpacity={opacityOf(at)}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </AreaChart>
        </ResponsiveContainer>
      </div>
      <ol className="chart-legend stacked">
        {fromTop.map(({ id, label, at }) => (
          <li key={id}>
            <svg viewBox="0 0 36 12" aria-hidden="true">
              <rect width="36" height="12" fill={fillOf(at)} fillOpacity={opacityOf(at)} />
            </svg>
            <span>{label}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
