import type { AskAnswer, AskInput } from '#domain/ask/ask'
import { solveAsk, type AskProgress } from '#domain/ask/solve-ask'
import { serveTask } from './serve-task'

/** The smallest requests: seconds where many lenders and many kinds are on the table. */
serveTask<AskInput, AskProgress, AskAnswer>((input, report) => solveAsk(input, report))
