import { listOf, recordOf, type MigrationStep } from '../migration-step'

/** Version 4 keeps scenarios and plans stood by, settlements asked for, and the terms a lender named in its reply. */
export const step0004: MigrationStep = (document) => ({
  ...document,
  schemaVersion: 4,
  scenarios: [],
  planVersions: [],
  proposals: listOf(document['proposals']).map((proposal) => ({
    ...proposal,
    request: { ...recordOf(proposal['request']), settlementPer10000: null },
    reply:
      proposal['reply'] === null ? null : { ...recordOf(proposal['reply']), terms: null, condition: '', breach: '' },
  })),
})
