import { describe, expect, test } from 'vitest'
import { END_GRACE_MS } from '#contract/host-link'
import { procedures, type ProcedureName } from '#contract/procedures'
import { SessionGuard, type GiveUp, type GuardParts } from '#contract/session-guard'
import type { ShutReason } from '#contract/dto/vault'
import { FakeChild, FakeTimers, settled } from './fake-host'

const MINUTE = 60_000
const NAMES = Object.keys(procedures) as ProcedureName[]
const READ = NAMES.filter((name) => procedures[name].access === 'read')
const LOCKED = { ok: false, error: { code: 'locked' } }

class Room {
  readonly timers = new FakeTimers()
  readonly hosts: FakeChild[] = []
  readonly shuts: ShutReason[] = []
  readonly gaveUp: GiveUp[] = []
  readonly guard: SessionGuard
  /** What a new host does at once. */
  first: (host: FakeChild) => void = (host) => host.say({ type: 'ready' })

  constructor(more: Partial<GuardParts> = {}) {
    this.guard = new SessionGuard({
      fork: (shutReason) => {
        const host = new FakeChild(shutReason)
        this.hosts.push(host)
        setImmediate(() => this.first(host))
        return host
      },
      events: { answer: () => null, onComeForward: () => undefined },
      timers: this.timers,
      countsPages: false,
      endsWithVault: false,
      onShut: (reason) => this.shuts.push(reason),
      onGiveUp: (why) => this.gaveUp.push(why),
      ...more,
    })
  }

  get host(): FakeChild {
    return this.hosts.at(-1)!
  }

  async opened(): Promise<this> {
    expect(await this.guard.start()).toBe(true)
    this.host.say({ type: 'opened' })
    return this
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 6; turn += 1) await settled()
  }
}

const opened = (more: Partial<GuardParts> = {}): Promise<Room> => new Room(more).opened()

/** Whether the vault was shut, for what, and by ending the process that had the keys. */
async function shutBy(room: Room): Promise<ShutReason | null> {
  await room.settle()
  const [reason] = room.shuts
  if (reason === undefined) return null
  expect(room.guard.isOpen).toBe(false)
  expect(room.hosts[0]!.isAlive).toBe(false)
  expect(room.hosts).toHaveLength(2)
  expect(room.host.shutReason).toBe(reason)
  return reason
}

