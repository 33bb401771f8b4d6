import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

interface ShareChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly label: string
  readonly months: readonly string[]
  /** 0–100 for each month. */
  readonly percents: readonly number[]
  readonly format: (percent: number) => string
}

/** A share of the whole over time, always from 0 to 100 %. The same numbers always stand in a table beside it. */
export function ShareChart({ description, label, months, percents, format }: ShareChartProps) {
  const rows = months.map((month, at) => ({ month, share: percents[at] ?? 0 }))
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
              tickFormatter={(value: number) => `${value}%`}
              tick={{ fill: 'var(--ink-3)', fontSize: 12 }}
              tickLine={false}
              axisLine={false}
              width={52}
              domain={[0, 100]}
              ticks={[0, 25, 50, 75, 100]}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ active, label: month, payload }) => {
                const value: unknown = payload[0]?.value
                return active && typeof value === 'number' ? (
                  <div className="chart-tip">
                    <b>{String(month)}</b>
                    <div className="row between">
                      <span>{label}</span>
                      <span className="num">{format(value)}</span>
                    </div>
                  </div>
                ) : null
              }}
            />
            <Area
              dataKey="share"
              name={label}
              type="stepAfter"
              stroke="var(--c1)"
              strokeWidth={2.2}
              fill="var(--c1)"
              fillOpacity={0.12}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}
