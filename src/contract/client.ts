import type { Reply } from './errors'
import type { Input, Output, ProcedureName } from './procedures'

/** What a page (or a test, or the CLI) talks to, whatever carries the message. */
export interface Client {
  call<N extends ProcedureName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
}
