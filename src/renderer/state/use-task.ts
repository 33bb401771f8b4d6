import { useCallback, useEffect, useRef, useState } from 'react'
import { runTask, type RunningTask } from '../shell/worker-task'

export type TaskState<Progress, Answer> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null }
  | { readonly status: 'done'; readonly answer: Answer }
  | { readonly status: 'failed' }

export interface TaskControls<Input, Progress, Answer> {
  readonly state: TaskState<Progress, Answer>
  /** Starts anew; what was running is cancelled. */
  start(input: Input): void
  cancel(): void
}

/** A computation in a worker, with its progress; it ends with the component. */
export function useTask<Input, Progress, Answer>(scriptUrl: string): TaskControls<Input, Progress, Answer> {
  const [state, setState] = useState<TaskState<Progress, Answer>>({ status: 'idle' })
  const running = useRef<RunningTask<Answer> | null>(null)
  const stop = useCallback(() => {
    running.current?.cancel()
    running.current = null
  }, [])
  useEffect(() => stop, [stop])
  const start = useCallback(
    (input: Input) => {
      stop()
      setState({ status: 'running', progress: null })
      const task = runTask<Answer>(scriptUrl, input, (progress) => {
        if (running.current === task) setState({ status: 'running', progress: progress as Progress })
      })
      running.current = task
      const end = (next: TaskState<Progress, Answer>) => {
        if (running.current !== task) return
        running.current = null
        setState(next)
      }
      task.answer.then(
        (answer) => end({ status: 'done', answer }),
        () => end({ status: 'failed' }),
      )
    },
    [scriptUrl, stop],
  )
  const cancel = useCallback(() => {
    stop()
    setState({ status: 'idle' })
  }, [stop])
  return { state, start, cancel }
}
