import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MemoryFs } from '#adapters/memory/memory-fs'
import { letterDocx } from '#adapters/node/letter-docx'
import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'
import { composeHost } from '#host/compose-host'
import { directClient, type Dispatch } from '#services/dispatch'
import { EventStreams } from '../../src/web/event-streams'
import { createLoopbackServer } from '../../src/web/loopback-server'
import { SessionTokens } from '../../src/web/session-tokens'
import { listening } from '../web/raw-server'
import { surroundings } from '../vault-around'

export { TODAY } from '../vault-around'

/** What a page cannot know: it may send any name and any value. */
export interface AnyClient extends Client {
  send(name: string, input: unknown): Promise<Reply<unknown>>
}

export interface Carried {
  readonly client: AnyClient
  readonly disk: MemoryFs
  /** What went to the log, which must never hold what was typed. */
  readonly log: readonly string[]
  close(): void
}

/** The real host over a disk in memory that can be made to fail, its vault open. */
async function dispatchOn(disk: MemoryFs, log: string[]): Promise<Dispatch> {
  const dispatch = await composeHost(
    surroundings({
      fs: disk,
      // Printing has its own tests (`tests/adapters/print.test.ts`): here only that bytes arrive whole.
      docx: { render: letterDocx },
      log: {
        incident: (id, procedure, error) => {
          log.push(`${id} ${procedure} ${String(error)}`)
        },
      },
    }),
  )
  await dispatch('vault.create', { protection: { kind: 'none' } })
  return dispatch
}

const withSend = (dispatch: Dispatch): AnyClient => ({ ...directClient(dispatch), send: dispatch })

const nothing = (): void => undefined

async function overHttp(dispatch: Dispatch): Promise<{ client: AnyClient; close: () => void }> {
  const pageFolder = mkdtempSync(join(tmpdir(), 'page-'))
  writeFileSync(join(pageFolder, 'index.html'), '')
  const tokens = new SessionTokens(() => 0)
  const streams = new EventStreams(nothing)
  const media = { look: () => Promise.resolve(null), piece: () => Promise.resolve(null) }
  const guard = { isOpen: true, call: dispatch }
  const parts = { pageFolder, tokens, streams, media, guard, onSession: nothing }
  const server = createLoopbackServer(parts, () => port)
  const port = await listening(server)
  const origin = `http://127.0.0.1:${port}`
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin, Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    if (answer.status === 423) return { ok: false, error: { code: 'locked' } }
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    return answer.json()
  }
  const { talkToken } = (await post('/session', { token: tokens.bootstrap() })) as { talkToken: string }
  // What the answer of `vault.create` carries: the vault is open already.
  const readToken = tokens.grantRead(`Bearer ${talkToken}`) ?? ''
  return {
    client: withSend((name, input) => post(`/rpc/${name}`, input, readToken) as Promise<Reply<unknown>>),
    close: () => {
      server.close()
      server.closeAllConnections()
      rmSync(pageFolder, { recursive: true })
    },
  }
}

/** The three ways a message travels: a call, a structured clone (Electron, fork) and JSON over real loopback HTTP. */
export const CARRIERS = ['direct', 'cloned', 'http'] as const

export async function carriedBy(carrier: (typeof CARRIERS)[number]): Promise<Carried> {
  const disk = new MemoryFs()
  const log: string[] = []
  const dispatch = await dispatchOn(disk, log)
  switch (carrier) {
    case 'direct':
      return { client: withSend(dispatch), disk, log, close: nothing }
    case 'cloned':
      return {
        client: withSend(async (name, input) => structuredClone(await dispatch(name, structuredClone(input)))),
        disk,
        log,
        close: nothing,
      }
    case 'http':
      return { ...(await overHttp(dispatch)), disk, log }
  }
}
