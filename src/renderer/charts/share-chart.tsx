import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

const STYLE = [
  { stroke: 'var(--c1)', dashes: '0' },
  { stroke: 'var(--c2)', dashes: '8 4' },
] as const
const styleOf = (at: number) => STYLE[at] ?? STYLE[0]

interface ShareChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly months: readonly string[]
  /** 0–100 for each month, at most two lines. */
  readonly lines: readonly { readonly label: string; readonly percents: readonly number[] }[]
  readonly format: (percent: number) => string
}

/** Shares of the whole over time, always from 0 to 100 %. The same numbers always stand in a table beside it. */
export function ShareChart({ description, months, lines, format }: ShareChartProps) {
  const rows = months.map((month, at) => ({
    month,
    ...Object.fromEntries(lines.map(({ percents }, line) => [`line${line}`, percents[at] ?? 0])),
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
              content={({ active, label: month }) => {
                const at = months.indexOf(String(month))
                return active && at >= 0 ? (
                  <div className="chart-tip">
                    <b>{months[at]}</b>
                    {lines.map(({ label, percents }) => (
                      <div className="row between" key={label}>
                        <span>{label}</span>
                        <span className="num">{format(percents[at] ?? 0)}</span>
                      </div>
                    ))}
                  </div>
                ) : null
              }}
            />
            {lines.map(({ label }, line) => (
              <Line
                key={label}
                dataKey={`line${line}`}
                name={label}
                type="linear"
                stroke={styleOf(line).stroke}
                strokeDasharray={styleOf(line).dashes}
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
        {lines.map(({ label }, line) => (
          <li key={label}>
            <svg viewBox="0 0 36 6" aria-hidden="true">
              <line
                x1="0"
                x2="36"
                y1="3"
                y2="3"
                stroke={styleOf(line).stroke}
                strokeDasharray={styleOf(line).dashes}
                strokeWidth="2.4"
              />
            </svg>
            <span>{label}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
