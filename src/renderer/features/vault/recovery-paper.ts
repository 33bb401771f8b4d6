import type { LetterPaper } from '#domain/letter/blocks'
import type { TFunction } from 'i18next'

/** The sheet to print: the code, how to use it, when it was made. No name and nothing of the case stands on it. */
export function recoveryPaper(
  t: TFunction,
  language: LetterPaper['language'],
  code: string,
  date: string,
): LetterPaper {
  const groups = code.split('-')
  const cell = (at: number): string => `${at + 1}.  ${groups[at] ?? ''}`
  const column = { label: '', align: 'start' as const, width: 1 }
  return {
    language,
    footer: '',
    blocks: [
      { type: 'title', text: t('vault.sheet.paperTitle') },
      { type: 'paragraph', text: t('vault.sheet.intro'), indent: false },
      {
        type: 'table',
        columns: [column, column, column, column],
        rows: [[0, 1, 2, 3].map(cell), [4, 5, 6, 7].map(cell)],
        totals: null,
      },
      { type: 'paragraph', text: t('vault.sheet.how'), indent: false },
      { type: 'paragraph', text: t('vault.sheet.made', { date }), indent: false },
    ],
  }
}
