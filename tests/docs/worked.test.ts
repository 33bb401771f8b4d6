import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { WORKED_IDS, workedExample } from '#domain/worked/worked-examples'
import { startI18n, type Language } from '../../src/renderer/i18n'
import { workedIndex, workedMarkdown } from './worked-markdown'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'worked')
const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const languages: readonly Language[] = ['zh-CN', 'en']

describe('docs/worked says what the app says (npx vitest run tests/docs -u writes it)', () => {
  it.each(languages.flatMap((language) => WORKED_IDS.map((id) => [language, id] as const)))(
    '%s, %s',
    async (language, id) => {
      const { t } = startI18n(language)
      await expect(workedMarkdown(t, workedExample(id)!)).toMatchFileSnapshot(
        join(folder, `${kebab(id)}.${language}.md`),
      )
    },
  )

  it('the list of pages', async () => {
    const texts = languages.map((language) =>
      workedIndex(
        startI18n(language).t,
        WORKED_IDS.map((id) => ({ example: workedExample(id)!, file: `${kebab(id)}.${language}.md` })),
      ),
    )
    await expect(texts.join('\n')).toMatchFileSnapshot(join(folder, 'README.md'))
  })
})
