import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, test, TODAY } from './app'
import { violations } from './axe'
import { Person } from './person'

const ROOT = join(import.meta.dirname, '..', '..')
const at = (on: string, time: string): number => Date.parse(`${on}T${time}:00+08:00`)

const CALLS = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="3">
<call number="02160000001" duration="40" date="${at('2026-11-18', '22:30')}" type="1" presentation="1" contact_name="(Unknown)" />
<call number="02160000001" duration="12" date="${at('2026-11-19', '23:05')}" type="1" presentation="1" contact_name="(Unknown)" />
<call number="02160000001" duration="0" date="${at('2026-11-20', '10:00')}" type="3" presentation="1" contact_name="(Unknown)" />
</calls>`

/** The command line of this program, as a person at a terminal runs it. */
const cli = (...words: readonly string[]) => {
  const ran = spawnSync(process.execPath, [join(ROOT, 'out/main/cli.cjs'), ...words, '--json'], { encoding: 'utf8' })
  return { status: ran.status, answer: JSON.parse(ran.stdout) as Record<string, unknown> }
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`from a call log to the regulator: found at night and with the mother, proven, complained of, clocked, packed and verified (${language})`, async ({
    app,
  }) => {
    test.setTimeout(120_000)
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await page
      .getByText(language === 'en' ? 'English' : '中文', { exact: true })
      .first()
      .click()
    await person.button('firstRun.sample.load').press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('ledger.title'))

    // The call log, and whose number it is.
    await page.evaluate(() => (location.hash = '#/contacts/import'))
    await page
      .locator('input[type=file][accept*=xml]')
      .setInputFiles({ name: 'calls.xml', mimeType: 'text/xml', buffer: Buffer.from(CALLS) })
    const senders = page.getByRole('table', { name: say('contactImport.senders.caption') })
    const collector = senders.getByRole('row').filter({ hasText: '021' })
    await collector.getByRole('checkbox').press('Space')
    const lender = language === 'en' ? 'Consumer finance company A' : '消费金融公司甲'
    const option = await collector
      .getByRole('combobox')
      .locator('option')
      .filter({ hasText: lender })
      .first()
      .getAttribute('value')
    await collector.getByRole('combobox').selectOption(option)
    await person.button('contactImport.found.add', { count: 3 }).press('Enter')

    // A call to the mother, typed.
    await person.goesTo('contacts')
    await person.field('contacts.form.on').fill('2026-11-21')
    await person.field('contacts.form.time').fill('10:05')
    await page.getByRole('combobox', { name: say('contacts.form.number') }).fill('021 60000001')
    await person.field('contacts.form.reached').selectOption('family')
    await page.getByRole('textbox', { name: say('contacts.form.person') }).fill('王淑芬')
    await page
      .getByRole('radiogroup', { name: say('contacts.form.reachable') })
      .getByRole('radio', { name: say('contacts.form.reachableYes'), exact: true })
      .press('Space')
    await page.getByLabel(say('contacts.tag.debtDisclosed')).press('Space')
    await person.button('contacts.quick.save').press('Enter')
    await expect(page.getByRole('status').filter({ hasText: '2026-11-21' })).toContainText(say('findings.suspectOne'))
    await page.getByRole('link', { name: say('contacts.pages.findings'), exact: true }).press('Enter')
    // Two nights of the file, and one of the sample.
    await expect(page.getByText(say('findings.suspected', { count: 3 }), { exact: true })).toBeVisible()
    await expect(page.getByText('王淑芬').first()).toBeVisible()

    // A recording beside the first call at night.
    await person.goesTo('contacts')
    await page
      .getByRole('table', { name: say('contacts.log.caption') })
      .getByRole('link', { name: '2026-11-18 22:30' })
      .press('Enter')
    const recording = join(app.dataDir, '通话录音.wav')
    writeFileSync(recording, Buffer.alloc(60_000, 7))
    await page.locator('.files input[type=file]').setInputFiles(recording)
    const exhibit = page.getByRole('link', { name: say('escalation.pick.exhibit', { number: 1, title: '通话录音' }) })
    await expect(exhibit).toBeVisible()
    await exhibit.press('Enter')
    await person.field('evidence.field.source').fill('本人手机')
    await person.field('evidence.field.proves').fill('22:30 来电')
    await person.field('evidence.field.originalKept').fill('本人手机，一直在用')
    expect(await violations(page), 'one exhibit').toEqual([])
    await person.button('common.save').press('Enter')
    await person.button('evidence.verify.start').press('Enter')
    await expect(page.getByText(say('evidence.verify.files', { intact: 1, bad: 0 }))).toBeVisible()
    expect(await violations(page), 'the index').toEqual([])

    // The complaint to the lender: facts, the finding with its source, the evidence; nobody near is named.
    await page.evaluate(() => (location.hash = '#/escalation'))
    expect(await violations(page), 'the ladder').toEqual([])
    await page
      .getByRole('button', { name: say('escalation.ladder.startOf', { step: say('escalation.kind.lender') }) })
      .press('Enter')
    const paper = page.locator('.paper-frame').first()
    await expect(paper).toContainText('2026-11-18 22:30')
    await expect(page.locator('.paper-view')).toContainText('GB/T 45251')
    await expect(page.locator('.paper-view')).not.toContainText('王淑芬')
    await person.field('escalation.step.facts').fill('夜里接到电话后睡不着。')
    expect(await violations(page), 'the complaint').toEqual([])
    const pdf = await app.download(() => person.button('proposals.paper.pdf').press('Enter'))
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    expect(text).toContain('22:30')
    expect(text).not.toContain('王淑芬')

    // Handed in: the clock runs to a Saturday and moves to Monday.
    await person.button('escalation.sent.open').press('Enter')
    await person.field('escalation.sent.on').fill('2026-11-20')
    await person.button('escalation.sent.save').press('Enter')
    await expect(page.getByText('2026-12-05')).toBeVisible()
    await expect(page.getByText(say('escalation.follow.weekend', { on: '2026-12-07' }))).toBeVisible()

    // In the calendar, one event for each, without names.
    await page.getByRole('link', { name: say('escalation.pages.calendar'), exact: true }).press('Enter')
    expect(await violations(page), 'the calendar').toEqual([])
    const ics = readFileSync(await app.download(() => person.button('escalation.calendar.save').press('Enter')), 'utf8')
    const events = new ICAL.Component(ICAL.parse(ics) as never)
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each))
    expect(events.map(({ startDate, summary }) => [startDate.toString(), summary])).toEqual([
      ['2026-11-26', say('escalation.calendar.plain.promise')],
      ['2026-12-07', say('escalation.calendar.plain.answer')],
    ])
    expect(ics).not.toContain(lender)

    // The lender refuses: the regulator opens.
    await page.getByRole('link', { name: new RegExp(`^${say('escalation.kind.lender')}`) }).press('Enter')
    await person.field('escalation.follow.result').selectOption('refused')
    await person.button('escalation.follow.save').press('Enter')
    await page
      .getByRole('button', { name: say('escalation.ladder.startOf', { step: say('escalation.kind.nfra') }) })
      .press('Enter')
    await expect(page.locator('.paper-view')).toContainText(
      language === 'en' ? 'National Financial Regulatory' : '国家金融监督管理总局',
    )

    // The pack, verified at a terminal; one flipped byte is found.
    await page.evaluate(() => (location.hash = '#/evidence/pack'))
    expect(await violations(page), 'the pack').toEqual([])
    const zip = await app.download(() => person.button('evidencePack.make', { count: 1 }).press('Enter'))
    await expect(page.getByText(say('evidencePack.made'), { exact: true })).toBeVisible()
    const verified = cli('evidence', 'verify', zip)
    expect(verified).toMatchObject({ status: 0, answer: { ok: true, chain: { state: 'whole' } } })
    const bytes = readFileSync(zip)
    // The recording is zeros and sevens, stored as it is or packed: any byte of it will do.
    const spoiled = join(app.dataDir, 'spoiled.zip')
    bytes[Math.floor(bytes.length / 3)] = (bytes[Math.floor(bytes.length / 3)] ?? 0) ^ 1
    writeFileSync(spoiled, bytes)
    expect(cli('evidence', 'verify', spoiled).status).toBe(2)
    expect(existsSync(zip)).toBe(true)
    expect(TODAY).toBe('2026-11-24')
  })
}
