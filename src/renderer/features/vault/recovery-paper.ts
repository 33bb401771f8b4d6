import type { LetterPaper } from '#domain/letter/blocks'
import type { TFunction } from 'i18next'

/** The sheet to print: the code, how to use it, when it was made. No name and nothing of the case stands on it. */
export function recoveryPaper(
  t: TFunction,
  language: LetterPaper['language'],
  code: string,
  date: string,
): LetterPaper {
  const pairs = code.split('-').map((value, index) => ({ label: t('vault.sheet.type', { n: index + 1 }), value }))
  return {
    language,
    footer: '',
    blocks: [
      { type: 'title', text: t('vault.sheet.paperTitle') },
      { type: 'paragraph', text: t('vault.sheet.intro'), indent: false },
      { type: 'facts', pairs },
      { type: 'paragraph', text: t('vault.sheet.how'), indent: false },
      { type: 'paragraph', text: t('vault.sheet.made', { date }), indent: false },
    ],
  }
}
