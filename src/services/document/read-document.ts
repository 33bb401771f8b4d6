import { caseDocumentSchema } from '#contract/dto/case-document'
import type { ContractError } from '#contract/errors'
import { SCHEMA_VERSION, type CaseDocument } from '#domain/case-document'
import { err, ok, type Result } from '#domain/result'
import { documentIssues } from './document-issues'
import { issuesOf } from './issues-of'
import { migrate } from './migrate'

const MAX_CHARACTERS = 64_000_000
const MAX_DEPTH = 24

/**
 * The one door for documents from outside (an import, a case file for the CLI, a generation on disk): text to a checked
 * document of the current version. Errors say what kind of thing the file is, never what stands in it.
 */
export function readDocument(text: string): Result<CaseDocument, ContractError> {
  if (text.length > MAX_CHARACTERS) return err({ code: 'not_a_case_file', reason: 'too_large' })
  const parsed = parseJson(text)
  if (!parsed.ok) return parsed
  return readParsed(parsed.value)
}

/** The same for a value that is already parsed. */
export function readParsed(value: unknown): Result<CaseDocument, ContractError> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isHostile(value, MAX_DEPTH))
    return err({ code: 'not_a_case_file', reason: 'foreign' })
  const migrated = migrate(value as Readonly<Record<string, unknown>>)
  if (migrated.kind === 'newer') return err({ code: 'newer_version', found: migrated.found, supported: SCHEMA_VERSION })
  if (migrated.kind === 'foreign') return err({ code: 'not_a_case_file', reason: 'foreign' })
  const checked = caseDocumentSchema.safeParse(migrated.document)
  if (!checked.success) return err({ code: 'invalid_input', issues: issuesOf(checked.error) })
  const issues = documentIssues(checked.data)
  return issues.length > 0 ? err({ code: 'invalid_input', issues: [...issues] }) : ok(checked.data)
}

function parseJson(text: string): Result<unknown, ContractError> {
  try {
    return ok(JSON.parse(text.replace(/^\uFEFF/, '')) as unknown)
  } catch {
    const isCut = text.trimStart().startsWith('{') && !text.trimEnd().endsWith('}')
    return err({ code: 'not_a_case_file', reason: isCut ? 'truncated' : 'not_json' })
  }
}

/** Keys by which data could reach a prototype. */
const REACHING = ['__proto__', 'constructor', 'prototype']

/** Nested deeper than any case, or carrying a key that could reach a prototype. */
function isHostile(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0 || REACHING.some((key) => Object.hasOwn(value, key))) return true
  return Object.values(value).some((child) => isHostile(child, depth - 1))
}
