import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Input } from '#contract/procedures'
import { reportError } from '../../app/report-error'
import { useApp, useRun } from '../../state/app-context'
import { downloadBlob } from '../../ui/download-text'

/** A pack on its way into a file: how far it is, and how to stop it. */
export function usePack() {
  const { t } = useTranslation()
  const client = useApp((state) => state.client)
  const run = useRun()
  const [part, setPart] = useState<number | null>(null)
  const stopped = useRef(false)
  const isStopped = (): boolean => stopped.current
  const make = async (asked: Input<'evidence.packBegin'>, fileName: string): Promise<boolean> => {
    stopped.current = false
    setPart(0)
    try {
      const begun = await client.call('evidence.packBegin', asked)
      if (!begun.ok) {
        reportError(t, begun.error)
        return false
      }
      const { packId, totalBytes } = begun.value
      const pieces: Uint8Array<ArrayBuffer>[] = []
      for (;;) {
        if (isStopped()) {
          await client.call('evidence.packDrop', {})
          return false
        }
        const next = await client.call('evidence.packNext', { packId })
        if (!next.ok) {
          reportError(t, next.error)
          return false
        }
        pieces.push(bytesOf(next.value.base64))
        setPart(totalBytes === 0 ? 0 : next.value.doneBytes / totalBytes)
        if (next.value.isLast) break
      }
      downloadBlob(fileName, new Blob(pieces, { type: 'application/zip' }))
      return (await run('evidence.packFinish', { packId })).ok
    } finally {
      setPart(null)
    }
  }
  return {
    part,
    make,
    stop: () => {
      stopped.current = true
    },
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
