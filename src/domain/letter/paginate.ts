import { blockHeight, indentOf, listItemLines, paragraphLines } from './block-height'
import type { LetterBlock } from './blocks'
import { cutAfterLines } from './line-breaks'
import { BODY_HEIGHT, PAGE, TEXT_WIDTH_EM } from './page-geometry'

type Piece<T extends LetterBlock['type']> = Extract<LetterBlock, { type: T }>

/** Fewest lines of a paragraph left at the foot of a page or carried to the head of the next. */
const SHORTEST_PIECE = 2

/** Fewest rows of a table left at the foot of a page or carried over. */
const FEWEST_ROWS = 3

/** Where a sentence ends, in both languages. */
const SENTENCE_END = /[。；！？]|[.;!?](?=\s)/g

/**
 * Cuts a letter into A4 pages by our own measures, without a browser, so that screen, print, PDF and CLI agree.
 *
 * Heights are estimated from above (`line-breaks.ts`), so a page may end early but never overflows; a test renders pages
 * and checks. Table rows are never split and the header is repeated; the totals keep a row's company; a paragraph is cut
 * between sentences if at all; a heading stays with what follows; the signature stays with the end of the text; the reply
 * slip is never cut.
 */
export function paginate(blocks: readonly LetterBlock[]): readonly (readonly LetterBlock[])[] {
  const pages: LetterBlock[][] = [[]]
  let left: number = BODY_HEIGHT
  blocks.forEach((block, index) => {
    switch (block.type) {
      case 'pageBreak':
        turn()
        return
      case 'table':
        placeTable(block)
        return
      case 'paragraph':
        placeParagraph(block)
        return
      case 'list':
        placeList(block)
        return
      case 'heading':
        if (PAGE.headingHeight + smallestStart(blocks[index + 1]) > left) turn()
        break
      case 'signature':
        if (PAGE.signatureHeight > left) carryLast()
        break
      default:
        if (blockHeight(block) > left) turn()
    }
    place(block)
  })
  return pages

  function page(): LetterBlock[] {
    const last = pages.at(-1)
    if (last === undefined) throw new Error('a letter has at least one page')
    return last
  }

  /** Begins a page; a heading at the foot of the old one comes along. */
  function turn(): void {
    const from = page()
    if (from.length === 0) return
    let start = from.length
    while (start > 0 && from[start - 1]?.type === 'heading') start -= 1
    if (start === 0) return
    const headings = from.splice(start)
    pages.push([])
    left = BODY_HEIGHT
    headings.forEach(place)
  }

  /** Whether turning the page would gain nothing. */
  function isFresh(): boolean {
    return page().every(({ type }) => type === 'heading')
  }

  function place(block: LetterBlock): void {
    page().push(block)
    left -= blockHeight(block)
  }

  function placeTable(table: Piece<'table'>): void {
    const totalsRows = table.totals ? 1 : 0
    let rest = table.rows
    do {
      const room = Math.floor((left - PAGE.tableRow - PAGE.tableGap) / PAGE.tableRow)
      if (room < Math.min(rest.length + totalsRows, FEWEST_ROWS)) turn()
      else {
        const isLast = rest.length + totalsRows <= room
        const count = isLast ? rest.length : Math.max(1, Math.min(room, rest.length - FEWEST_ROWS + totalsRows))
        place({ ...table, rows: rest.slice(0, count), totals: isLast ? table.totals : null })
        rest = rest.slice(count)
        if (isLast) return
      }
    } while (rest.length > 0)
  }

  function placeParagraph(block: Piece<'paragraph'>): void {
    const lines = paragraphLines(block)
    const room = Math.floor((left - PAGE.paragraphGap) / PAGE.line)
    if (lines <= room) {
      place(block)
      return
    }
    const cut = sentenceCut(block, room) ?? (isFresh() ? lineCut(block, room) : null)
    if (cut === null) {
      turn()
      placeParagraph(block)
      return
    }
    place({ ...block, text: block.text.slice(0, cut).trimEnd() })
    turn()
    placeParagraph({ ...block, text: block.text.slice(cut).trimStart(), indent: false })
  }

  function placeList(list: Piece<'list'>): void {
    let items: string[] = []
    for (const item of list.items) {
      const height = blockHeight({ ...list, items: [...items, item] })
      if (height > left && (items.length > 0 || !isFresh())) {
        if (items.length > 0) place({ ...list, items })
        items = []
        turn()
      }
      items.push(item)
    }
    if (items.length > 0) place({ ...list, items })
  }

  /** A signature never stands alone: what was placed last goes with it to the new page, with its heading. */
  function carryLast(): void {
    const from = page()
    let start = from.length - 1
    while (start > 0 && from[start - 1]?.type === 'heading') start -= 1
    const carried = from.slice(start)
    const height = carried.reduce<number>((sum, block) => sum + blockHeight(block), PAGE.signatureHeight)
    const canCarry = start > 0 && height <= BODY_HEIGHT
    if (canCarry) from.splice(start)
    turn()
    if (canCarry) carried.forEach(place)
  }
}

/** The last end of a sentence that leaves at least the shortest piece on either side; null when there is none. */
function sentenceCut(block: Piece<'paragraph'>, room: number): number | null {
  const ends = [...block.text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const fits = (end: number): boolean => {
    const kept = paragraphLines({ ...block, text: block.text.slice(0, end) })
    const carried = paragraphLines({ text: block.text.slice(end).trimStart(), indent: false })
    return kept <= room && kept >= SHORTEST_PIECE && carried >= SHORTEST_PIECE
  }
  return ends.reverse().find(fits) ?? null
}

/** For a sentence longer than a page: the end of the last line that fits. */
const lineCut = (block: Piece<'paragraph'>, room: number): number =>
  cutAfterLines(block.text, Math.max(1, room), TEXT_WIDTH_EM, indentOf(block))

/** Height that must follow a heading on its page. */
function smallestStart(next: LetterBlock | undefined): number {
  if (next === undefined) return 0
  if (next.type === 'table') return (FEWEST_ROWS + 1) * PAGE.tableRow + PAGE.tableGap
  if (next.type === 'paragraph') return Math.min(SHORTEST_PIECE, paragraphLines(next)) * PAGE.line + PAGE.paragraphGap
  if (next.type === 'list') return listItemLines(next.items[0] ?? '') * PAGE.line + PAGE.paragraphGap
  return blockHeight(next)
}