describe('while shut', () => {
  test('every procedure that reads answers `locked` and the host hears nothing', async () => {
    const room = new Room()
    await room.guard.start()
    expect(READ.length).toBeGreaterThan(20)
    for (const name of READ) expect(await room.guard.call(name, {}), name).toEqual(LOCKED)
    expect(room.host.calls).toEqual([])
  })

  test('what may be called reaches the host, and so does a name nobody knows', async () => {
    const room = new Room()
    await room.guard.start()
    for (const name of ['vault.status', 'app.preferences', 'no.such', 'toString']) {
      const answer = room.guard.call(name, {})
      await settled()
      room.host.reply(name)
      expect(await answer).toEqual({ ok: true, value: name })
    }
    expect(room.host.calls).toHaveLength(4)
  })

  test('the shell answers `vault.touch` and `vault.shut` itself, with the checks of any procedure', async () => {
    const room = new Room()
    await room.guard.start()
    for (const name of ['vault.touch', 'vault.shut']) {
      expect(await room.guard.call(name, {})).toEqual({ ok: true, value: {} })
      expect(await room.guard.call(name, { more: 1 })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    }
    expect(room.host.calls).toEqual([])
    expect(room.hosts).toHaveLength(1)
  })

  test('a host that was given a password is ended when asked, even though it opened nothing', async () => {
    const room = new Room()
    await room.guard.start()
    const opening = room.guard.call('vault.open', { key: { way: 'password', password: 'x' } })
    await settled()
    await room.guard.shut('asked')
    expect(await opening).toEqual(LOCKED)
    expect(room.hosts[0]!.isAlive).toBe(false)
    expect(room.shuts).toEqual([])
  })
})

describe('shutting', () => {
  test('ends the host, answers open calls with `locked`, and holds later ones for the next host', async () => {
    const room = await opened()
    const reading = room.guard.call('case.get', {})
    await settled()
    const [old] = room.hosts
    const shutting = room.guard.call('vault.shut', {})
    const asking = room.guard.call('vault.status', {})
    expect(await reading).toEqual(LOCKED)
    // What the old host still says reaches nobody.
    old!.say({ type: 'reply', id: 1, reply: { ok: true, value: 'secret' } })
    old!.say({ type: 'opened' })
    expect(room.guard.isOpen).toBe(false)
    expect(await shutting).toEqual({ ok: true, value: {} })
    expect(old!.isAlive).toBe(false)
    await room.settle()
    room.host.reply('from the new one')
    expect(await asking).toEqual({ ok: true, value: 'from the new one' })
    expect(room.host.shutReason).toBe('asked')
    for (const name of READ) expect(await room.guard.call(name, {}), name).toEqual(LOCKED)
  })

  test('the next host is not started before the old one is gone, and a stubborn one is killed within a second', async () => {
    const room = await opened()
    const [old] = room.hosts
    old!.isStubborn = true
    const shutting = room.guard.shut('asked')
    await room.timers.pass(END_GRACE_MS - 1)
    expect([old!.isAlive, room.hosts.length]).toEqual([true, 1])
    await room.timers.pass(1)
    await shutting
    expect([old!.isAlive, old!.wasKilled]).toEqual([false, true])
    await room.settle()
    expect(room.hosts).toHaveLength(2)
    expect(END_GRACE_MS).toBeLessThanOrEqual(1000)
  })

  test('twice at once is once', async () => {
    const room = await opened()
    await Promise.all([room.guard.shut('asked'), room.guard.shut('suspend'), room.guard.call('vault.shut', {})])
    expect(await shutBy(room)).toBe('asked')
    expect(room.shuts).toEqual(['asked'])
  })

  test('and opening again, as often as one likes', async () => {
    const room = await opened()
    for (let round = 1; round <= 20; round += 1) {
      await room.guard.shut('asked')
      await room.settle()
      room.host.say({ type: 'opened' })
      expect([room.guard.isOpen, room.hosts.length]).toEqual([true, round + 1])
    }
    expect(room.gaveUp).toEqual([])
  })
})

describe('an open vault shuts by itself', () => {
  test('5 minutes after the last touch, to 5 seconds', async () => {
    const room = await opened()
    await room.timers.pass(4 * MINUTE)
    await room.guard.call('vault.touch', {})
    await room.timers.pass(5 * MINUTE - 5_000)
    expect(room.shuts).toEqual([])
    await room.timers.pass(10_000)
    expect(await shutBy(room)).toBe('idle')
  })

  test('not because of calls that no person made', async () => {
    const room = await opened()
    for (let minute = 0; minute < 6; minute += 1) {
      void room.guard.call('app.info', {})
      await room.timers.pass(MINUTE)
    }
    expect(await shutBy(room)).toBe('idle')
  })

  test.each([-10, -1, -0.001])('a clock set back by %d years neither skips nor delays it', async (years) => {
    const room = await opened()
    await room.timers.pass(MINUTE)
    room.timers.setWall(years * 365 * 86_400_000)
    await room.timers.pass(4 * MINUTE - 5_000)
    expect(room.shuts).toEqual([])
    await room.timers.pass(10_000)
    expect(await shutBy(room)).toBe('idle')
  })

  test('a clock set a little forward changes nothing; far forward looks like sleep and shuts at once', async () => {
    const room = await opened()
    room.timers.setWall(30_000)
    await room.timers.pass(4 * MINUTE)
    expect(room.shuts).toEqual([])
    room.timers.setWall(10 * 365 * 86_400_000)
    await room.timers.pass(2_000)
    expect(await shutBy(room)).toBe('suspend')
  })

  test.each([true, false])('after sleep (monotonic clock counts it: %s)', async (isMonotonicAwake) => {
    const room = await opened()
    await room.timers.pass(10_000)
    room.timers.sleep(2 * MINUTE, isMonotonicAwake)
    await room.timers.pass(1_000)
    expect(await shutBy(room)).toBe('suspend')
  })

  test('after 12 hours, however busy the person is', async () => {
    const room = await opened()
    for (let minute = 0; minute < 12 * 60 - 1; minute += 4) {
      await room.timers.pass(4 * MINUTE)
      await room.guard.call('vault.touch', {})
      if (room.shuts.length > 0) break
    }
    expect(await shutBy(room)).toBe('openTooLong')
    expect(room.timers.monotonicMs()).toBeGreaterThan(12 * 60 * MINUTE)
  })

  test('60 seconds after the last page is gone, not when one comes back in time', async () => {
    const room = await opened({ countsPages: true })
    room.guard.pagesAre(1)
    await room.timers.pass(2 * MINUTE)
    room.guard.pagesAre(0)
    await room.timers.pass(58_000)
    room.guard.pagesAre(1)
    await room.timers.pass(2 * MINUTE)
    expect(room.shuts).toEqual([])
    await room.guard.call('vault.touch', {})
    room.guard.pagesAre(0)
    room.guard.pagesAre(0)
    await room.timers.pass(62_000)
    expect(await shutBy(room)).toBe('tabsGone')
  })

  test('when no page ever listened', async () => {
    const room = await opened({ countsPages: true })
    await room.timers.pass(62_000)
    expect(await shutBy(room)).toBe('tabsGone')
  })

  test.each(['suspend', 'screenLock'] as const)('on %s', async (reason) => {
    const room = await opened()
    await room.guard.shut(reason)
    expect(await shutBy(room)).toBe(reason)
  })

  test('control: a guard that counts idleness by the wall clock is caught by the clock tests', async () => {
    // The same rooms with timers whose "monotonic" clock is the wall clock: the set-back clock keeps the vault open.
    const timers = new FakeTimers()
    const room = new Room({ timers: { ...bound(timers), monotonicMs: () => timers.wallMs() } })
    await room.opened()
    await timers.pass(MINUTE)
    timers.setWall(-3_600_000)
    await timers.pass(5 * MINUTE)
    expect(await shutBy(room)).toBeNull()
  })
})

const bound = (timers: FakeTimers): GuardParts['timers'] => ({
  monotonicMs: timers.monotonicMs,
  wallMs: timers.wallMs,
  after: (ms, run) => timers.after(ms, run),
})

describe('a host that ends by itself', () => {
  test('leaves the vault shut and is started again', async () => {
    const room = await opened()
    const reading = room.guard.call('case.get', {})
    await settled()
    room.host.die()
    expect(await reading).toEqual({ ok: false, error: { code: 'disconnected' } })
    expect(await shutBy(room)).toBe('ended')
    expect(room.gaveUp).toEqual([])
  })

  test('again and again within a minute is given up', async () => {
    const room = await opened()
    for (let end = 0; end < 10; end += 1) {
      room.host.die()
      await room.settle()
    }
    expect(room.hosts).toHaveLength(4)
    expect(room.gaveUp).toEqual(['hostKeepsEnding'])
    expect(await room.guard.call('vault.status', {})).toMatchObject({ ok: false, error: { code: 'disconnected' } })
  })

  test('before it is ready, each time, is given up too', async () => {
    const room = await opened()
    room.first = (host) => host.die()
    room.host.die()
    for (let turn = 0; turn < 5; turn += 1) await room.settle()
    expect(room.gaveUp).toEqual(['hostKeepsEnding'])
    expect(room.hosts).toHaveLength(4)
  })

  test('now and then is no loop', async () => {
    const room = await opened()
    for (let end = 0; end < 10; end += 1) {
      room.host.die()
      await room.settle()
      await room.timers.pass(MINUTE)
    }
    expect(room.gaveUp).toEqual([])
  })

  test('a call made meanwhile is answered by the next host', async () => {
    const room = await opened()
    room.host.die()
    const asking = room.guard.call('vault.status', {})
    await room.settle()
    room.host.reply('here')
    expect(await asking).toEqual({ ok: true, value: 'here' })
  })
})

describe('in a process that ends with the vault', () => {
  test('no other host is started once it was open, whatever shut it', async () => {
    for (const shut of [(room: Room) => room.guard.shut('asked'), (room: Room) => room.host.die()]) {
      const room = await opened({ endsWithVault: true })
      await shut(room)
      await room.settle()
      expect([room.hosts.length, room.host.isAlive, room.shuts.length, room.gaveUp.length]).toEqual([1, false, 1, 0])
      expect(await room.guard.call('case.get', {})).toEqual(LOCKED)
      await room.guard.end()
    }
  })

  test('while it was never open another one is', async () => {
    const room = new Room({ endsWithVault: true })
    await room.guard.start()
    room.host.die()
    await room.settle()
    expect(room.hosts).toHaveLength(2)
  })
})

describe('starting and ending', () => {
  test('another process has the vault: said, and nothing is left running', async () => {
    const room = new Room()
    room.first = (host) => host.say({ type: 'alreadyOpen' })
    expect(await room.guard.start()).toBe(false)
    expect(room.hosts.map(({ isAlive }) => isAlive)).toEqual([false])
  })

  test('another process took the vault while it was shut: the guard gives up', async () => {
    const room = await opened()
    room.first = (host) => host.say({ type: 'alreadyOpen' })
    await room.guard.shut('asked')
    await room.settle()
    expect(room.gaveUp).toEqual(['elsewhere'])
  })

  test('a host that cannot start is said, and not tried again', async () => {
    const room = new Room()
    room.first = (host) => host.die()
    await expect(room.guard.start()).rejects.toThrow('the host ended')
    await room.settle()
    expect([room.hosts.length, room.gaveUp.length]).toEqual([1, 0])
  })

  test('ending the program starts no other host', async () => {
    const room = await opened()
    await room.guard.end()
    await room.settle()
    expect([room.hosts.length, room.host.isAlive, room.gaveUp.length]).toEqual([1, false, 0])
    expect(await room.guard.call('case.get', {})).toEqual(LOCKED)
  })
})
