import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FromHost, HostStart, ToHost } from '#contract/host-messages'

// Controls for the kill test: hosts that look like ours from outside and write as programs commonly do.
//   `early`    answers, and writes afterwards
//   `overwrite` writes over the one file, then answers
const start = JSON.parse(process.argv[2] ?? '{}') as HostStart
const file = join(start.dataDir, 'case.json')
mkdirSync(start.dataDir, { recursive: true })

/** As large as a case with some years of letters, so that writing takes a moment. */
const PADDING = Buffer.from(`,"padding":"${'x'.repeat(1_500_000)}"}`)

function revisionOnDisk(): number {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { revision: number }).revision : 0
  } catch {
    return 0
  }
}

let revision = revisionOnDisk()
let last = Promise.resolve()
const post = (message: FromHost): void => void process.send?.(message)

process.on('message', (raw) => {
  const message = raw as ToHost
  if (message.type !== 'call') return
  const reply = (value: unknown): void => {
    post({ type: 'reply', id: message.id, reply: { ok: true, value } })
  }
  if (message.name === 'vault.status') {
    reply({ state: 'open' })
    return
  }
  if (message.name === 'case.get') {
    reply({ document: { revision } })
    return
  }
  revision += 1
  const text = `{"revision":${revision}`
  // One write after another: what this host loses it loses to the kill, not to its own writes crossing.
  const save = (): Promise<void> => (last = last.then(() => writeFile(file, [text, PADDING])))
  if (start.version === 'early') {
    reply({ revision })
    setTimeout(() => void save(), 1)
  } else {
    const saved = revision
    void save().then(() => reply({ revision: saved }))
  }
})
post({ type: 'ready' })
