import type { Reply } from '#contract/errors'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../app/report-error'
import { useWait } from './use-wait'

/** Sends a change that proves the present key; says in words what was wrong, and counts down the wait. */
export function useKeyChange<T>(onDone: (value: T) => void) {
  const { t } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [waitSeconds, waitFor] = useWait(0)
  const send = async (asked: Promise<Reply<T>>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const reply = await asked
    setBusy(false)
    if (reply.ok) {
      onDone(reply.value)
      return
    }
    const { error } = reply
    if (error.code === 'wrong_key' || error.code === 'too_soon') waitFor(error.waitMs)
    const { what, next } = errorText(t, error)
    setProblem(`${what} ${next}`)
  }
  return { isBusy, problem, waitSeconds, send }
}
