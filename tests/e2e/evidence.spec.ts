import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app'
import { violations } from './axe'
import { Person } from './person'

/** One white point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
)

/** Three seconds of silence. */
function wav(): Buffer {
  const samples = Buffer.alloc(8000 * 2 * 3)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(16000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

/** The largest sealed file of the vault with one bit changed: a disk that rots. */
function rot(dataDir: string): void {
  const folder = join(dataDir, 'vault', 'attachments')
  const paths = (readdirSync(folder, { recursive: true }) as string[])
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.bin'))
    .sort((left, right) => statSync(right).size - statSync(left).size)
  const [path] = paths
  if (path === undefined) throw new Error('nothing lies in the vault')
  const bytes = readFileSync(path)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`a recording and two screenshots of one call: taken in, numbered, heard, put in order, and what rots is found (${language})`, async ({
    app,
  }) => {
    test.setTimeout(90_000)
    const { page } = app
    const person = new Person(page, language)
    const { say } = person
    await person.begins()
    await page.evaluate(() => (location.hash = '#/evidence'))
    expect(await violations(page), 'the empty index').toEqual([])
    const files = { '通话.wav': wav(), '截图一.png': PNG, '截图二.png': Buffer.concat([PNG, Buffer.from('x')]) }
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(app.dataDir, name)
      writeFileSync(path, bytes)
      return path
    })
    const input = page.locator('.files input[type=file]')
    const index = page.getByRole('table', { name: say('evidence.index.caption') })
    await input.setInputFiles(paths.slice(0, 1))
    await expect(index.getByRole('row')).toHaveCount(2)
    // Two screenshots of one call are one item when the person says so.
    await person.field('evidence.intake.asOne').check()
    await input.setInputFiles(paths.slice(1))
    await expect(index.getByRole('row')).toHaveCount(3)
    await expect(index.getByRole('row').nth(2)).toContainText('2')
    await expect(index.getByRole('row').nth(1)).toContainText(say('evidence.field.source'))

    // The order is the number, by keyboard; the keyboard stays with what was moved, and its new number is told.
    await page.getByRole('button', { name: say('evidence.index.down', { number: 1 }) }).press('Enter')
    await expect(index.getByRole('row').nth(2)).toContainText('通话')
    await expect(page.getByText(say('evidence.index.moved', { title: '通话', number: 2 }))).toBeAttached()
    const up = page.getByRole('button', { name: say('evidence.index.up', { number: 2 }) })
    await expect(up).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(index.getByRole('row').nth(1)).toContainText('通话')
    await expect(page.getByRole('button', { name: say('evidence.index.down', { number: 1 }) })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(index.getByRole('row').nth(2)).toContainText('通话')

    // Heard here; what it says of itself; where it has been.
    await index.getByRole('link', { name: '通话' }).press('Enter')
    await page.getByRole('button', { name: say('evidence.page.playOf', { name: '通话.wav' }) }).press('Enter')
    const player = page.locator('audio')
    await expect(player).toBeVisible()
    await expect.poll(() => player.evaluate((node: HTMLAudioElement) => node.duration)).toBeCloseTo(3, 0)
    await expect(page.getByRole('table', { name: say('evidence.custody.caption') })).toContainText(
      say('evidence.custody.acts.taken'),
    )
    expect(await violations(page), 'one item').toEqual([])
    await page.getByRole('link', { name: say('evidence.page.back') }).press('Enter')

    // All is as it came in; after a bit on the disk changed, one is not, and it is named.
    await person.button('evidence.verify.start').press('Enter')
    await expect(page.getByText(say('evidence.verify.files', { intact: 3, bad: 0 }))).toBeVisible()
    await expect(page.getByText(say('evidence.verify.chainGood', { entries: 3, faults: 0 }))).toBeVisible()
    const again = await app.restart(rot)
    await again.evaluate(() => (location.hash = '#/evidence'))
    await again.getByRole('button', { name: say('evidence.verify.start') }).press('Enter')
    await expect(again.getByText(say('evidence.verify.files', { intact: 2, bad: 1 }))).toBeVisible()
    await expect(again.getByText(say('evidence.verify.state.damaged'))).toContainText('通话.wav')
    expect(await violations(again), 'a damaged file').toEqual([])

    // A file is removed only after it was said what stays behind; its exhibit can still be written in.
    await again.getByRole('link', { name: '截图一' }).press('Enter')
    const removal = again.getByRole('button', { name: say('evidence.removal.of', { name: '截图二.png' }) })
    await removal.press('Enter')
    const dialog = again.getByRole('dialog')
    await expect(dialog).toContainText(say('evidence.removal.text'))
    expect(await violations(again), 'before a file is removed').toEqual([])
    await dialog.getByRole('button', { name: say('evidence.removal.confirm'), exact: true }).press('Enter')
    await expect(removal).toHaveCount(0)
    await again.getByLabel(say('evidence.field.source'), { exact: true }).fill('本人手机')
    await again.getByRole('button', { name: say('common.save'), exact: true }).press('Enter')
    await expect(again.getByRole('table', { name: say('evidence.index.caption') })).toContainText('本人手机')

    // Undo brings it back and takes others away; the chain remembers all of it.
    await again.evaluate(() => (location.hash = '#/evidence/custody'))
    await again.getByRole('heading', { level: 1 }).click()
    const chain = again.getByRole('table', { name: say('evidence.custody.caption') })
    await expect(chain.getByRole('row').nth(1)).toContainText(say('evidence.custody.acts.removed'))
    // The words of the exhibit, then the removal.
    for (let at = 0; at < 2; at += 1) await again.keyboard.press('Control+z')
    await expect(chain.getByRole('row').nth(1)).toContainText(say('evidence.custody.acts.restored'))
  })
}
