import type { ContractError } from '#contract/errors'

/** What a failed write means to a person: the disk is full, or it does not work. */
export function storageError(cause: unknown): ContractError {
  const code = (cause as { code?: unknown } | null)?.code
  return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'storage_full' : 'storage_failed' }
}
