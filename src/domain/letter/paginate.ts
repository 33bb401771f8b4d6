import type { LetterBlock } from './blocks'

/** Page geometry in millimetres; `paper-css.ts` draws exactly this. */
export const PAGE = {
  width: 210,
  height: 297,
  marginTop: 22,
  marginBottom: 24,
  marginSide: 24,
  /** Body text: 10.5 pt (五号) on 6.4 mm lines. */
  em: 3.704,
  line: 6.4,
  paragraphGap: 1.2,
  titleHeight: 18,
  addresseeHeight: 9,
  headingHeight: 8.6,
  factRow: 7.4,
  tableRow: 5.9,
  tableGap: 2.4,
  signatureHeight: 26,
  slipTitleHeight: 13,
  slipLine: 10.5,
} as const

const WIDTH_EM = (PAGE.width - 2 * PAGE.marginSide) / PAGE.em
const BODY_HEIGHT = PAGE.height - PAGE.marginTop - PAGE.marginBottom

/** Shortest piece of a paragraph left at the foot or carried to the head of a page, in lines. */
const SHORTEST_PIECE = 3

type Table = Extract<LetterBlock, { type: 'table' }>

/**
 * Cuts a letter into A4 pages by our own measures, without a browser, so that screen, print, PDF and CLI agree.
 *
 * Line breaks are estimated from above (a Chinese character is 1 em, others by class), so a page may end early but never
 * overflows; `tests/domain/letter` renders pages and checks. Table rows are never split and the header is repeated; a
 * heading stays with what follows; the signature stays with the end of the text; the reply slip is never cut.
 */
export function paginate(blocks: readonly LetterBlock[]): readonly (readonly LetterBlock[])[] {
  const pages: LetterBlock[][] = [[]]
  let left: number = BODY_HEIGHT
  const turn = (): void => {
    if (pages.at(-1)?.length === 0) return
    pages.push([])
    left = BODY_HEIGHT
  }
  const place = (block: LetterBlock, height: number): void => {
    pages.at(-1)?.push(block)
    left -= height
  }
  blocks.forEach((block, index) => {
    if (block.type === 'pageBreak') {
      turn()
      return
    }
    if (block.type === 'table') {
      placeTable(block)
      return
    }
    if (block.type === 'paragraph') {
      placeParagraph(block)
      return
    }
    const height = heightOf(block)
    const company = block.type === 'heading' ? smallestStart(blocks[index + 1]) : 0
    if (height + company > left) {
      if (block.type === 'signature') carryLast()
      else turn()
    }
    place(block, height)
  })
  return pages

  function placeTable(table: Table): void {
    let rest = table.rows
    while (rest.length > 0) {
      const fixed = PAGE.tableRow + PAGE.tableGap
      const room = Math.floor((left - fixed) / PAGE.tableRow)
      const needsTotals = table.totals ? 1 : 0
      if (room < Math.min(rest.length + needsTotals, 3)) {
        turn()
        continue
      }
      // The last row keeps the totals company.
      const isLast = rest.length + needsTotals <= room
      const count = isLast ? rest.length : Math.min(room, rest.length - (needsTotals > 0 ? 1 : 0))
      const piece = { ...table, rows: rest.slice(0, count), totals: isLast ? table.totals : null }
      place(piece, fixed + (count + (isLast ? needsTotals : 0)) * PAGE.tableRow)
      rest = rest.slice(count)
    }
  }

  function placeParagraph(block: Extract<LetterBlock, { type: 'paragraph' }>): void {
    const lines = linesOf(block.text, block.indent)
    const room = Math.floor((left - PAGE.paragraphGap) / PAGE.line)
    if (lines <= room) {
      place(block, lines * PAGE.line + PAGE.paragraphGap)
      return
    }
    const canSplit = room >= SHORTEST_PIECE && lines - room >= 1 && lines >= 2 * SHORTEST_PIECE
    if (!canSplit) {
      if (pages.at(-1)?.length === 0) {
        place(block, lines * PAGE.line)
        return
      }
      turn()
      placeParagraph(block)
      return
    }
    const keep = Math.min(room, lines - SHORTEST_PIECE)
    const cut = cutAfterLines(block.text, Math.max(1, keep), block.indent)
    place({ ...block, text: block.text.slice(0, cut).trimEnd() }, keep * PAGE.line + PAGE.paragraphGap)
    turn()
    placeParagraph({ ...block, text: block.text.slice(cut).trimStart(), indent: false })
  }

  /** A signature never stands alone: what was placed last goes with it to the new page. */
  function carryLast(): void {
    const page = pages.at(-1)
    if (!page) return
    const carried: LetterBlock[] = []
    while (page.length > 1 && carried.length < 2) {
      const last = page.pop()
      if (last) carried.unshift(last)
      if (last && last.type !== 'heading' && page.at(-1)?.type !== 'heading') break
    }
    turn()
    for (const block of carried) place(block, heightOf(block))
  }
}

