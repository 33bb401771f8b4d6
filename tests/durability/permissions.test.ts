import { fork } from 'node:child_process'
import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FromHost } from '#contract/host-messages'
import { preferencesIn } from '../../src/web/preferences'

const HOST = join(process.cwd(), 'out', 'main', 'host.cjs')

let dataDir = ''
let umask = 0

// The most careless setting there is: whatever a program does not close itself stays open to everyone.
beforeEach(() => {
  umask = process.umask(0)
  dataDir = mkdtempSync(join(tmpdir(), 'modes-'))
  chmodSync(dataDir, 0o755)
})
afterEach(() => {
  process.umask(umask)
  rmSync(dataDir, { recursive: true })
})

/** Everything under a folder that someone else may touch, as `path mode`. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    const mode = lstatSync(path).mode & 0o777
    const own = (mode & 0o077) === 0 ? [] : [`${relative(dataDir, path)} ${mode.toString(8)}`]
    return entry.isDirectory() ? [...own, ...openToOthers(path)] : own
  })
}

const isPosix = process.platform !== 'win32'

test.runIf(isPosix)('under umask 0 the running host leaves nothing open to others, its lock included', async () => {
  const host = fork(HOST, [JSON.stringify({ dataDir, version: '0', shell: 'web' })], { serialization: 'advanced' })
  let saves = 0
  const save = (): boolean =>
    host.send({
      type: 'call',
      id: 1,
      name: 'budget.save',
      input: { expectedRevision: saves, budget: { lines: [], cashNowFen: saves, reserveFen: 0 } },
    })
  await new Promise<void>((resolve, reject) => {
    host.once('exit', () => reject(new Error('the host ended')))
    host.on('message', (raw) => {
      const message = raw as FromHost
      if (message.type === 'ready') save()
      if (message.type !== 'reply') return
      saves += 1
      if (saves === 3) resolve()
      else save()
    })
  })
  const names = readdirSync(join(dataDir, 'vault'))
  expect(names.some((name) => name.startsWith('lock-'))).toBe(true)
  expect(readdirSync(join(dataDir, 'vault', 'case'))).toHaveLength(3)
  expect(openToOthers(dataDir)).toEqual([])
  host.removeAllListeners('exit')
  host.kill()
})

test.runIf(isPosix)('the preferences file is its owner’s only', () => {
  preferencesIn(dataDir).answer({ ask: 'writePreferences', preferences: { language: 'en', theme: 'dark' } })
  expect(lstatSync(join(dataDir, 'preferences.json')).mode & 0o777).toBe(0o600)
})

test.runIf(isPosix)('the library’s own default leaves the file open to others (control)', () => {
  new Conf({ cwd: dataDir, configName: 'control' }).set('language', 'en')
  expect(openToOthers(dataDir)).toEqual([expect.stringMatching(/^control\.json 6[0-7]{2}$/)])
})
