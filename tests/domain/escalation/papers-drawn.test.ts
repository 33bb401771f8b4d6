import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '#adapters/node/find-browser'
import { localDate } from '#domain/calendar/local-date'
import type { CaseDocument } from '#domain/case-document'
import { findingsOf } from '#domain/contact/contact-facts'
import { ESCALATION_KINDS } from '#domain/escalation/escalation'
import { composeEscalation } from '#domain/escalation/papers/compose-escalation'
import { contactNotice, phoneCard, witnessForm } from '#domain/escalation/papers/side-papers'
import type { LetterPaper } from '#domain/letter/blocks'
import { paperHtml } from '#domain/letter/markup'
import { paginate } from '#domain/letter/paginate'
import { emptyDocument } from '#services/document/empty-document'
import { ruleBook as book } from '../../resources/rule-files'
import { BANK } from '../../conformance/inputs'
import { aStep, logged } from './a-step'
import { complaintWords } from './complaint-words'

const SAID = ['今天必须处理，不处理就联系你单位，还有你家里的人都会知道', 'ok '.repeat(60), 'W'.repeat(120), '']

/** Sixty contacts with long and short words, two exhibits, and a sender with a long address. */
function longCase(): CaseDocument {
  const base = emptyDocument(0)
  const address = '某某省某某市某某区某某街道某某路 1288 弄 36 号 2 单元 1801 室（请寄本人亲收）'
  return {
    ...base,
    settings: { ...base.settings, sender: { ...base.settings.sender, name: '林某', phone: '13800000001', address } },
    parties: [BANK],
    contacts: Array.from({ length: 60 }, (_, at) =>
      logged({
        id: `c${at}`,
        on: localDate(`2026-11-${String(1 + (at % 20)).padStart(2, '0')}`),
        time: ['22:14', '10:05', null, '07:30'][at % 4] ?? null,
        byPartyId: 'bank',
        said: SAID[at % 4] ?? '',
        reached: at % 5 === 4 ? 'family' : 'me',
        person: at % 5 === 4 ? '王淑芬' : '',
        wasReachable: at % 5 === 4 ? true : null,
        tags: at % 7 === 0 ? ['threat', 'privateAccount', 'newLoan'] : [],
      }),
    ),
  }
}

function papers(language: 'zh-CN' | 'en'): readonly (readonly [string, LetterPaper])[] {
  const words = complaintWords(language)
  const document = longCase()
  const findings = findingsOf(document, book.rules)
  const contactIds = document.contacts.map(({ id }) => id)
  const side = { words, book, language, on: localDate('2026-11-24') }
  const { sender } = document.settings
  return [
    ...ESCALATION_KINDS.map((kind) => {
      const escalation = aStep(kind, { language, contactIds, facts: '接到电话以后，母亲一夜没睡。\n'.repeat(12) })
      return [`${kind} ${language}`, composeEscalation({ words, escalation, document, book, findings })] as const
    }),
    [`witness ${language}`, witnessForm(side)],
    [`card ${language}`, phoneCard(side)],
    [`notice ${language}`, contactNotice({ ...side, sender, party: BANK.name, hours: { from: '09:00', to: '20:00' } })],
  ]
}

const PAPERS = [...papers('zh-CN'), ...papers('en')]

test.each(PAPERS)(
  '%s: no heading ends a page, no signature begins one, every record is printed once',
  (name, paper) => {
    const pages = paginate(paper.blocks)
    for (const page of pages) {
      expect(page.length).toBeGreaterThan(0)
      expect(page.at(-1)?.type).not.toBe('heading')
      expect(page[0]?.type).not.toBe('signature')
    }
    const records = pages.flat().flatMap((block) => (block.type === 'list' ? block.items : []))
    const numbered = records.filter((item) => /^\d+\. 2026-11-\d\d/.test(item))
    expect(numbered).toHaveLength(/^(?:witness|card|notice)/.test(name) ? 0 : 60)
    expect(pages.length).toBeLessThan(16)
  },
)

const browserPath = findBrowser()
if (browserPath === null) console.warn('SKIPPED: no Chromium on this machine, papers were not rendered')

describe.skipIf(browserPath === null)('papers drawn by a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  /** Papers with something below or beside the body of its page. */
  async function overflowing(htmls: readonly (readonly [string, string])[]): Promise<readonly string[]> {
    const page = await browser.newPage()
    const found: string[] = []
    for (const [name, html] of htmls) {
      await page.setContent(html)
      const isOver = await page.evaluate(() =>
        [...document.querySelectorAll('.paper-body')].some((body) => {
          const frame = body.getBoundingClientRect()
          return [...body.querySelectorAll('*')].some((element) => {
            const box = element.getBoundingClientRect()
            return box.bottom > frame.bottom + 1 || box.right > frame.right + 1
          })
        }),
      )
      if (isOver) found.push(name)
    }
    await page.close()
    return found
  }

  test('nothing reaches beyond the body of its page, in any paper', async () => {
    expect(await overflowing(PAPERS.map(([name, paper]) => [name, paperHtml(paper)]))).toEqual([])
  }, 240_000)

  test('control: the check notices a page that is too full', async () => {
    const html = PAPERS.slice(0, 1)
      .map(([, paper]) => paperHtml(paper))
      .join('')
    expect(await overflowing([['full', html.replace('母亲一夜没睡', '母亲一夜没睡'.repeat(400))]])).toEqual(['full'])
  }, 60_000)
})
