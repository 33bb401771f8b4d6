import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { procedures, type ProcedureName } from '#contract/procedures'
import { builtShells } from '../shells/built-shells'
import { CANARY, RIGHT_PASSWORD } from '../shells/fake-host-words'
import { findInMemory } from '../shells/memory'
import { goneAfter } from '../shells/processes'
import { WebPage, WebProcess } from './web-process'

// The loopback shell as built, as a process, over a host that would hand out a canary to whoever gets through.
const NAMES = Object.keys(procedures) as ProcedureName[]
const READ = NAMES.filter((name) => procedures[name].access === 'read')

let built: Awaited<ReturnType<typeof builtShells>>
const running: WebProcess[] = []

beforeAll(async () => {
  built = await builtShells()
})
afterAll(() => built.remove())
afterEach(async () => {
  for (const shell of running.splice(0)) await shell.end()
})

const started = (env: Readonly<Record<string, string>> = {}): WebProcess => {
  const shell = new WebProcess(built.folder, env)
  running.push(shell)
  return shell
}

interface Answered {
  readonly status: number
  readonly body: string
  readonly canaries: number
}

const answered = async (page: WebPage, name: string, token?: string): Promise<Answered> => {
  const answer = await page.post(`/rpc/${name}`, {}, token ?? page.readToken)
  const body = await answer.text()
  return { status: answer.status, body, canaries: body.split(CANARY).length - 1 }
}

/** Every procedure that reads, by the token given: how they were refused, and what came out. */
async function readAll(
  page: WebPage,
  token: string | undefined,
): Promise<{ statuses: number[]; bytes: number; canaries: number }> {
  const all = await Promise.all(
    READ.filter((name) => name !== 'case.redo' && name !== 'case.undo').map((name) => answered(page, name, token)),
  )
  return {
    statuses: [...new Set(all.map(({ status }) => status))],
    bytes: all.reduce((sum, { body }) => sum + body.length, 0),
    canaries: all.reduce((sum, { canaries }) => sum + canaries, 0),
  }
}

describe('tokens', () => {
  test('a talk token reads nothing, neither while the vault is shut nor while another page has it open', async () => {
    const shell = started()
    const page = await shell.page()
    const { talkToken } = page.session
    expect(page.session.readToken).toBeNull()
    expect(await readAll(page, talkToken)).toEqual({ statuses: [423], bytes: 0, canaries: 0 })
    expect((await answered(page, 'vault.status')).status).toBe(200)
    await page.open()
    expect(await readAll(page, talkToken)).toEqual({ statuses: [423], bytes: 0, canaries: 0 })
    // Control: the same search finds what comes through with the read token.
    const through = await readAll(page, page.readToken!)
    expect(through.statuses).toEqual([200])
    expect(through.canaries).toBe(READ.length - 2)
  })

  test('only a right key brings a read token', async () => {
    const page = await started().page()
    const wrong = await page.open('guessed')
    expect([wrong.status, wrong.headers.get('x-read-token')]).toEqual([200, null])
    expect(await readAll(page, page.session.talkToken)).toEqual({ statuses: [423], bytes: 0, canaries: 0 })
    for (const name of ['vault.status', 'vault.strength', 'app.info', 'vault.touch'])
      expect((await page.post(`/rpc/${name}`)).headers.get('x-read-token')).toBeNull()
    expect((await page.open()).headers.get('x-read-token')).toMatch(/^[\w-]{43}$/)
  })

  test('a reload keeps reading while the vault is open, not after it was shut; each reload token works once', async () => {
    const page = await started().page()
    await page.open()
    const again = await WebPage.openedWith(page.origin, page.session.reloadToken)
    expect((await answered(again, 'case.get')).canaries).toBe(1)
    // The page that was reloaded is gone with its tokens.
    expect((await answered(page, 'case.get')).status).toBe(401)
    await expect(WebPage.openedWith(page.origin, page.session.reloadToken)).rejects.toThrow('401')
    await again.post('/rpc/vault.shut')
    const after = await WebPage.openedWith(page.origin, again.session.reloadToken)
    expect(after.session.readToken).toBeNull()
    expect(await readAll(after, after.session.talkToken)).toEqual({ statuses: [423], bytes: 0, canaries: 0 })
  })
})

