import type { LetterBlock, LetterPaper } from './blocks'

/** The letter as plain text: most lenders are reached through the chat box of an app. */
export const letterText = (paper: LetterPaper): string =>
  `${paper.blocks
    .filter((block) => block.type !== 'slip' && block.type !== 'pageBreak')
    .map((block) => linesOf(block, paper.language === 'en' ? ': ' : '：').join('\n'))
    .join('\n\n')}\n`

function linesOf(block: LetterBlock, colon: string): readonly string[] {
  switch (block.type) {
    case 'title':
    case 'addressee':
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items
    case 'facts':
      return block.pairs.map(({ label, value }) => `${label}${colon}${value}`)
    case 'table':
      return [
        block.columns.map((column) => column.label).join(' | '),
        ...block.rows.map((row) => row.join(' | ')),
        ...(block.totals ? [block.totals.filter((cell) => cell !== '').join(' | ')] : []),
      ]
    case 'signature':
      return [block.signer, block.date]
    case 'slip':
    case 'pageBreak':
      return []
  }
}
