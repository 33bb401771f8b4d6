import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import type { LetterBlock, LetterPaper } from '#domain/letter/blocks'
import { PAGE } from '#domain/letter/page-geometry'

/** Word lays out its own pages, so only the typeface and the measures are ours: Song for Chinese, Times for the rest. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: 'SimSun' }
/** Half points: 五号 10.5 pt, 小五 9 pt, 小二 18 pt. */
const SIZE = { text: 21, table: 18, title: 36, titleEnglish: 30 }
const TEXT_WIDTH = convertMillimetersToTwip(PAGE.width - 2 * PAGE.marginSide)
const CELL_MARGINS = { top: 30, bottom: 30, left: 80, right: 80 }
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const GRID = { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE }
/** Two characters of body text. */
const INDENT = convertMillimetersToTwip(2 * PAGE.em)

type BlockOf<T extends LetterBlock['type']> = Extract<LetterBlock, { type: T }>

/**
 * The letter as a Word file: the same blocks as the paper, A4, rows that never split, a table head repeated on each page
 * and a footer that counts the pages by fields.
 */
export async function letterDocx(paper: LetterPaper): Promise<Uint8Array> {
  const isEnglish = paper.language === 'en'
  const document = new Document({
    title: paper.blocks.find((block) => block.type === 'title')?.text ?? '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.text, color: '000000', language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 340, after: 60 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: convertMillimetersToTwip(PAGE.width), height: convertMillimetersToTwip(PAGE.height) },
            margin: {
              top: convertMillimetersToTwip(PAGE.marginTop),
              bottom: convertMillimetersToTwip(PAGE.marginBottom),
              left: convertMillimetersToTwip(PAGE.marginSide),
              right: convertMillimetersToTwip(PAGE.marginSide),
              footer: convertMillimetersToTwip(10),
            },
          },
        },
        footers: { default: new Footer({ children: [footerParagraph(paper.footer)] }) },
        children: paper.blocks.flatMap((block) => blockElements(block, isEnglish)),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const run = (text: string, options: IRunOptions = {}): TextRun => new TextRun({ ...options, text })

const paragraph = (text: string, options: IParagraphOptions = {}, runOptions: IRunOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [run(text, runOptions)] })

/** The footer's `{page}` and `{pages}` become fields. */
function footerParagraph(footer: string): Paragraph {
  const pieces = footer.split(/(\{pages?\})/)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: pieces.map((piece) =>
      piece === '{page}'
        ? new TextRun({ children: [PageNumber.CURRENT], size: SIZE.table })
        : piece === '{pages}'
          ? new TextRun({ children: [PageNumber.TOTAL_PAGES], size: SIZE.table })
          : run(piece, { size: SIZE.table }),
    ),
  })
}

function blockElements(block: LetterBlock, isEnglish: boolean): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'title':
      return [
        paragraph(
          block.text,
          { alignment: AlignmentType.CENTER, spacing: { after: 240 } },
          isEnglish ? { bold: true, size: SIZE.titleEnglish } : { bold: true, size: SIZE.title, characterSpacing: 60 },
        ),
      ]
    case 'addressee':
      return [paragraph(block.text, { spacing: { after: 120 } })]
    case 'heading':
      return [paragraph(block.text, { keepNext: true, spacing: { before: 120, after: 40 } }, { bold: true })]
    case 'paragraph':
      return [
        paragraph(block.text, {
          alignment: isEnglish ? AlignmentType.LEFT : AlignmentType.BOTH,
          ...(block.indent ? { indent: { firstLine: INDENT } } : {}),
        }),
      ]
    case 'list':
      return block.items.map((item) => paragraph(item, { indent: { left: INDENT } }))
    case 'facts':
      return [factsTable(block), gap()]
    case 'table':
      return [scheduleTable(block), gap()]
    case 'signature':
      return [
        new Paragraph({
          spacing: { before: 560, after: 200 },
          keepLines: true,
          tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
          children: [run(`${block.signer} ____________________\t${block.date}`)],
        }),
      ]
    case 'slip':
      return slipParagraphs(block)
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** Word needs a paragraph after a table; this one is a few points high. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 120, after: 0 }, children: [] })

function cell(text: string, width: number, options: { size: number; isBold?: boolean; isEnd?: boolean }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: CELL_MARGINS,
    children: [
      paragraph(
        text,
        { alignment: options.isEnd ? AlignmentType.RIGHT : AlignmentType.LEFT, spacing: { line: 260, after: 0 } },
        { size: options.size, bold: options.isBold ?? false },
      ),
    ],
  })
}

function factsTable({ pairs }: BlockOf<'facts'>): Table {
  const widths = [PAGE.factLabelShare, PAGE.factValueShare, PAGE.factLabelShare, PAGE.factValueShare].map((share) =>
    Math.floor(TEXT_WIDTH * share),
  )
  const rows: TableRow[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const texts = [pairs[at], pairs[at + 1]].flatMap((pair) => [pair?.label ?? '', pair?.value ?? ''])
    rows.push(
      new TableRow({
        cantSplit: true,
        children: texts.map((text, index) => cell(text, widths[index] ?? 0, { size: SIZE.text })),
      }),
    )
  }
  return table(widths, rows)
}

function scheduleTable({ columns, rows, totals }: BlockOf<'table'>): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((TEXT_WIDTH * column.width) / whole))
  const line = (texts: readonly string[], isHead: boolean, isBold: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: texts.map((text, index) =>
        cell(text, widths[index] ?? 0, { size: SIZE.table, isBold, isEnd: columns[index]?.align === 'end' }),
      ),
    })
  const head = columns.map((column) => column.label)
  return table(widths, [
    line(head, true, true),
    ...rows.map((row) => line(row, false, false)),
    ...(totals ? [line(totals, false, true)] : []),
  ])
}

const table = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: GRID,
    rows,
  })

/** The reply slip stays whole: each line is kept with the next. */
function slipParagraphs({ title, lines }: BlockOf<'slip'>): readonly Paragraph[] {
  const cutLine = {
    top: { ...RULE, style: BorderStyle.DASHED, space: 8 },
    bottom: NO_RULE,
    left: NO_RULE,
    right: NO_RULE,
  }
  return [
    paragraph(
      title,
      { alignment: AlignmentType.CENTER, keepNext: true, border: cutLine, spacing: { before: 360, after: 160 } },
      { bold: true },
    ),
    ...lines.map((line, index) =>
      paragraph(line, { keepNext: index < lines.length - 1, keepLines: true, spacing: { line: 440, after: 60 } }),
    ),
  ]
}
