import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Language = 'zh-CN' | 'en'

interface Tree {
  readonly [key: string]: string | Tree
}

/** The app's own words, so that a spec says what it presses by key and runs in both languages. */
export function wordsOf(
  language: Language,
): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const areas = new Map<string, Tree>()
  return (key, values = {}) => {
    const [area = '', ...path] = key.split('.')
    if (!areas.has(area)) {
      const file = join(import.meta.dirname, '..', '..', 'src', 'i18n', language, `${area}.json`)
      areas.set(area, JSON.parse(readFileSync(file, 'utf8')) as Tree)
    }
    const found = path.reduce<string | Tree | undefined>(
      (node, part) => (typeof node === 'object' ? node[part] : undefined),
      areas.get(area),
    )
    if (typeof found !== 'string') throw new Error(`no words at ${key} in ${language}`)
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
