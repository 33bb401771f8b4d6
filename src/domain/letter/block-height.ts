import type { LetterBlock } from './blocks'
import { linesWithin } from './line-breaks'
import { PAGE, TEXT_WIDTH_EM } from './page-geometry'

const FACT_LABEL_EM = TEXT_WIDTH_EM * PAGE.factLabelShare - PAGE.factPadding / PAGE.em
const FACT_VALUE_EM = TEXT_WIDTH_EM * PAGE.factValueShare - PAGE.factPadding / PAGE.em

/** First-line indent of a paragraph in em. */
export const indentOf = (block: { readonly indent: boolean }): number => (block.indent ? 2 : 0)

export const paragraphLines = (block: { readonly text: string; readonly indent: boolean }): number =>
  linesWithin(block.text, TEXT_WIDTH_EM, indentOf(block))

export const listItemLines = (item: string): number => linesWithin(item, TEXT_WIDTH_EM - PAGE.listIndentEm)

export const slipLineLines = (line: string): number => linesWithin(line, TEXT_WIDTH_EM)

/** Height a block takes on the page in millimetres, never less than what a browser draws. */
export function blockHeight(block: LetterBlock): number {
  switch (block.type) {
    case 'title':
      return PAGE.titleHeight
    case 'addressee':
      return linesWithin(block.text, TEXT_WIDTH_EM) * PAGE.addresseeHeight
    case 'heading':
      return PAGE.headingHeight
    case 'paragraph':
      return paragraphLines(block) * PAGE.line + PAGE.paragraphGap
    case 'list':
      return block.items.reduce<number>((sum, item) => sum + listItemLines(item) * PAGE.line, PAGE.paragraphGap)
    case 'facts':
      return factsHeight(block.pairs)
    case 'table':
      return PAGE.tableGap + (block.rows.length + 1 + (block.totals ? 1 : 0)) * PAGE.tableRow
    case 'signature':
      return PAGE.signatureHeight
    case 'slip':
      return PAGE.slipTitleHeight + block.lines.reduce((sum, line) => sum + slipLineLines(line) * PAGE.slipLine, 0)
    case 'pageBreak':
      return 0
  }
}

function factsHeight(pairs: readonly { readonly label: string; readonly value: string }[]): number {
  let height: number = PAGE.tableGap
  for (let at = 0; at < pairs.length; at += 2) {
    const lines = pairs
      .slice(at, at + 2)
      .map(({ label, value }) => Math.max(linesWithin(label, FACT_LABEL_EM), linesWithin(value, FACT_VALUE_EM)))
    height += PAGE.factRow + (Math.max(1, ...lines) - 1) * PAGE.line
  }
  return height
}
