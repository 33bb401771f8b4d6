import { SegmentedControl } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '../ui/panel'
import './charts.css'

interface ChartOrTableProps {
  readonly title: string
  readonly chart: ReactNode
  /** The same numbers; no chart is without it. */
  readonly table: ReactNode
}

/** A chart and its table twin behind one switch. */
export function ChartOrTable({ title, chart, table }: ChartOrTableProps) {
  const { t } = useTranslation()
  const [view, setView] = useState('chart')
  return (
    <Panel
      title={title}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={t('plan.chart.view')}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('plan.chart.chart') },
            { value: 'table', label: t('plan.chart.table') },
          ]}
        />
      }
    >
      {view === 'chart' ? chart : table}
    </Panel>
  )
}
