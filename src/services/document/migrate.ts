import { SCHEMA_VERSION } from '#domain/case-document'
import type { MigrationStep } from './migration-step'
import { step0002 } from './steps/0002-contract-terms'
import { step0003 } from './steps/0003-attachments'
import { step0004 } from './steps/0004-plan-versions'
import { step0005 } from './steps/0005-contacts'

/** `STEPS[0]` leads from version 1 to 2. */
const STEPS: readonly MigrationStep[] = [step0002, step0003, step0004, step0005]

export type Migrated =
  | { readonly kind: 'current'; readonly document: Readonly<Record<string, unknown>> }
  | { readonly kind: 'newer'; readonly found: number }
  | { readonly kind: 'foreign' }

/** Brings a document of an earlier version to the current shape; the identity on current ones; refuses newer ones. */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  steps: readonly MigrationStep[] = STEPS,
  current: number = SCHEMA_VERSION,
): Migrated {
  const found = document['schemaVersion']
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) return { kind: 'foreign' }
  if (found > current) return { kind: 'newer', found }
  return {
    kind: 'current',
    document: steps.slice(found - 1, current - 1).reduce((older, step) => step(older), document),
  }
}
