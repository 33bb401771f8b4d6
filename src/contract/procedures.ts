import { z } from 'zod'
import { caseDocumentSchema, caseSettingsSchema, documentChangeSchema, planSettingsSchema } from './dto/case-document'
import { budgetSchema } from './dto/budget'
import { loanEventSchema, loanSchema, partySchema } from './dto/ledger'
import { idSchema, localDateSchema } from './dto/primitives'
import { letterPaperSchema, proposalSchema, replyRecordSchema, sentRecordSchema } from './dto/proposals'

// zod probes `new Function`, which the page's CSP forbids: this runs before the first parse in every process.
z.config({ jitless: true })

const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  mode: 'query' as const,
  input,
  output,
})

export const commandOutputSchema = z.strictObject({
  revision: z.int().min(0),
  changes: z.array(documentChangeSchema),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})

/** A command writes the case: it carries the revision it was made for and answers with what changed. */
const command = <S extends z.core.$ZodShape>(shape: S) => ({
  mode: 'command' as const,
  input: z.strictObject({ expectedRevision: z.int().min(0), ...shape }),
  output: commandOutputSchema,
})

export const preferencesSchema = z.strictObject({
  language: z.enum(['zh-CN', 'en']),
  theme: z.enum(['light', 'dark', 'auto']),
})

/** What opening the data folder found: the newest generation, an older one, nothing yet, or a newer format. */
export const openedSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('fresh') }),
  z.strictObject({ state: z.literal('opened') }),
  /** The newest generations were damaged and moved to quarantine; an older one was opened. */
  z.strictObject({ state: z.literal('recovered'), generation: z.int(), damaged: z.int() }),
  /** Written by a newer program: shown, never written. */
  z.strictObject({ state: z.literal('newer'), found: z.int(), supported: z.int() }),
  /** Files exist but none can be read: nothing is written without typed consent. */
  z.strictObject({ state: z.literal('unreadable'), damaged: z.int() }),
])

const noInput = z.strictObject({})

/** The one contract between page and host: name to input and output. Client, handlers and wire types are inferred. */
export const procedures = {
  'app.info': query(
    noInput,
    z.strictObject({
      version: z.string(),
      today: localDateSchema,
      dataDir: z.string(),
      capabilities: z.strictObject({
        /** A PDF file can be made without the browser's print dialog. */
        pdf: z.boolean(),
        shell: z.enum(['electron', 'web', 'cli', 'test']),
      }),
    }),
  ),
  'app.preferences': query(noInput, preferencesSchema),
  'app.savePreferences': query(preferencesSchema, preferencesSchema),

  'case.get': query(
    noInput,
    z.strictObject({
      document: caseDocumentSchema,
      opened: openedSchema,
      canUndo: z.boolean(),
      canRedo: z.boolean(),
      readOnly: z.enum(['write_failed', 'newer_version', 'unreadable']).nullable(),
    }),
  ),
  /** The document as text, also when writing has failed: "save an emergency copy elsewhere". */
  'case.export': query(noInput, z.strictObject({ text: z.string() })),
  'case.loadSample': command({ language: z.enum(['zh-CN', 'en']) }),
  'case.import': command({ text: z.string().max(64_000_000) }),
  /** Empties the case and destroys its earlier generations. */
  'case.wipe': command({}),
  'case.undo': command({}),
  'case.redo': command({}),

  'ledger.saveParty': command({ party: partySchema }),
  'ledger.removeParty': command({ partyId: idSchema }),
  /** Adds or replaces a loan, together with parties typed in the same form. */
  'ledger.saveLoan': command({ loan: loanSchema, parties: z.array(partySchema).max(20) }),
  'ledger.removeLoan': command({ loanId: idSchema }),
  /** Adds or replaces an event, together with a party typed in the same form. */
  'ledger.recordEvent': command({
    loanId: idSchema,
    event: loanEventSchema,
    parties: z.array(partySchema).max(5).optional(),
  }),
  'ledger.removeEvent': command({ loanId: idSchema, eventId: idSchema }),

  'budget.save': command({ budget: budgetSchema }),
  'plan.save': command({ plan: planSettingsSchema }),
  'settings.save': command({ settings: caseSettingsSchema }),

  'proposals.save': command({ proposal: proposalSchema }),
  'proposals.remove': command({ proposalId: idSchema }),
  'proposals.markSent': command({ proposalId: idSchema, sent: sentRecordSchema }),
  'proposals.recordReply': command({ proposalId: idSchema, reply: replyRecordSchema }),

  'letters.pdf': query(z.strictObject({ paper: letterPaperSchema }), z.strictObject({ base64: z.string() })),
  'letters.docx': query(z.strictObject({ paper: letterPaperSchema }), z.strictObject({ base64: z.string() })),
} as const

export type Procedures = typeof procedures
export type ProcedureName = keyof Procedures
export type Input<N extends ProcedureName> = z.infer<Procedures[N]['input']>
export type Output<N extends ProcedureName> = z.infer<Procedures[N]['output']>
export type CommandName = { [N in ProcedureName]: Procedures[N]['mode'] extends 'command' ? N : never }[ProcedureName]
export type Opened = z.infer<typeof openedSchema>
export type Preferences = z.infer<typeof preferencesSchema>
export type CommandOutput = z.infer<typeof commandOutputSchema>