function smallestStart(next: LetterBlock | undefined): number {
  if (next === undefined) return 0
  if (next.type === 'table') return 4 * PAGE.tableRow + PAGE.tableGap
  if (next.type === 'paragraph') return Math.min(SHORTEST_PIECE, linesOf(next.text, next.indent)) * PAGE.line
  return heightOf(next)
}

function heightOf(block: LetterBlock): number {
  switch (block.type) {
    case 'title':
      return PAGE.titleHeight
    case 'addressee':
      return linesOf(block.text, false) * PAGE.addresseeHeight
    case 'heading':
      return PAGE.headingHeight
    case 'paragraph':
      return linesOf(block.text, block.indent) * PAGE.line + PAGE.paragraphGap
    case 'list':
      return block.items.reduce<number>((sum, item) => sum + linesOf(item, true) * PAGE.line, PAGE.paragraphGap)
    case 'facts': {
      // Two pairs to a row; a long value may take a second line.
      let height: number = PAGE.tableGap
      for (let at = 0; at < block.pairs.length; at += 2) {
        const lines = block.pairs
          .slice(at, at + 2)
          .map(({ label, value }) => Math.max(linesWithin(label, FACT_LABEL_EM), linesWithin(value, FACT_VALUE_EM)))
        height += PAGE.factRow + (Math.max(1, ...lines) - 1) * PAGE.line
      }
      return height
    }
    case 'table':
      return PAGE.tableGap + (block.rows.length + 1 + (block.totals ? 1 : 0)) * PAGE.tableRow
    case 'signature':
      return PAGE.signatureHeight
    case 'slip':
      return PAGE.slipTitleHeight + block.lines.length * PAGE.slipLine
    case 'pageBreak':
      return 0
  }
}

/** Inner widths of the identity table's label (16 %) and value (34 %) cells. */
const FACT_LABEL_EM = WIDTH_EM * 0.16 - 1.2
const FACT_VALUE_EM = WIDTH_EM * 0.34 - 1.2

const linesOf = (text: string, isIndented: boolean): number => linesWithin(text, WIDTH_EM, isIndented ? 2 : 0)

const linesWithin = (text: string, widthEm: number, indentEm = 0): number =>
  Math.max(1, breaksOf(text, widthEm, indentEm).length + 1)

function cutAfterLines(text: string, lines: number, isIndented: boolean): number {
  return breaksOf(text, WIDTH_EM, isIndented ? 2 : 0)[lines - 1] ?? text.length
}

/** Where lines end, estimated from above: words of Latin letters and digits stay whole, anything else may break. */
function breaksOf(text: string, widthEm: number, indentEm: number): readonly number[] {
  const breaks: number[] = []
  let used = indentEm
  let at = 0
  for (const piece of text.match(/[!-~\u00A0-\u024F]+|[\s\S]/gu) ?? []) {
    const width = emOf(piece)
    // A line that could not hold its last punctuation mark hands one more character down.
    if (used + width > widthEm - 0.6 && used > 0) {
      breaks.push(at)
      used = width > widthEm ? width % widthEm : width
      for (let whole = Math.floor(width / widthEm); whole > 0; whole -= 1) breaks.push(at)
    } else used += width
    at += piece.length
  }
  return breaks
}

function emOf(text: string): number {
  let width = 0
  for (const character of text) {
    if (/[A-Z@%&MWmw—…“”‘’□]/u.test(character)) width += 0.95
    else if (/[0-9a-z$]/u.test(character)) width += 0.57
    else if (/[\u0020-\u007e]/u.test(character)) width += 0.42
    else width += 1
  }
  return width
}
