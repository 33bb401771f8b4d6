import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ComplaintWords } from '#domain/escalation/papers/complaint-words'

const read = (...path: readonly string[]): Record<string, never> =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', ...path), 'utf8')) as Record<string, never>

/** The words of complaints, joined as the page joins them. */
export function complaintWords(language: 'zh-CN' | 'en'): ComplaintWords {
  const { channel } = read('src', 'i18n', language, 'contacts.json')
  const { nature, confidence } = read('src', 'i18n', language, 'rights.json')
  return { ...read('resources', 'complaints', `${language}.json`), channel, nature, confidence } as never
}
