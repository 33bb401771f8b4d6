import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { violations } from './axe'
import { Person, type Language } from './person'

/** Longest tasks of the page while its worker runs; the machine of CI is slow. */
const LONGEST_TASK_MS = 250

async function opensSample(page: Page, language: Language): Promise<Person> {
  const person = new Person(page, language)
  await page
    .getByText(language === 'en' ? 'English' : '中文', { exact: true })
    .first()
    .click()
  await person.button('firstRun.sample.load').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('ledger.title'))
  await person.goesTo('plan')
  await page.getByRole('link', { name: person.say('stress.page'), exact: true }).click()
  await expect(page.getByRole('heading', { name: person.say('stress.shock.title') })).toBeVisible()
  return person
}

const watchesLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { longTasks: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(entry.duration)
    }).observe({ type: 'longtask' })
  })

/** The longest since the last time it was asked. */
const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks.splice(0)))

/** What a run costs the page when nothing else disturbs it: the best of a few, for a busy machine delays any of them. */
async function runsQuietly(page: Page, person: Person): Promise<number> {
  let best = Infinity
  for (let run = 0; run < 5 && best > 50; run += 1) {
    await person.button('stress.run.start').click()
    await expect(person.button('stress.run.start')).toBeVisible()
    await expect(page.locator('.chart-canvas svg')).toHaveCount(3)
    // The charts of a later run are drawn in turns after its answer.
    await page.waitForTimeout(800)
    best = Math.min(best, await longestTask(page))
  }
  return best
}

for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
  test(`an offer that holds in nine of ten imagined futures becomes the drafts (${language})`, async ({ app }) => {
    const { page } = app
    const person = await opensSample(page, language)
    const offer = page.getByRole('region', { name: person.say('stress.offer.title') })

    // A shock of another size is answered at once.
    const table = page.getByRole('region', { name: person.say('stress.shock.title') }).getByRole('table')
    const expense = table.getByRole('row').filter({ hasText: person.say('stress.shock.kind.expense') })
    const before = await expense.innerText()
    await page.getByLabel(person.say('stress.shock.expenseSize'), { exact: true }).fill('3万')
    await expect.poll(() => expense.innerText()).not.toBe(before)

    // Stopped in the frame after it began: nothing comes of it.
    const names = { start: person.say('stress.run.start'), cancel: person.say('stress.run.cancel') }
    await page.evaluate(async ({ start, cancel }) => {
      const press = (name: string): void => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
        if (!button) throw new Error(`no button ${name}`)
        button.click()
      }
      press(start)
      await new Promise(requestAnimationFrame)
      press(cancel)
    }, names)
    await expect(person.button('stress.run.start')).toBeVisible()
    await page.waitForTimeout(1_500)
    await expect(offer).toHaveCount(0)

    // Run to the end.
    await watchesLongTasks(page)
    // The control: a page that is held is seen to be held.
    await page.evaluate(() => {
      setTimeout(() => {
        for (const until = performance.now() + 400; performance.now() < until;);
      })
    })
    await page.waitForTimeout(800)
    expect(await longestTask(page)).toBeGreaterThan(LONGEST_TASK_MS)
    const longest = await runsQuietly(page, person)
    console.log(`longest task of the page while it ran and drew: ${Math.round(longest)} ms`)
    expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS)
    await expect(offer).toBeVisible()
    const answer = await offer.getByRole('status').innerText()
    expect(answer).toContain('90%')
    expect(answer).toMatch(/¥[23],\d{3}/)
    // The contracts as they are cannot be kept: there are arrears already.
    await expect(page.getByText(person.say('stress.about.none')).first()).toBeVisible()

    // The same seed says the same; surer asks for no larger an offer.
    await person.button('stress.run.start').click()
    await expect(person.button('stress.run.start')).toBeVisible()
    expect(await offer.getByRole('status').innerText()).toBe(answer)
    await page.getByRole('slider', { name: person.say('stress.offer.confidenceLabel') }).press('End')
    await expect(offer.getByRole('status')).toContainText('99%')
    await page.getByRole('slider', { name: person.say('stress.offer.confidenceLabel') }).press('Home')
    await expect(offer.getByRole('status')).toContainText('50%')
    expect(sumIn(await offer.getByRole('status').innerText())).toBeGreaterThan(sumIn(answer))
    for (let step = 50; step < 90; step += 1)
      await page.getByRole('slider', { name: person.say('stress.offer.confidenceLabel') }).press('ArrowRight')
    await expect(offer.getByRole('status')).toHaveText(answer)

    // Each chart has its table twin.
    const kept = page.getByRole('region', { name: person.say('stress.kept.title') })
    await kept.getByText(person.say('plan.chart.table'), { exact: true }).click()
    await expect(kept.getByRole('row')).toHaveCount(25)

    // One click: five drafts, and not a word of chance in them.
    const terms = await offer.getByRole('table').getByRole('row').nth(1).getByRole('cell').allInnerTexts()
    await offer.getByRole('button', { name: writes(person) }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(person.say('proposals.title'))
    await page.locator('.desk-list').getByRole('link').first().click()
    const paper = page.locator('.paper-page').first()
    await expect(paper).toBeVisible()
    expect(await paper.innerText()).not.toMatch(/90\s?%|可能性|把握|success|likely|chance/i)

    // Back in the lab the drafts are what is tried now, and they are kept about as often as was wanted.
    await page.evaluate(() => (location.hash = '#/plan/stress'))
    await expect(page.getByText(person.say('stress.tested.asked'), { exact: true })).toBeVisible()
    await person.button('stress.run.start').click()
    await expect(offer).toBeVisible()
    await expect(kept.getByText(/9\d%/).first()).toBeVisible()
    expect(await offer.getByRole('table').getByRole('row').nth(1).getByRole('cell').allInnerTexts()).toEqual(terms)
    await expect(offer.getByRole('button', { name: updates(person) })).toBeEnabled()
    expect(await violations(page), 'the lab with an answer').toEqual([])
  })
}

const sumIn = (text: string): number => Number(/¥([\d,]+)/.exec(text)?.[1]?.replace(/,/g, '') ?? Number.NaN)
const writes = (person: Person): string => person.say('stress.offer.write_other', { count: 5 })
const updates = (person: Person): string => person.say('stress.offer.update_other', { count: 5 })
