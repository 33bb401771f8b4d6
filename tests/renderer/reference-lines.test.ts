import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { localDate } from '#domain/calendar/local-date'
import { forbiddenIn } from '#domain/letter/forbidden-sentences'
import type { ReferenceFinding } from '#domain/rules/reference-finding'
import { sampleCase } from '#domain/sample/sample-case'
import zhCN from '#resources/sample-case/zh-CN.json'
import { describe, expect, it } from 'vitest'
import {
  byRule,
  findingFigures,
  findingKey,
  loanLines,
  toneOf,
} from '../../src/renderer/features/loan/reference-lines-selectors'
import { ruleBook } from '../../src/renderer/rule-book'

const document = sampleCase(zhCN, localDate('2026-11-24'))

const words = (language: string, area: string): unknown =>
  JSON.parse(readFileSync(join('src', 'i18n', language, `${area}.json`), 'utf8'))

const at = (tree: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], tree)

const sentences = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : Object.values(tree as object).flatMap(sentences)

const all = document.loans.flatMap((loan) => {
  const { lines } = loanLines(loan, document, ruleBook)
  return lines.kind === 'findings' ? lines.findings : []
})

describe('the reference lines of the sample', () => {
  it('are worded in both languages, whatever the finding', () => {
    expect(all.length).toBeGreaterThan(5)
    for (const finding of all) {
      const key = findingKey(finding).replace('referenceLines.', '')
      for (const language of ['zh-CN', 'en'])
        expect(at(words(language, 'referenceLines'), key)).toEqual(expect.any(String))
    }
  })

  it('compare with the simple annual rate that the cost panel shows', () => {
    for (const loan of document.loans) {
      const { lines, simpleAnnual } = loanLines(loan, document, ruleBook)
      if (lines.kind !== 'findings') continue
      for (const { measured } of lines.findings)
        if (measured.what === 'simpleAnnual') expect(measured.ours).toBe(simpleAnnual)
    }
  })

  it('stand together by rule, none lost', () => {
    const groups = byRule(all)
    expect(groups.flat()).toHaveLength(all.length)
    for (const group of groups) expect(new Set(group.map(({ ruleId }) => ruleId)).size).toBe(1)
  })

  it('call a rate close to the line close, on either side of it', () => {
    const [found] = all.filter(({ measured }) => measured.what === 'simpleAnnual')
    const near = { ...found, isNear: true } as ReferenceFinding
    expect(toneOf({ ...near, status: 'over' })).toBe('near')
    expect(findingKey({ ...near, status: 'over' })).toBe(findingKey({ ...near, status: 'within' }))
    expect(findingFigures({ ...near, measured: { what: 'simpleAnnual', ours: null, line: 0.24 } })).toEqual({
      ours: '',
      line: '24.00%',
    })
  })
})

it.each(['rights', 'referenceLines'])(
  '%s says nothing that is never said, and never calls anything illegal',
  (area) => {
    for (const language of ['zh-CN', 'en']) {
      for (const sentence of sentences(words(language, area))) {
        expect(forbiddenIn(sentence), sentence).toEqual([])
        expect(/违法|illegal/i.test(sentence), sentence).toBe(false)
      }
    }
  },
)
