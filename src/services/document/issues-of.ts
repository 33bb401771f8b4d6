import type { z } from 'zod'

export interface InputIssue {
  readonly path: string
  readonly issue: string
}

/** Where and why by path and zod's code, at most 20, without the values: they are personal. */
export const issuesOf = (error: z.ZodError): InputIssue[] =>
  error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), issue: issue.code }))
