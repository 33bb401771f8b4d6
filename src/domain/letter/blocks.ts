/**
 * A letter as blocks, without layout: one function each turns them into markup (screen, print, PDF), .docx and text.
 */
export type LetterBlock =
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'addressee'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string; readonly indent: boolean }
  | { readonly type: 'list'; readonly items: readonly string[] }
  /** Label and value pairs, two pairs to a row. */
  | { readonly type: 'facts'; readonly pairs: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly type: 'table'
      readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end'; readonly width: number }[]
      readonly rows: readonly (readonly string[])[]
      readonly totals: readonly string[] | null
    }
  | { readonly type: 'signature'; readonly signer: string; readonly date: string }
  | { readonly type: 'slip'; readonly title: string; readonly lines: readonly string[] }
  | { readonly type: 'pageBreak' }

/** A letter ready for paper: language, blocks and the words of the footer (`{page}` and `{pages}` are filled in). */
export interface LetterPaper {
  readonly language: 'zh-CN' | 'en'
  readonly footer: string
  readonly blocks: readonly LetterBlock[]
}
