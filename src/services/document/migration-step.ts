export type Json = Readonly<Record<string, unknown>>

/** What a step may rely on of a part it does not know to be sound; the schema refuses what is wrong. */
export const recordOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

/** One step from version n to n + 1: pure, with a golden document and a test of its own in `tests/services/document`. */
export type MigrationStep = (document: Json) => Record<string, unknown>
