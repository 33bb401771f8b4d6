import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '#adapters/node/find-browser'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import { composeProposal } from '#domain/letter/compose-proposal'
import { paperHtml, paperPages } from '#domain/letter/markup'
import { paginate } from '#domain/letter/paginate'
import { EVERY_LETTER, inputFor, letterFor, type Wanted } from './fixtures'

const SENTENCE =
  '本人 2026 年 8 月因病住院，停工两个月，收入由 7,600.00 元降至 2,100 元（有住院收费票据为证）；10 月已恢复工作。'
const ENGLISH =
  'I was ill in August 2026 (WMWM hospital, 3-6 weeks) and my income fell from CNY 7,600.00 to CNY 2,100; '
const ADDRESS = '某某省某某市某某区某某街道某某路 1288 弄 36 号某某花园二期 12 幢 2 单元 1801 室（请寄本人亲收）'

/** Letters that strain the page: long causes, long names, many rows, words longer than a line. */
const HARD: readonly { readonly name: string; readonly wanted: Wanted }[] = [
  ...[1, 4, 9, 14, 40].flatMap((times) => [
    { name: `a cause of ${times} sentences`, wanted: { proposal: { cause: SENTENCE.repeat(times) } } },
    {
      name: `an English cause of ${times} sentences`,
      wanted: { language: 'en' as const, proposal: { cause: ENGLISH.repeat(times) } },
    },
  ]),
  { name: 'a cause without any full stop', wanted: { proposal: { cause: '我愿意还'.repeat(900) } } },
  { name: 'a cause of one long word', wanted: { proposal: { cause: 'W'.repeat(700) } } },
  { name: 'a cause of capital letters', wanted: { proposal: { cause: 'MWQ @%& HNO '.repeat(60) } } },
  { name: 'a cause of quotation marks', wanted: { proposal: { cause: '“‘（——……）’”。'.repeat(60) } } },
  { name: 'sixty instalments', wanted: { request: { periods: 60 } } },
  { name: 'three hundred and sixty instalments in English', wanted: { language: 'en', request: { periods: 360 } } },
  {
    name: 'a long address',
    wanted: { sender: { address: ADDRESS.repeat(3), email: `${'a'.repeat(60)}@example.invalid` } },
  },
  {
    name: 'thirty annexes of two lines',
    wanted: {
      proposal: {
        annexes: Array.from({ length: 30 }, () => ({
          kind: 'other' as const,
          text: '某某证明'.repeat(20),
          isIncluded: true,
        })),
      },
    },
  },
]

const LETTERS = [...EVERY_LETTER, ...HARD]

describe('pages', () => {
  test.each(LETTERS)('$name: lose and invent no word', ({ wanted }) => {
    const { blocks } = letterFor(wanted)
    expect(wordsOf(paginate(blocks).flat())).toBe(wordsOf(blocks))
  })

  test.each(LETTERS)('$name: no heading ends a page, no signature begins one', ({ wanted }) => {
    for (const page of paginate(letterFor(wanted).blocks)) {
      expect(page.length).toBeGreaterThan(0)
      expect(page.at(-1)?.type).not.toBe('heading')
      expect(page[0]?.type).not.toBe('signature')
    }
  })

  test('each piece of a cut table repeats the header, and the totals stand once, with a row above them', () => {
    const pieces = paginate(letterFor({ request: { periods: 360 } }).blocks)
      .flat()
      .filter((block) => block.type === 'table')
    expect(pieces.length).toBeGreaterThan(3)
    expect(pieces.flatMap(({ rows }) => rows)).toHaveLength(360)
    expect(pieces.filter(({ totals }) => totals !== null)).toEqual([pieces.at(-1)])
    for (const { rows } of pieces) expect(rows.length).toBeGreaterThan(0)
  })

  test('no page holds only the last row or two of a table', () => {
    for (let periods = 1; periods <= 120; periods += 1) {
      const pieces = paginate(letterFor({ request: { periods } }).blocks).flatMap((page) =>
        page.flatMap((block) => (block.type === 'table' ? [block.rows.length + (block.totals ? 1 : 0)] : [])),
      )
      if (pieces.length > 1) expect(pieces.at(-1), `${periods} instalments`).toBeGreaterThanOrEqual(3)
    }
  })

  test('a paragraph is cut between sentences', () => {
    const blocks = letterFor({ proposal: { cause: SENTENCE.repeat(14) } }).blocks
    const whole = new Set(blocks.filter((block) => block.type === 'paragraph').map(({ text }) => text))
    const cut = paginate(blocks).flatMap((page) => {
      const last = page.at(-1)
      return last?.type === 'paragraph' && !whole.has(last.text) ? [last.text] : []
    })
    for (const text of cut) expect(text).toMatch(/[。；]$/)
  })

  test('whatever the cause, every page has its number and the letter the same words', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), fc.integer({ min: 1, max: 120 }), (cause, periods) => {
        const paper = letterFor({ proposal: { cause }, request: { periods } })
        const pages = paginate(paper.blocks)
        expect(wordsOf(pages.flat())).toBe(wordsOf(paper.blocks))
        expect(paperPages(paper)).toHaveLength(pages.length)
        expect(paperHtml(paper)).toContain(`第 ${pages.length} 页 共 ${pages.length} 页`)
      }),
      { numRuns: 60 },
    )
  })
})

