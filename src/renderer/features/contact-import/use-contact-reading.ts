import { useEffect, useState } from 'react'
import type { BillColumns } from '#domain/contact/call-bill'
import type { ReadAnswer, ReadInput, ReadProgress } from '#workers/imports/read-contacts'
import scriptUrl from '../../../workers/import-contacts?worker&url'
import { useDocument } from '../../state/app-context'
import { useTask } from '../../state/use-task'

/** A file that gets no further for so long is given up, in milliseconds. */
const STANDSTILL_MS = 30_000

/** The file or text that is being read, what came of it, and the two questions it may ask. */
export function useContactReading() {
  const { callBillLayouts } = useDocument()
  const task = useTask<ReadInput, ReadProgress, ReadAnswer>(scriptUrl)
  const { state } = task
  const [input, setInput] = useState<ReadInput | null>(null)
  const [isStuck, setStuck] = useState(false)
  const known = Object.fromEntries(callBillLayouts.map(({ header, columns }) => [header, columns]))
  const begin = (next: ReadInput): void => {
    setStuck(false)
    setInput(next)
    task.start(next)
  }
  const progress = state.status === 'running' ? state.progress : null
  const isRunning = state.status === 'running'
  useEffect(() => {
    if (!isRunning) return undefined
    const timer = setTimeout(() => {
      task.cancel()
      setStuck(true)
    }, STANDSTILL_MS)
    return () => clearTimeout(timer)
  }, [isRunning, progress?.readBytes, task])
  return {
    fileName: input && typeof input.from !== 'string' ? input.from.name : '',
    state,
    progress,
    isStuck,
    read: (from: File | string): void => begin({ from, own: null, columns: known }),
    /** Which name in the chat is one's own. */
    answerOwn: (own: string): void => {
      if (input) begin({ ...input, own })
    },
    answerColumns: (header: string, columns: BillColumns): void => {
      if (input) begin({ ...input, columns: { ...input.columns, [header]: columns } })
    },
    stop: (): void => {
      task.cancel()
      setInput(null)
      setStuck(false)
    },
  }
}

export type ContactReading = ReturnType<typeof useContactReading>
