import { utilityProcess } from 'electron'
import type { FromHost, HostQuestion, HostStart, ToHost } from '#contract/host-messages'
import type { Reply } from '#contract/errors'

export interface Host {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  end(): void
}

export interface HostEvents {
  answer(question: HostQuestion): Promise<unknown>
  onComeForward(): void
  onEnd(): void
}

/** Starts the host as a utility process. Resolves to null when another process already has the case open. */
export function startHost(path: string, start: HostStart, events: HostEvents): Promise<Host | null> {
  const child = utilityProcess.fork(path, [JSON.stringify(start)], { serviceName: 'case' })
  const send = (message: ToHost): void => child.postMessage(message)
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let calls = 0
  let isOver = false
  const host: Host = {
    call: (name, input) =>
      new Promise((resolve) => {
        if (isOver) {
          resolve({ ok: false, error: { code: 'disconnected' } })
          return
        }
        calls += 1
        waiting.set(calls, resolve)
        send({ type: 'call', id: calls, name, input })
      }),
    end: () => send({ type: 'end' }),
  }
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      isOver = true
      for (const settle of waiting.values()) settle({ ok: false, error: { code: 'disconnected' } })
      reject(new Error('the host ended'))
      events.onEnd()
    })
    child.on('message', (message: FromHost) => {
      switch (message.type) {
        case 'ready':
          resolve(host)
          return
        case 'alreadyOpen':
          resolve(null)
          child.kill()
          return
        case 'comeForward':
          events.onComeForward()
          return
        case 'reply':
          waiting.get(message.id)?.(message.reply)
          waiting.delete(message.id)
          return
        case 'question':
          void events
            .answer(message.question)
            .catch(() => null)
            .then((value) => send({ type: 'answer', id: message.id, value }))
      }
    })
  })
}
