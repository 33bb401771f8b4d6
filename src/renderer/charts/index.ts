export { BalanceChart } from './balance-chart'
export { ChartOrTable } from './chart-or-table'
export type { Series } from './series'
