import { useId } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

type FanLine = 'p10' | 'p50' | 'p90'

interface FanChartProps {
  /** The chart in one sentence, for readers. */
  readonly description: string
  readonly rows: readonly ({ readonly month: string } & Readonly<Record<FanLine, number>>)[]
  readonly labels: Readonly<Record<FanLine, string>>
  readonly format: (value: number) => string
  readonly formatAxis: (value: number) => string
}

const LINES = ['p90', 'p50', 'p10'] as const
const STYLE: Readonly<Record<FanLine, { readonly dashes: string; readonly width: number }>> = {
  p90: { dashes: '7 4', width: 1.6 },
  p50: { dashes: '0', width: 2.4 },
  p10: { dashes: '2 4', width: 1.6 },
}

/** A middle line between two borders, the space between them hatched. The same numbers always stand in a table beside it. */
export function FanChart({ description, rows, labels, format, formatAxis }: FanChartProps) {
  const hatch = useId()
  const data = rows.map((row) => ({ ...row, band: [row.p10, row.p90] }))
  return (
    <div className="chart">
      <div className="chart-canvas" role="img" aria-label={description}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart data={data} margin={{ top: 12, right: 18, bottom: 4, left: 4 }} accessibilityLayer={false}>
            <defs>
              <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <line x1="0" x2="0" y1="0" y2="7" stroke="var(--c1)" strokeWidth="1.4" strokeOpacity="0.45" />
              </pattern>
            </defs>
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
              width={68}
            />
            <Tooltip
              isAnimationActive={false}
              content={({ active, label }) => {
                const row = rows.find(({ month }) => month === label)
                return active && row ? (
                  <div className="chart-tip">
                    <b>{row.month}</b>
                    {LINES.map((line) => (
                      <div className="row between" key={line}>
                        <span>{labels[line]}</span>
                        <span className="num">{format(row[line])}</span>
                      </div>
                    ))}
                  </div>
                ) : null
              }}
            />
            <Area
              dataKey="band"
              type="linear"
              stroke="none"
              fill={`url(#${hatch})`}
              fillOpacity={1}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            {LINES.map((line) => (
              <Line
                key={line}
                dataKey={line}
                name={labels[line]}
                type="linear"
                stroke="var(--c1)"
                strokeDasharray={STYLE[line].dashes}
                strokeWidth={STYLE[line].width}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <ul className="chart-legend">
        {LINES.map((line) => (
          <li key={line}>
            <svg viewBox="0 0 36 6" aria-hidden="true">
              <line
                x1="0"
                x2="36"
                y1="3"
                y2="3"
                stroke="var(--c1)"
                strokeDasharray={STYLE[line].dashes}
                strokeWidth={STYLE[line].width}
              />
            </svg>
            <span>{labels[line]}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