describe('when the vault is shut', () => {
  test.each([
    ['a host that ends when told', {}],
    ['a host that does not', { FAKE_HOST_STUBBORN: '1' }],
  ])('%s is gone within a second, and nothing more is read', async (_host, env) => {
    const shell = started(env)
    const page = await shell.page()
    await page.open()
    const events = await page.events()
    await events.until('beat')
    const [host] = shell.hosts()
    const waiting = page.post('/rpc/case.redo')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const shutting = page.post('/rpc/vault.shut')
    const { transport } = shell
    expect(await goneAfter(host!)).toBeLessThan(1_000)
    await events.until('shut')
    expect(events.text).toContain('"reason":"asked"')
    expect((await shutting).status).toBe(200)
    const open = await waiting
    // What spoke HTTP has seen the case go by: it ends too, and the port stays ours.
    expect(await goneAfter(transport)).toBeLessThan(1_000)
    expect(transport).toBeGreaterThan(0)
    expect([open.status, await open.text()]).toEqual([423, ''])
    // All there is, by every token the page ever had.
    for (const token of [page.readToken!, page.session.talkToken])
      expect(await readAll(page, token)).toEqual({ statuses: [423], bytes: 0, canaries: 0 })
    expect(await answered(page, 'vault.status')).toMatchObject({ status: 423 })
    const status = await answered(page, 'vault.status', page.session.talkToken)
    expect(JSON.parse(status.body)).toMatchObject({ value: { state: 'shut', shutReason: 'asked' } })
    expect(shell.hosts()).toHaveLength(1)
    await events.close()
  })

  test('untouched for the time allowed, it shuts by itself; touched, it does not', async () => {
    const shell = started({ BREATHING_ROOM_IDLE_MS: '3000' })
    const page = await shell.page()
    await page.open()
    const events = await page.events()
    for (let touch = 0; touch < 4; touch += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await page.post('/rpc/vault.touch')
    }
    expect((await answered(page, 'case.get')).canaries).toBe(1)
    const touched = performance.now()
    await events.until('shut')
    expect(events.text).toContain('"reason":"idle"')
    const after = performance.now() - touched
    expect(after).toBeGreaterThan(2_500)
    expect(after).toBeLessThan(8_000)
    expect((await answered(page, 'case.get')).status).toBe(423)
    await events.close()
  })

  test('by the death of its host, the shell lives on and says so to the pages', async () => {
    const shell = started()
    const page = await shell.page()
    await page.open()
    const events = await page.events()
    const [host] = shell.hosts()
    process.kill(host!, 'SIGKILL')
    await events.until('shut')
    expect(events.text).toContain('"reason":"ended"')
    expect((await answered(page, 'case.get')).status).toBe(423)
    const again = await WebPage.openedWith(page.origin, page.session.reloadToken)
    await again.open()
    expect((await answered(again, 'case.get')).canaries).toBe(1)
    await events.close()
  })

  test('a host that keeps dying ends the shell with a plain line', async () => {
    const shell = started()
    await shell.page()
    let killed = 0
    while (shell.child.exitCode === null && killed < 20) {
      const [host] = shell.hosts()
      if (host !== undefined && (await goneAfter(host, 0)) > 0) {
        try {
          process.kill(host, 'SIGKILL')
          killed += 1
        } catch {
          // It was gone already.
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(await shell.ended).toBe(1)
    expect(killed).toBeLessThan(20)
    expect(shell.text).toContain('keeps ending')
    expect(shell.text).not.toContain('    at ')
  })
})

test('a host that keeps dying while the vault is open ends the shell too, with the same line', async () => {
  const shell = started()
  let page = await shell.page()
  for (let death = 1; death <= 4; death += 1) {
    await page.open()
    const events = await page.events()
    await events.until('beat')
    process.kill(shell.hosts()[0]!, 'SIGKILL')
    await events.until('shut')
    if (death < 4) page = await WebPage.openedWith(page.origin, page.session.reloadToken)
  }
  expect(await shell.ended).toBe(1)
  expect(shell.text).toContain('keeps ending')
})

describe.runIf(process.platform === 'linux')('what is left in memory', () => {
  test('of the case, the password and the read token: nothing, in any process that lives on', async () => {
    const shell = started()
    const page = await shell.page()
    await page.open()
    const words = [CANARY, RIGHT_PASSWORD, page.readToken!]
    for (let round = 0; round < 20; round += 1) await answered(page, 'case.get')
    // Control: the same search finds them while the vault is open, in the processes they go through.
    const [transport, [host]] = [shell.transport, shell.hosts()]
    for (const word of words) expect(findInMemory(transport, words)[word], word).toBeGreaterThan(0)
    expect(findInMemory(host!, words)[CANARY]).toBeGreaterThan(0)
    await page.post('/rpc/vault.shut')
    await goneAfter(transport)
    await expect.poll(() => shell.hosts().length).toBe(1)
    const left = shell.all()
    expect(left).toHaveLength(3)
    expect(left).not.toContain(transport)
    for (const pid of left) {
      const found = findInMemory(pid, words)
      // The fake host has its own canary and password in its program text.
      if (!shell.hosts().includes(pid)) for (const word of words) expect(found[word], `${pid}: ${word}`).toBe(0)
      expect(found[page.readToken!]).toBe(0)
    }
  })
})
