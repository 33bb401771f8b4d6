import { proxy, wrap } from 'comlink'
import type { TaskHost } from '#workers/serve-task'

/** A computation under way in a worker of its own. */
export interface RunningTask<Answer> {
  readonly answer: Promise<Answer>
  /** Ends the worker at once, whatever it is doing; `answer` then never settles. */
  cancel(): void
}

/**
 * Runs a task (`workers/serve-task`) in a new worker, which ends with its answer. `scriptUrl` is what
 * `import url from '…?worker&url'` gives. Rejects when the worker fails or cannot start.
 */
export function runTask<Answer>(
  scriptUrl: string,
  input: unknown,
  report: (progress: unknown) => void,
): RunningTask<Answer> {
  const worker = new Worker(scriptUrl, { type: 'module' })
  const failed = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker did not start')))
  })
  const host = wrap<TaskHost<unknown, unknown, Answer>>(worker) as unknown as TaskHost<unknown, unknown, Answer>
  const answer = Promise.race([host.run(input, proxy(report)), failed]).finally(() => worker.terminate())
  return { answer, cancel: () => worker.terminate() }
}
