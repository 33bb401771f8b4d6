import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Tree = { readonly [key: string]: string | Tree }

const folder = (language: string) => join('src', 'i18n', language)
const areas = readdirSync(folder('zh-CN')).sort()
const read = (language: string, area: string) => JSON.parse(readFileSync(join(folder(language), area), 'utf8')) as Tree

/** Leaves by dotted key; plural forms count as one key, because Chinese has one and English two. */
function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(`${prefix}${key}`.replace(/_(one|other)$/, ''), value)
    else for (const [inner, text] of leaves(value, `${prefix}${key}.`)) found.set(inner, text)
  }
  return found
}

const slots = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}|<(\w+)\s*\/?>/g)].map(([all]) => all).sort()

const wholeTree = (language: string) =>
  new Map(areas.flatMap((area) => [...leaves(read(language, area), `${area.replace('.json', '')}.`)]))

describe('words', () => {
  it('has the same areas in both languages', () => {
    expect(readdirSync(folder('en')).sort()).toEqual(areas)
  })

  it.each(areas)('%s has the same keys in both languages', (area) => {
    expect([...leaves(read('en', area)).keys()].sort()).toEqual([...leaves(read('zh-CN', area)).keys()].sort())
  })

  it.each(areas)('%s has the same interpolations in both languages', (area) => {
    const english = leaves(read('en', area))
    for (const [key, text] of leaves(read('zh-CN', area))) {
      expect([key, new Set(slots(english.get(key) ?? ''))]).toEqual([key, new Set(slots(text))])
    }
  })

  it('has every key the code names, and every branch it chooses from', () => {
    const keys = [...wholeTree('zh-CN').keys()]
    const missing: string[] = []
    for (const file of readdirSync('src/renderer', { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(file)) continue
      const source = readFileSync(join('src/renderer', file), 'utf8')
      for (const [, literal, template] of source.matchAll(/\bt\(\s*(?:'([^']+)'|`([^`]+)`)/g)) {
        if (literal !== undefined && !keys.includes(literal)) missing.push(`${file}: ${literal}`)
        if (template === undefined) continue
        const escaped = template.replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]+\}/g, '[^.]+')
        const pattern = new RegExp(`^${escaped}$`)
        if (!keys.some((key) => pattern.test(key))) missing.push(`${file}: ${template}`)
      }
    }
    expect(missing).toEqual([])
  })
})
