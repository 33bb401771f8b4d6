import type { Figure } from '#domain/worked/figure'
import type { WorkedExample, WorkedStep, WorkedTable } from '#domain/worked/worked-example'
import type { TFunction } from 'i18next'
import { bareText, figureText, pageValues } from '../../src/renderer/features/worked/figure-text'
import { printedStep } from '../renderer/worked/reader'

/** A worked page as a document: the same figures and the same words as the page in the app. */
export function workedMarkdown(t: TFunction, example: WorkedExample): string {
  const { id, inputs, sections, answers } = example
  const values = pageValues(t, example)
  const text = (key: 'question' | 'short' | 'meaning' | 'note'): string => t(`worked.page.${id}.${key}`, values)
  return `${[
    `# ${t(`worked.page.${id}.title`)}`,
    text('question'),
    `**${text('short')}**`,
    `## ${t('worked.inputs')}`,
    inputs
      .map(
        ({ code, value }) => `- ${t('worked.pair', { name: t(`worked.input.${code}`), value: figureText(t, value) })}`,
      )
      .join('\n'),
    t('worked.rounding'),
    ...sections.flatMap(({ code, steps, table }) => [
      `## ${t(`worked.section.${code}.title`)}`,
      t(`worked.section.${code}.text`),
      steps.map((step, at) => stepText(t, step, at + 1)).join('\n\n'),
      ...(table === null ? [] : [tableText(t, table)]),
    ]),
    `## ${t('worked.answers')}`,
    answers
      .map(
        ({ code, value }) =>
          `- **${t('worked.pair', { name: t(`worked.answer.${code}.title`), value: figureText(t, value) })}** ${t(`worked.answer.${code}.text`)}`,
      )
      .join('\n'),
    `### ${t('worked.meaning')}`,
    text('meaning'),
    `### ${t('worked.note')}`,
    text('note'),
    t('worked.disclaimer'),
  ].join('\n\n')}\n`
}

/** The list of pages of one language. */
export const workedIndex = (
  t: TFunction,
  pages: readonly { readonly example: WorkedExample; readonly file: string }[],
): string =>
  `${[
    `# ${t('worked.title')}`,
    t('worked.sub'),
    pages
      .map(({ example, file }) => {
        const { id } = example
        return `- [${t(`worked.page.${id}.title`)}](${file}) ${t(`worked.page.${id}.short`, pageValues(t, example))}`
      })
      .join('\n'),
    t('worked.disclaimer'),
  ].join('\n\n')}\n`

function stepText(t: TFunction, step: WorkedStep, at: number): string {
  const { formula, result } = printedStep(t, step)
  return `${at}. **${t(`worked.stepOf.${step.code}.title`)}** ${t(`worked.stepOf.${step.code}.text`)}\n\n   \`${formula} = ${result}\``
}

function tableText(t: TFunction, { columns, rows, totals }: WorkedTable): string {
  const cells = (row: readonly (Figure | null)[]): readonly string[] =>
    row.map((figure) => (figure === null ? '' : bareText(t, figure)))
  const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`
  const [, ...sums] = cells(totals)
  return [
    line(columns.map((column) => t(`worked.column.${column}`))),
    line(columns.map((column) => (column === 'dueOn' || column === 'statementOn' ? ':--' : '--:'))),
    ...rows.map((row) => line(cells(row))),
    line([`**${t('worked.total')}**`, ...sums]),
  ].join('\n')
}
