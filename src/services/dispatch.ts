import type { Client } from '#contract/client'
import type { ContractError, Reply } from '#contract/errors'
import { procedures, type HostProcedureName, type Input, type Output } from '#contract/procedures'
import { err, type Result } from '#domain/result'
import { issuesOf } from './document/issues-of'
import type { LogPort } from './ports'

export type Handlers = {
  readonly [N in HostProcedureName]: (input: Input<N>) => Promise<Result<Output<N>, ContractError>>
}

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>

/**
 * The only door: known name → vault open, where the procedure needs it → parse the input → handle → parse the output → reply. Anything thrown becomes `internal` with
 * an incident number; the log gets where and what kind, never what was typed.
 */
export function createDispatch(
  handlers: Handlers,
  log: LogPort,
  newIncident: () => string,
  isOpen: () => boolean,
): Dispatch {
  return async (name, input) => {
    if (!Object.hasOwn(handlers, name)) return err({ code: 'unknown_procedure', name: name.slice(0, 64) })
    const known = name as HostProcedureName
    if (procedures[known].access === 'read' && !isOpen()) return err({ code: 'locked' })
    try {
      const parsed = procedures[known].input.safeParse(input)
      if (!parsed.success) return err({ code: 'invalid_input', issues: issuesOf(parsed.error) })
      const handle = handlers[known] as (input: unknown) => Promise<Result<unknown, ContractError>>
      const answer = await handle(parsed.data)
      if (!answer.ok) return answer
      return { ok: true, value: procedures[known].output.parse(answer.value) }
    } catch (error) {
      const incident = newIncident()
      log.incident(incident, known, error)
      return err({ code: 'internal', incident })
    }
  }
}

/** A client in the same process, for the CLI and tests. */
export const directClient = (dispatch: Dispatch): Client => ({
  call: (name, input) => dispatch(name, input) as Promise<Reply<never>>,
})
