import { expose } from 'comlink'

/** What a worker does: one input, reports on the way, one answer. */
export type Task<Input, Progress, Answer> = (
  input: Input,
  report: (progress: Progress) => void,
) => Answer | Promise<Answer>

/** What the page sees of a worker. */
export interface TaskHost<Input, Progress, Answer> {
  run(input: Input, report: (progress: Progress) => void): Promise<Answer>
}

/** Makes a task the only thing the worker offers. */
export function serveTask<Input, Progress, Answer>(task: Task<Input, Progress, Answer>): void {
  const host: TaskHost<Input, Progress, Answer> = {
    run: async (input, report) => task(input, report),
  }
  expose(host)
}
