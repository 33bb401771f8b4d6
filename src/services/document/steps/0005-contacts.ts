import { listOf, type MigrationStep } from '../migration-step'

/** Version 5 knows contacts, evidence and the steps taken; of earlier files it is not known when they were last changed. */
export const step0005: MigrationStep = (document) => ({
  ...document,
  schemaVersion: 5,
  attachments: listOf(document['attachments']).map((attachment) => ({ ...attachment, fileTime: null })),
  contacts: [],
  numbers: [],
  contactImports: [],
  callBillLayouts: [],
  findingMarks: [],
  exhibits: [],
  custody: [],
  evidencePacks: [],
  escalations: [],
  courtPapers: [],
})
