import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reply } from '#contract/errors'
import { procedures, type ProcedureName } from '#contract/procedures'
import type { EventStreams } from './event-streams'
import { readJson } from './read-json'
import { send, sendJson } from './send-answer'
import type { SessionTokens } from './session-tokens'

/** What a page that may only talk has to say; and a whole case to import. */
const TALK_BODY_BYTES = 65_536
const READ_BODY_BYTES = 80_000_000
const RPC = /^\/rpc\/([A-Za-z]{1,32}\.[A-Za-z]{1,32})$/
/** Calls whose success lets the page that made them read. */
const OPENING: ReadonlySet<string> = new Set<ProcedureName>(['vault.create', 'vault.open', 'backups.takeOver'])

/** Where the read token stands in the answer of a call that opened the vault. */
const READ_TOKEN_HEADER = 'X-Read-Token'

export interface PostParts {
  readonly tokens: SessionTokens
  readonly streams: EventStreams
  readonly guard: {
    readonly isOpen: boolean
    call(name: string, input: unknown): Promise<Reply<unknown>>
  }
  /** A page has arrived by a single-use token, which is spent. */
  readonly onSession: () => void
}

/** `POST /session`, `/events` and `/rpc/<name>`. Who asks is settled before a byte of the body is read. */
export async function answerPost(
  path: string,
  parts: PostParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (path === '/session') return openSession(parts, request, response)
  const name = RPC.exec(path)?.[1]
  if (name === undefined && path !== '/events') {
    send(response, 404)
    return
  }
  const right = parts.tokens.rightOf(request.headers.authorization)
  if (right === null) send(response, 401)
  else if (right === 'ended') send(response, 423)
  else if (name !== undefined) await call(name, right === 'read', parts, request, response)
  else parts.streams.add(response)
}

async function openSession(
  { tokens, onSession }: PostParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readJson(request, TALK_BODY_BYTES)
  if (!body.ok) {
    send(response, body.status)
    return
  }
  const token = (body.value as { token?: unknown } | null)?.token
  const session = typeof token === 'string' ? tokens.exchange(token) : null
  if (session) {
    onSession()
    sendJson(response, session)
  } else send(response, 401)
}

async function call(
  name: string,
  mayRead: boolean,
  { guard, tokens }: PostParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // What nobody knows is treated as what reads.
  const reads = !Object.hasOwn(procedures, name) || procedures[name as ProcedureName].access === 'read'
  if (reads && !(mayRead && guard.isOpen)) {
    send(response, 423)
    return
  }
  const body = await readJson(request, mayRead ? READ_BODY_BYTES : TALK_BODY_BYTES)
  if (!body.ok) {
    send(response, body.status)
    return
  }
  const reply = await guard.call(name, body.value)
  if (!reply.ok && reply.error.code === 'locked') send(response, 423)
  else if (reply.ok && OPENING.has(name) && guard.isOpen) {
    const token = tokens.grantRead(request.headers.authorization)
    sendJson(response, reply, token === null ? {} : { [READ_TOKEN_HEADER]: token })
  } else sendJson(response, reply)
}
