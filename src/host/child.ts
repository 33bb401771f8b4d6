import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { chromiumPdf } from '#adapters/node/chromium-pdf'
import { importRunner } from '#adapters/node/import-runner'
import { acquireVaultLock } from '#adapters/node/vault/vault-lock'
import type { HostQuestion, HostStart } from '#contract/host-messages'
import type { PdfPort } from '#services/ports'
import type { Preferences } from '#contract/procedures'
import { createHost, temporaryDir, vaultDir } from './create-host'
import { parentChannel } from './parent-channel'

// The process that owns the case. It is started by a shell, answers its calls, and ends with it.
process.umask(0o077)
const start = JSON.parse(process.argv[2] ?? '{}') as HostStart
const channel = parentChannel()

let asked = 0
const waiting = new Map<number, (value: unknown) => void>()
const ask = (question: HostQuestion): Promise<unknown> =>
  new Promise((resolve) => {
    asked += 1
    waiting.set(asked, resolve)
    channel.post({ type: 'question', id: asked, question })
  })

const windowPdf: PdfPort = {
  isAvailable: () => true,
  render: async (html) => (await ask({ ask: 'pdf', html })) as Uint8Array | null,
}

async function run(): Promise<void> {
  mkdirSync(vaultDir(start.dataDir), { recursive: true, mode: 0o700 })
  const lock = await acquireVaultLock(vaultDir(start.dataDir), () => channel.post({ type: 'comeForward' }))
  if (!lock.held) {
    channel.post({ type: 'alreadyOpen' })
    return
  }
  // A print that was cut off by a crash left a letter there.
  rmSync(temporaryDir(start.dataDir), { recursive: true, force: true })
  const opening = createHost({
    ...start,
    shutReason: start.shutReason ?? 'start',
    imports: importRunner(join(dirname(process.argv[1] ?? ''), 'import-worker.cjs')),
    onOpened: () => channel.post({ type: 'opened' }),
    pdf: start.shell === 'electron' ? windowPdf : chromiumPdf(start.dataDir),
    pickFolder: start.shell === 'electron' ? async () => (await ask({ ask: 'pickFolder' })) as string | null : null,
    preferences: {
      read: async () => (await ask({ ask: 'readPreferences' })) as Preferences,
      write: async (preferences) => {
        await ask({ ask: 'writePreferences', preferences })
      },
    },
  })
  channel.listen((message) => {
    switch (message.type) {
      case 'answer':
        waiting.get(message.id)?.(message.value)
        waiting.delete(message.id)
        return
      case 'end':
        void lock.release().then(() => process.exit(0))
        return
      case 'call':
        void opening
          .then((dispatch) => dispatch(message.name, message.input))
          .then((reply) => channel.post({ type: 'reply', id: message.id, reply }))
    }
  })
  await opening
  channel.post({ type: 'ready' })
}

process.on('disconnect', () => process.exit(0))
// Ctrl+C reaches every process of a terminal's group: the shell decides when the host ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined)
run().catch((error: unknown) => {
  process.stderr.write(`the host could not start: ${error instanceof Error ? error.message : 'unknown'}\n`)
  process.exit(1)
})
