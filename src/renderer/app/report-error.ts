import type { ContractError } from '#contract/errors'
import { notifications } from '@mantine/notifications'
import type { TFunction } from 'i18next'
import { issueWord } from './issue-word'

/** A failure in words: what happened, and what to do next. */
export const errorText = (t: TFunction, error: ContractError): { readonly what: string; readonly next: string } => {
  const values = {
    ...error,
    detail: detailOf(t, error),
    issues: error.code === 'invalid_input' ? issueText(t, error.issues) : '',
  }
  return { what: t(`errors.${error.code}.what`, values), next: t(`errors.${error.code}.next`, values) }
}

const detailOf = (t: TFunction, error: ContractError): string => {
  if (error.code === 'not_a_case_file') return t(`errors.not_a_case_file.${error.reason}`)
  if (error.code === 'upload_refused') return t(`errors.upload_refused.${error.reason}`)
  if (error.code === 'time_stamp_refused') return t(`errors.time_stamp_refused.${error.reason}`)
  if (error.code === 'backup_refused') return t(`errors.backup_refused.${error.reason}`)
  return error.code === 'backup_folder' ? t(`errors.backup_folder.${error.problem}`) : ''
}

/** Our own codes have words; what only the schema refuses is told by its place. */
const issueText = (t: TFunction, issues: readonly { readonly path: string; readonly issue: string }[]): string => {
  const said = issues.map(({ path, issue }) => {
    const word = issueWord(t, issue)
    return word === issue ? `${path || '·'} (${issue})` : word
  })
  return [...new Set(said)].join('; ')
}

export function reportError(t: TFunction, error: ContractError): void {
  const { what, next } = errorText(t, error)
  notifications.show({
    id: error.code,
    title: what,
    message: next,
    color: 'amber',
    autoClose: 12_000,
    withBorder: true,
  })
}
