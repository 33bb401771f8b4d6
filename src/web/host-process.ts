import { fork, type ChildProcess } from 'node:child_process'
import type { FromHost, HostQuestion, HostStart, ToHost } from '#contract/host-messages'
import type { Reply } from '#contract/errors'
import type { Dispatch } from '#services/dispatch'

export interface HostProcess {
  readonly dispatch: Dispatch
  end(): Promise<void>
}

export interface HostEvents {
  answer(question: HostQuestion): unknown
  onComeForward(): void
  onEnd(): void
}

/** Starts the host beside this process. Resolves to null when another process already has the case open. */
export function startHostProcess(path: string, start: HostStart, events: HostEvents): Promise<HostProcess | null> {
  const child = fork(path, [JSON.stringify(start)], { serialization: 'advanced' })
  const send = (message: ToHost): void => {
    if (child.connected) child.send(message)
  }
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let calls = 0
  const dispatch: Dispatch = (name, input) =>
    new Promise((resolve) => {
      if (!child.connected) {
        resolve({ ok: false, error: { code: 'disconnected' } })
        return
      }
      calls += 1
      waiting.set(calls, resolve)
      send({ type: 'call', id: calls, name, input })
    })

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      for (const settle of waiting.values()) settle({ ok: false, error: { code: 'disconnected' } })
      events.onEnd()
      reject(new Error('the host ended'))
    })
    child.on('message', (raw) => {
      const message = raw as FromHost
      switch (message.type) {
        case 'ready':
          resolve({ dispatch, end: () => endOf(child, send) })
          return
        case 'alreadyOpen':
          child.removeAllListeners('exit')
          child.kill()
          resolve(null)
          return
        case 'comeForward':
          events.onComeForward()
          return
        case 'reply':
          waiting.get(message.id)?.(message.reply)
          waiting.delete(message.id)
          return
        case 'question':
          send({ type: 'answer', id: message.id, value: events.answer(message.question) })
      }
    })
  })
}

function endOf(child: ChildProcess, send: (message: ToHost) => void): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) {
      resolve()
      return
    }
    child.removeAllListeners('exit')
    child.once('exit', () => resolve())
    send({ type: 'end' })
    setTimeout(() => child.kill('SIGKILL'), 3000).unref()
  })
}
