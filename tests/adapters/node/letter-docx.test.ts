import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { letterDocx } from '#adapters/node/letter-docx'
import { chineseCapital } from '#domain/money/chinese-capital'
import { inputFor, letterFor, SENDER } from '../../domain/letter/fixtures'

const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).error === undefined
const canConvert = has('soffice', '--version') && has('pdftotext', '-v')
if (!canConvert) console.warn('SKIPPED: no LibreOffice or poppler on this machine, Word files were not opened')

const folder = mkdtempSync(join(tmpdir(), 'letter-docx-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the letter as a Word file', () => {
  test('is a zip of an Office document', async () => {
    const bytes = await letterDocx(letterFor())
    expect(Buffer.from(bytes.subarray(0, 4)).toString('latin1')).toBe('PK\u0003\u0004')
  })

  test.skipIf(!canConvert).each(['zh-CN', 'en'] as const)(
    'opens in LibreOffice with everything the letter says (%s)',
    async (language) => {
      const wanted = { language, request: { periods: 60 } }
      const { arrangement } = inputFor(wanted)
      const paper = letterFor(wanted)
      writeFileSync(join(folder, `${language}.docx`), await letterDocx(paper))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder]
      execFileSync('soffice', [profile, ...options, join(folder, `${language}.docx`)])
      execFileSync('pdftotext', ['-layout', join(folder, `${language}.pdf`), join(folder, `${language}.txt`)])
      const pages = readFileSync(join(folder, `${language}.txt`), 'utf8')
        .split('\f')
        .slice(0, -1)
      const text = pages.join('\n')
      const plain = text.replace(/\s+/g, '')
      expect(text).toContain(SENDER.phone)
      expect(plain).toContain(SENDER.name)
      expect(plain).toContain('3201**********1234')
      expect(plain).not.toContain(SENDER.idNumber)
      expect(plain).toContain(chineseCapital(arrangement.totalFen))
      for (const block of paper.blocks)
        if (block.type === 'table') for (const row of block.rows) expect(plain).toContain(row.join(''))
      // The head of the table is repeated and each page carries its number.
      const head = language === 'en' ? 'PrincipalInterestArrears' : '本金利息旧欠'
      expect(plain.split(head)).toHaveLength(pages.filter((page) => /20\d\d-\d\d-\d\d/.test(page)).length + 1)
      pages.forEach((page, index) => {
        const number = language === 'en' ? `Page${index + 1}of${pages.length}` : `第${index + 1}页共${pages.length}页`
        expect(page.replace(/\s+/g, '')).toContain(number)
      })
    },
    180_000,
  )
})
