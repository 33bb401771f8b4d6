import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#domain/attachment/attachment'
import type { CustodyFault } from '#domain/evidence/verify-custody'
import { reportError } from '../../app/report-error'
import { useApp, useDocument } from '../../state/app-context'

export interface Verified {
  /** Milliseconds since 1970, by this computer's clock. */
  readonly at: number
  /** Files there were; fewer were read when it was stopped or failed. */
  readonly count: number
  readonly intact: number
  readonly bad: readonly { readonly file: Attachment; readonly state: 'damaged' | 'notHere' }[]
  /** Null: it ended before the chain was computed. */
  readonly chain: { readonly entries: number; readonly faults: readonly CustodyFault[] } | null
}

interface Running {
  readonly files: number
  /** Part of all bytes, from 0 to 1. */
  readonly part: number
}

/** Reads every file of the case once more, one after another, then the chain; leaving the page ends it. */
export function useVerify() {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const { attachments } = useDocument()
  const [running, setRunning] = useState<Running | null>(null)
  const [result, setResult] = useState<Verified | null>(null)
  const stopped = useRef(false)
  const isStopped = (): boolean => stopped.current
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])
  /** Null when it was stopped, or failed, which was told. */
  const chain = async (): Promise<Verified['chain']> => {
    const reply = isStopped() ? null : await client.call('evidence.verifyChain', {})
    if (reply?.ok === false) reportError(t, reply.error)
    return reply?.ok === true ? reply.value : null
  }
  const verify = async () => {
    stopped.current = false
    setResult(null)
    const all = Math.max(
      1,
      attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    )
    const bad: Verified['bad'][number][] = []
    let [intact, read, hasFailed] = [0, 0, false]
    for (const [files, file] of attachments.entries()) {
      if (isStopped()) break
      setRunning({ files, part: read / all })
      const reply = await client.call('evidence.verifyFile', { attachmentId: file.id })
      if (!reply.ok) {
        hasFailed = true
        reportError(t, reply.error)
        break
      }
      read += file.sizeBytes
      if (reply.value.state === 'intact') intact += 1
      else bad.push({ file, state: reply.value.state })
    }
    const said = hasFailed ? null : await chain()
    setRunning(null)
    setResult({ at: Date.now(), count: attachments.length, intact, bad, chain: said })
  }
  return {
    running,
    result,
    verify,
    stop: () => {
      stopped.current = true
    },
  }
}
