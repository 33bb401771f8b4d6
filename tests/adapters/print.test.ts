import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chromiumPdf } from '#adapters/node/chromium-pdf'
import { findBrowser } from '#adapters/node/find-browser'
import { letterDocx } from '#adapters/node/letter-docx'
import { paperHtml } from '#domain/letter/markup'
import { fen } from '#domain/money/fen'
import { PAPER } from '../conformance/a-paper'
import { auditNote } from '../domain/note/a-note'

const canPrint = findBrowser() !== null && spawnSync('pdftotext', ['-v']).status === 0
if (!canPrint) console.warn('SKIPPED: printing needs a Chromium and pdftotext (poppler-utils)')

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'print-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, maxRetries: 5 }))

test.skipIf(!canPrint)(
  'a letter becomes an A4 file with its Chinese words, and nothing of it stays behind',
  async () => {
    const pdf = await chromiumPdf(dataDir).render(paperHtml(PAPER))
    if (pdf === null) throw new Error('nothing was printed')
    expect(readdirSync(join(dataDir, 'tmp'))).toEqual([])
    const file = join(dataDir, 'letter.pdf')
    writeFileSync(file, pdf)
    const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
    for (const words of ['还款协商申请书', '某某消费金融有限公司', '<b>不是标记</b> & “引号”'])
      expect(stdout.replaceAll('\n', '')).toContain(words)
    const { stdout: about } = spawnSync('pdfinfo', [file], { encoding: 'utf8' })
    expect(about).toMatch(/Page size: +59[45][\d.]* x 84[12][\d.]* pts \(A4\)/)
  },
)

test.skipIf(!canPrint)('a note that asks to explain is printed with both figures and its questions', async () => {
  const note = auditNote('zh-CN', { scope: 'arrears', totalFen: fen(300_000), items: {} })
  const pdf = await chromiumPdf(dataDir).render(paperHtml(note))
  if (pdf === null) throw new Error('nothing was printed')
  const file = join(dataDir, 'note.pdf')
  writeFileSync(file, pdf)
  const { stdout } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' })
  for (const words of ['请说明以下项目', '3,000.00', '本人推算', '第六百七十条'])
    expect(stdout.replaceAll('\n', '')).toContain(words)
})

test('a browser that fails or is missing is no PDF, and nothing of the letter stays behind', async () => {
  for (const browser of ['/bin/false', '/nonexistent']) {
    expect(await chromiumPdf(dataDir, () => browser).render('<p>secret</p>')).toBeNull()
    expect(readdirSync(join(dataDir, 'tmp'))).toEqual([])
  }
  expect(chromiumPdf(dataDir, () => null).isAvailable()).toBe(false)
})

test('the Word file opens as a zip with the letter’s words in it', async () => {
  const file = join(dataDir, 'letter.docx')
  writeFileSync(file, await letterDocx(PAPER))
  // Python is everywhere poppler is; its zip reader checks every CRC.
  const script = `import zipfile,sys
z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read('word/document.xml').decode())`
  const { status, stdout, error } = spawnSync('python3', ['-c', script, file], { encoding: 'utf8' })
  if (error) {
    console.warn('SKIPPED: checking the zip needs python3')
    return
  }
  expect(status).toBe(0)
  expect(stdout).toContain('还款协商申请书')
})
