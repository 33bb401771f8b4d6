import type { MigrationStep } from '../migration-step'

/** Version 3 knows the files that belong to the case; there were none before. */
export const step0003: MigrationStep = (document) => ({ ...document, schemaVersion: 3, attachments: [] })