describe('markup', () => {
  test('a cause cannot become markup', () => {
    const html = paperHtml(letterFor({ proposal: { cause: '<img src=x onerror="alert(1)"> & </style><script>' } }))
    expect(html).not.toMatch(/<img|<script/)
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp;')
  })
})

const browserPath = findBrowser()
if (browserPath === null) console.warn('SKIPPED: no Chromium on this machine, pages were not rendered')

describe.skipIf(browserPath === null)('pages drawn by a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  /** Pages whose content is taller or wider than the page allows, by name and millimetres. */
  async function overflowing(letters: readonly { readonly name: string; readonly paper: LetterPaper }[]) {
    const page = await browser.newPage()
    const found: string[] = []
    for (const { name, paper } of letters) {
      await page.setContent(paperHtml(paper))
      const problems = await page.evaluate(() =>
        [...document.querySelectorAll('.paper-body')].flatMap((body, index) => {
          const frame = body.getBoundingClientRect()
          return [...body.querySelectorAll('*')].flatMap((element) => {
            const box = element.getBoundingClientRect()
            const isClipped = element.matches('th, td') && element.scrollWidth > element.clientWidth + 1
            const isOutside = box.bottom > frame.bottom + 1 || box.right > frame.right + 1
            const isWide = element.matches('h1, h2, p, li, div') && element.scrollWidth > element.clientWidth + 1
            return isClipped || isOutside || isWide
              ? [`page ${index + 1} ${element.tagName} ${element.textContent}`]
              : []
          })
        }),
      )
      if (problems.length > 0) found.push(`${name}: ${problems[0]?.slice(0, 120)} (${problems.length})`)
    }
    await page.close()
    return found
  }

  test('nothing reaches beyond the body of its page, in any letter', async () => {
    expect(await overflowing(LETTERS.map(({ name, wanted }) => ({ name, paper: letterFor(wanted) })))).toEqual([])
  }, 240_000)

  test('nothing does whatever people write', async () => {
    const letters = fc
      .sample(fc.tuple(fc.string({ unit: 'grapheme', maxLength: 1200 }), fc.lorem({ maxCount: 120 })), {
        numRuns: 40,
        seed: 7,
      })
      .map(([wild, lorem], index) => ({
        name: `sample ${index}`,
        paper: composeProposal(inputFor({ proposal: { cause: `${wild}\n${lorem}${SENTENCE.repeat(index % 9)}` } })),
      }))
    expect(await overflowing(letters)).toEqual([])
  }, 240_000)

  test('the check notices a page that is too full', async () => {
    const full: LetterBlock = { type: 'paragraph', text: SENTENCE, indent: true }
    const paper = letterFor()
    const html = paperHtml({ ...paper, blocks: Array.from({ length: 4 }, () => full) })
    const page = await browser.newPage()
    await page.setContent(html.replaceAll(SENTENCE, SENTENCE.repeat(20)))
    const { height, room } = await page.evaluate(() => {
      const body = document.querySelector('.paper-body')
      return { height: body?.scrollHeight ?? 0, room: body?.clientHeight ?? 0 }
    })
    await page.close()
    expect(height).toBeGreaterThan(room)
  })
})

/** Everything written, without white space, headers of tables once. */
function wordsOf(blocks: readonly LetterBlock[]): string {
  return blocks
    .map((block) => {
      switch (block.type) {
        case 'table':
          return [...block.rows.flat(), ...(block.totals ?? [])].join('')
        case 'list':
          return block.items.join('')
        case 'facts':
          return block.pairs.map(({ label, value }) => label + value).join('')
        case 'signature':
          return block.signer + block.date
        case 'slip':
          return block.title + block.lines.join('')
        case 'pageBreak':
          return ''
        default:
          return block.text
      }
    })
    .join('')
    .replace(/\s+/g, '')
}
