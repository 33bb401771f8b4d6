import { chmodSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import Conf from 'conf'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { preferencesIn } from '../../src/web/preferences'
import { HostDriver } from './host-driver'

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
  const host = await HostDriver.opened(dataDir)
  for (let revision = 0; revision < 3; revision += 1)
    await host.good('budget.save', {
      expectedRevision: revision,
      budget: { lines: [], cashNowFen: revision, reserveFen: 0 },
    })
  // A wrong try leaves its count, a changed key its header files.
  await host.call('vault.setPassword', {
    key: { way: 'password', password: 'wrong' },
    password: 'Lantern-River-71-Quay',
  })
  const names = readdirSync(join(dataDir, 'vault'))
  for (const name of ['lock-', 'header.', 'device.key', 'tries'])
    expect(
      names.some((each) => each.startsWith(name)),
      name,
    ).toBe(true)
  expect(readdirSync(join(dataDir, 'vault', 'case')).length).toBeGreaterThan(2)
  expect(openToOthers(dataDir)).toEqual([])
  await host.kill()
})

test.runIf(isPosix)('the preferences file is its owner’s only', () => {
  preferencesIn(dataDir).answer({ ask: 'writePreferences', preferences: { language: 'en', theme: 'dark' } })
  expect(lstatSync(join(dataDir, 'preferences.json')).mode & 0o777).toBe(0o600)
})

test.runIf(isPosix)('the library’s own default leaves the file open to others (control)', () => {
  new Conf({ cwd: dataDir, configName: 'control' }).set('language', 'en')
  expect(openToOthers(dataDir)).toEqual([expect.stringMatching(/^control\.json 6[0-7]{2}$/)])
})
