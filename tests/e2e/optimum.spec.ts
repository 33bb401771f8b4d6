import { readFileSync, writeFileSync } from 'node:fs'
import { localDate } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import { sampleCase } from '#domain/sample/sample-case'
import type { SampleWords } from '#domain/sample/sample-words'
import { expect, test } from './app'
import { Person, wordsOf } from './person'

for (const language of ['zh-CN', 'en'] as const) {
  test(`the cheapest way is searched for, and how sure it is is said (${language})`, async ({ app }, info) => {
    const { page } = app
    const say = wordsOf(language)
    const person = new Person(page, language)
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await person.button('firstRun.sample.load').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ledger.title'))
    const panel = page.getByRole('region', { name: say('optimum.title') })

    // Overdue: nothing is proven, and why.
    await page.evaluate(() => (location.hash = '#/plan/compare'))
    await panel.getByRole('button', { name: say('optimum.start') }).press('Enter')
    await expect(panel).toContainText(say('optimum.proof.overdue'))

    // The same without the overdue loan, and with money enough: solved in the worker, and proven.
    const words = JSON.parse(readFileSync(`resources/sample-case/${language}.json`, 'utf8')) as SampleWords
    const sample = sampleCase(words, localDate('2026-11-24'))
    const loans = sample.loans.filter(({ id }) => id !== 'loan-consumer')
    const lines = sample.budget.lines.map((line) =>
      line.side === 'income' ? { ...line, amountFen: fen(line.amountFen + 300_000) } : line,
    )
    const file = info.outputPath('case.json')
    writeFileSync(file, JSON.stringify({ ...sample, loans, budget: { ...sample.budget, lines } }))
    await person.goesTo('settings')
    await page.locator('input[type=file][accept*=".json"]').setInputFiles(file)
    const confirm = page.getByRole('dialog').getByRole('button').last()
    if (await confirm.isVisible({ timeout: 2_000 }).catch(() => false)) await confirm.click()
    await expect(page.locator('.mantine-Notification-root').last()).toBeVisible()
    await page.evaluate(() => (location.hash = '#/plan/compare'))
    await panel.getByRole('button', { name: say('optimum.start') }).press('Enter')
    await expect(panel).toContainText(
      new RegExp(
        [say('optimum.proof.best'), say('optimum.proof.avalanche'), say('optimum.proof.within').split('{{')[0]].join(
          '|',
        ),
      ),
      { timeout: 30_000 },
    )
  })
}
