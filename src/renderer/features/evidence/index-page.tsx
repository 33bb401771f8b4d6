import { ExhibitsTable } from './exhibits-table'
import { IntakePanel } from './intake-panel'
import { LoosePanel } from './loose-panel'
import { VerifyPanel } from './verify-panel'

/** Intake, what is not in the index yet, and the numbered index. */
export function IndexPage() {
  return (
    <>
      <IntakePanel />
      <LoosePanel />
      <ExhibitsTable />
      <VerifyPanel />
    </>
  )
}
