import { writeFile } from 'node:fs/promises'
import { chromiumPdf } from '#adapters/node/chromium-pdf'
import { letterDocx } from '#adapters/node/letter-docx'
import type { LetterPaper } from '#domain/letter/blocks'
import { paperHtml } from '#domain/letter/markup'
import { CliError } from './cli-error'

/** The files a paper is written to; null where none is asked for. */
export interface PaperFiles {
  readonly pdf: string | null
  readonly docx: string | null
  /** Where the browser that prints may keep its files meanwhile. */
  readonly tmpDir: string
}

/** Writes the files asked for and answers their paths. */
export async function writePaper(paper: LetterPaper, { pdf, docx, tmpDir }: PaperFiles): Promise<readonly string[]> {
  const written: string[] = []
  if (pdf !== null) {
    const bytes = await chromiumPdf(tmpDir).render(paperHtml(paper))
    if (!bytes) throw new CliError({ code: 'pdf_unavailable' })
    await save(pdf, bytes)
    written.push(pdf)
  }
  if (docx !== null) {
    await save(docx, await letterDocx(paper))
    written.push(docx)
  }
  return written
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { mode: 0o600 })
  } catch (cause) {
    throw new CliError({ code: 'file_not_written', reason: (cause as { code?: string }).code ?? 'unknown' })
  }
}
