/** What the caller did wrong, as a code with data. The shell prints it as `{"ok":false,"error":…}` and exits with 2. */
export interface CliErrorBody {
  readonly code: string
  readonly [detail: string]: unknown
}

export class CliError extends Error {
  constructor(readonly body: CliErrorBody) {
    super(body.code)
  }
}
