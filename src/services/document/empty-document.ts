import { EMPTY_SENDER, NO_CONTACTS_YET, SCHEMA_VERSION, type CaseDocument } from '#domain/case-document'
import { ZERO_FEN } from '#domain/money/fen'

/** A case in which nothing has been entered. */
export const emptyDocument = (revision: number): CaseDocument => ({
  schemaVersion: SCHEMA_VERSION,
  revision,
  settings: { sender: EMPTY_SENDER, isSample: false, hasStarted: false, lprEntries: [] },
  parties: [],
  loans: [],
  budget: { lines: [], cashNowFen: ZERO_FEN, reserveFen: ZERO_FEN },
  plan: { strategy: 'avalanche', ownOrder: [] },
  scenarios: [],
  planVersions: [],
  proposals: [],
  attachments: [],
  ...NO_CONTACTS_YET,
})
