import type { FromHost, HostStart, ToHost } from '#contract/host-messages'
import { CANARY, RIGHT_PASSWORD } from './fake-host-words'

// A host that holds nothing but a canary, for tests of what stands between it and the world. It runs where ours would: under
// `child_process.fork` or as Electron's utility process. `FAKE_HOST_STUBBORN` makes it ignore the order to end.

interface ElectronPort {
  postMessage(message: FromHost): void
  on(event: 'message', listener: (event: { readonly data: ToHost }) => void): void
}

const port = (process as unknown as { parentPort?: ElectronPort }).parentPort
const start = JSON.parse(process.argv[2] ?? '{}') as HostStart
const post = (message: FromHost): void => {
  if (port) port.postMessage(message)
  else process.send?.(message)
}

let isOpen = false
let calls = 0

function reply(name: string, input: unknown): unknown {
  const shutReason = start.shutReason ?? 'start'
  const status = { state: isOpen ? 'open' : 'shut', ways: ['password'], waitMs: 0, shutReason, newer: null }
  switch (name) {
    case 'vault.status':
      return status
    case 'vault.open':
      isOpen = true
      post({ type: 'opened' })
      return { ...status, state: 'open' }
    case 'app.info': {
      const capabilities = { pdf: false, pickFolder: false, shell: start.shell }
      return { version: start.version, today: '2026-11-24', dataDir: start.dataDir, capabilities }
    }
    case 'app.preferences':
      return { language: 'zh-CN', theme: 'auto' }
    // How often this host was called: what a stranger must not be able to raise.
    case 'vault.phrase':
      return { phrase: String(calls) }
    case 'case.undo':
      process.exit(3)
      return null
    default:
      return { name, input, text: CANARY }
  }
}

function hear(message: ToHost): void {
  if (message.type === 'end' && !process.env['FAKE_HOST_STUBBORN']) process.exit(0)
  if (message.type !== 'call') return
  calls += 1
  const { id, name, input } = message
  const given = (input as { key?: { password?: string } } | null | undefined)?.key?.password
  const isWrong = name === 'vault.open' && given !== RIGHT_PASSWORD
  // `case.redo` never answers: a call that is open when the vault shuts.
  if (name === 'case.redo') return
  if (isWrong) post({ type: 'reply', id, reply: { ok: false, error: { code: 'wrong_key', waitMs: 0 } } })
  else post({ type: 'reply', id, reply: { ok: true, value: reply(name, input) } })
}

if (port) port.on('message', ({ data }) => hear(data))
else process.on('message', (message) => hear(message as ToHost))
process.on('disconnect', () => process.exit(0))
post({ type: 'ready' })
