import type { LetterBlock, LetterPaper } from './blocks'
import { paginate } from './paginate'
import { paperCss } from './paper-css'
import { fill } from './words'

/** One element of a page: the one markup of preview, print and PDF. Texts are plain; nothing is parsed as HTML. */
export interface PaperNode {
  readonly tag:
    | 'section'
    | 'div'
    | 'h1'
    | 'h2'
    | 'p'
    | 'ul'
    | 'li'
    | 'table'
    | 'thead'
    | 'tbody'
    | 'tfoot'
    | 'tr'
    | 'th'
    | 'td'
    | 'footer'
    | 'span'
  readonly className: string
  readonly lang?: string
  readonly text?: string
  readonly children?: readonly PaperNode[]
}

const node = (tag: PaperNode['tag'], className: string, content: string | readonly PaperNode[]): PaperNode =>
  typeof content === 'string' ? { tag, className, text: content } : { tag, className, children: content }

/** The letter as A4 pages, each with its own footer "page x of y". */
export function paperPages(paper: LetterPaper): readonly PaperNode[] {
  const pages = paginate(paper.blocks)
  return pages.map((blocks, index) => ({
    ...node('section', 'paper-page', [
      node('div', 'paper-body', blocks.map(blockNode)),
      node('footer', 'paper-footer', fill(paper.footer, { page: index + 1, pages: pages.length })),
    ]),
    lang: paper.language,
  }))
}

function blockNode(block: LetterBlock): PaperNode {
  switch (block.type) {
    case 'title':
      return node('h1', '', block.text)
    case 'addressee':
      return node('p', 'paper-addressee', block.text)
    case 'heading':
      return node('h2', '', block.text)
    case 'paragraph':
      return node('p', block.indent ? 'paper-indent' : '', block.text)
    case 'list':
      return node(
        'ul',
        '',
        block.items.map((item) => node('li', '', item)),
      )
    case 'facts':
      return factsNode(block.pairs)
    case 'table':
      return tableNode(block)
    case 'signature':
      return node('div', 'paper-signature', [node('span', '', block.signer), node('span', '', block.date)])
    case 'slip':
      return node('div', 'paper-slip', [node('h2', '', block.title), ...block.lines.map((line) => node('p', '', line))])
    case 'pageBreak':
      return node('div', '', '')
  }
}

function factsNode(pairs: readonly { readonly label: string; readonly value: string }[]): PaperNode {
  const rows: PaperNode[] = []
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = [0, 1].flatMap((offset) => {
      const pair = pairs[at + offset]
      return [node('td', '', pair?.label ?? ''), node('td', '', pair?.value ?? '')]
    })
    rows.push(node('tr', '', cells))
  }
  return node('table', 'paper-facts', [node('tbody', '', rows)])
}

function tableNode({ columns, rows, totals }: Extract<LetterBlock, { type: 'table' }>): PaperNode {
  const className = (index: number): string => (columns[index]?.align === 'end' ? 'paper-end' : '')
  const cells = (tag: 'th' | 'td', texts: readonly string[]): PaperNode =>
    node(
      'tr',
      '',
      texts.map((text, index) => node(tag, className(index), text)),
    )
  return node('table', `paper-schedule paper-columns-${columns.length}`, [
    node('thead', '', [
      cells(
        'th',
        columns.map((column) => column.label),
      ),
    ]),
    node(
      'tbody',
      '',
      rows.map((row) => cells('td', row)),
    ),
    ...(totals ? [node('tfoot', '', [cells('td', totals)])] : []),
  ])
}

/** The letter as a whole HTML document: what becomes the PDF. No script, no reference to anything outside. */
export function paperHtml(paper: LetterPaper): string {
  const pages = paperPages(paper).map(html).join('\n')
  return `<!doctype html>
<html lang="${paper.language}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title></title><style>html, body { margin: 0; background: #fff }${paperCss}</style></head>
<body>
${pages}
</body>
</html>
`
}

function html({ tag, className, lang, text, children }: PaperNode): string {
  const attributes = (className === '' ? '' : ` class="${className}"`) + (lang === undefined ? '' : ` lang="${lang}"`)
  return `<${tag}${attributes}>${text === undefined ? (children ?? []).map(html).join('') : escape(text)}</${tag}>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
