export type Json = Readonly<Record<string, unknown>>

/** One step from version n to n + 1: pure, with a golden document and a test of its own in `tests/services/document`. */
export type MigrationStep = (document: Json) => Record<string, unknown>
