import { z } from 'zod'
import { backupKindSchema, backupNameSchema, drillSchema } from '#contract/dto/backups'
import type { SealedTextPort } from '../ports'

const recordsSchema = z.strictObject({
  /** Where copies go. */
  folder: z.string().nullable(),
  lastCopy: z.strictObject({ name: backupNameSchema, at: z.int() }).nullable(),
  lastDrill: drillSchema.nullable(),
  backups: z
    .array(
      z.strictObject({
        name: backupNameSchema,
        kind: backupKindSchema,
        savedAt: z.int(),
        /** Of the document that was backed up, taken before it was written. */
        documentHash: z.string(),
        verifiedAt: z.int().nullable(),
      }),
    )
    .max(5000),
})

export type Records = z.infer<typeof recordsSchema>
export type BackupRecord = Records['backups'][number]

const NONE: Records = { folder: null, lastCopy: null, lastDrill: null, backups: [] }

/** What is known of backups beside their files, sealed. Lost, it costs the folder and the drill: backups speak for themselves. */
export class BackupRecords {
  readonly #disk: SealedTextPort
  #records: Records | null = null

  constructor(disk: SealedTextPort) {
    this.#disk = disk
  }

  async read(): Promise<Records> {
    this.#records ??= recordsIn(await this.#disk.read())
    return this.#records
  }

  async change(make: (records: Records) => Records): Promise<void> {
    const before = await this.read()
    const next = make(before)
    if (next === before) return
    this.#records = next
    await this.#disk.write(JSON.stringify(next))
  }

  /** Under the present keys, where something is recorded at all. */
  async saveAgain(): Promise<void> {
    const records = await this.read()
    if (records !== NONE) await this.#disk.write(JSON.stringify(records))
  }

  async destroyEarlier(): Promise<void> {
    if ((await this.read()) !== NONE) await this.#disk.destroyEarlier()
  }
}

function recordsIn(text: string | null): Records {
  if (text === null) return NONE
  try {
    const parsed = recordsSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : NONE
  } catch {
    return NONE
  }
}
