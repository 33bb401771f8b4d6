import type { BackupsState } from '#contract/dto/backups'
import type { Reply } from '#contract/errors'

/** Waits for a change of backups and shows what came of it; true when it was done. */
export type Accept = (asked: Promise<Reply<BackupsState>>, said?: string) => Promise<boolean>
