import { z } from 'zod'
import { caseDocumentSchema, caseSettingsSchema, documentChangeSchema } from './dto/case-document'
import {
  backupEntrySchema,
  backupNameSchema,
  backupPlaceSchema,
  backupPreviewSchema,
  backupsStateSchema,
  drillSchema,
} from './dto/backups'
import { sha256Schema } from './dto/attachments'
import { budgetSchema } from './dto/budget'
import {
  callBillLayoutSchema,
  contactEntrySchema,
  contactImportSchema,
  findingMarkSchema,
  knownNumberSchema,
  MAX_CONTACTS,
} from './dto/contacts'
import { courtPaperSchema, escalationOutcomeSchema, escalationSchema, escalationSentSchema } from './dto/escalation'
import { custodyFaultSchema, exhibitSchema } from './dto/evidence'
import { loanEventSchema, loanSchema, partySchema } from './dto/ledger'
import { draftFormSchema, draftSchema } from './dto/drafts'
import { fileOfferSchema, filePieceSchema, mediaLookSchema, mediaPieceSchema } from './dto/files'
import { planSettingsSchema, planVersionSchema, scenarioSchema } from './dto/plan'
import { fenSchema, idSchema, lineSchema, localDateSchema } from './dto/primitives'
import { letterPaperSchema, proposalSchema, replyRecordSchema, sentRecordSchema } from './dto/proposals'
import {
  keySchema,
  passwordStrengthSchema,
  protectionSchema,
  secretSchema,
  vaultSecuritySchema,
  vaultStatusSchema,
} from './dto/vault'

// zod probes `new Function`, which the page's CSP forbids: this runs before the first parse in every process.
z.config({ jitless: true })

/** Whether it can be called while the vault is shut (`talk`) or only once it is open (`read`). */
type Access = 'talk' | 'read'

const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  mode: 'query' as const,
  access: 'read' as Access,
  input,
  output,
})

const talk = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  mode: 'query' as const,
  access: 'talk' as Access,
  input,
  output,
})

/** Answered by the shell itself, which lives on when the host is ended; the host knows no such name. */
const shellCall = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  mode: 'shell' as const,
  access: 'talk' as Access,
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
  access: 'read' as Access,
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
  z.strictObject({
    state: z.literal('recovered'),
    generation: z.int(),
    damaged: z.int(),
    /** When the copy that opened was saved, and when the newest damaged one says it was (0: lost), in ms since 1970. */
    savedAt: z.int(),
    damagedSavedAt: z.int(),
  }),
  /** Written by a newer program: shown, never written. */
  z.strictObject({ state: z.literal('newer'), found: z.int(), supported: z.int() }),
  /** Files exist but none can be read: nothing is written without typed consent. */
  z.strictObject({ state: z.literal('unreadable'), damaged: z.int() }),
])

const noInput = z.strictObject({})

/** 512 KiB in base64; a page that may only talk sends at most 64 KiB at once. */
const pieceSchema = z
  .string()
  .max(524_288)
  .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)

/** The one contract between page and host: name to input and output. Client, handlers and wire types are inferred. */
export const procedures = {
  'app.info': talk(
    noInput,
    z.strictObject({
      version: z.string(),
      today: localDateSchema,
      dataDir: z.string(),
      capabilities: z.strictObject({
        /** A PDF file can be made without the browser's print dialog. */
        pdf: z.boolean(),
        /** The shell has a dialog in which a folder can be picked. */
        pickFolder: z.boolean(),
        shell: z.enum(['electron', 'web', 'cli', 'test']),
      }),
    }),
  ),
  'app.preferences': talk(noInput, preferencesSchema),
  'app.savePreferences': talk(preferencesSchema, preferencesSchema),

  'vault.status': talk(noInput, vaultStatusSchema),
  /** Makes the first keys of a fresh (or a still unprotected) case, and opens it. */
  'vault.create': talk(z.strictObject({ protection: protectionSchema }), vaultStatusSchema),
  'vault.open': talk(z.strictObject({ key: keySchema }), vaultStatusSchema),
  'vault.strength': talk(z.strictObject({ password: secretSchema }), passwordStrengthSchema),
  /** Five made-up words, newly drawn. */
  'vault.phrase': talk(noInput, z.strictObject({ phrase: z.string() })),
  /** What a newer program needs of a vault this one cannot open, byte for byte: the header and the newest generation. */
  'vault.untouched': talk(
    noInput,
    z.strictObject({ files: z.array(z.strictObject({ name: z.string(), base64: z.string() })) }),
  ),
  /** The person moved or typed: the vault stays open a while longer. */
  'vault.touch': shellCall(noInput, z.strictObject({})),
  /** Ends the host, and with it everything that was in its memory. */
  'vault.shut': shellCall(noInput, z.strictObject({})),
  'vault.security': query(noInput, vaultSecuritySchema),
  /** Sets or changes the password. `key` proves that it is the owner; without any password yet it is the key file. */
  'vault.setPassword': query(z.strictObject({ key: keySchema, password: secretSchema }), vaultSecuritySchema),
  /** Back to the key file. */
  'vault.dropPassword': query(z.strictObject({ key: keySchema }), vaultSecuritySchema),
  /** Someone knew the password: a new master key, a new recovery code to be made, older generations destroyed. */
  'vault.renewKeys': query(z.strictObject({ key: keySchema, password: secretSchema }), vaultSecuritySchema),
  /** A code shown once; it opens nothing before two of its groups were typed back. */
  'vault.proposeRecoveryCode': query(z.strictObject({ key: keySchema }), z.strictObject({ code: z.string() })),
  'vault.confirmRecoveryCode': query(
    z.strictObject({
      groups: z.array(z.strictObject({ index: z.int().min(0).max(7), text: z.string().max(16) })).length(2),
    }),
    vaultSecuritySchema,
  ),

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

  'backups.state': query(noInput, backupsStateSchema),
  'backups.make': query(noInput, backupsStateSchema),
  'backups.remove': query(z.strictObject({ names: z.array(backupNameSchema).min(1).max(500) }), backupsStateSchema),
  /** At most 256 KiB of a backup from an offset, to save a copy of it. */
  'backups.readPart': query(
    z.strictObject({ name: backupNameSchema, offset: z.int().min(0) }),
    z.strictObject({ base64: z.string(), total: z.int() }),
  ),
  /** The shell's dialog; null when nothing was picked. */
  'backups.pickFolder': query(noInput, z.strictObject({ path: z.string().nullable() })),
  /** Where copies of every backup go; null for nowhere. */
  'backups.setFolder': query(z.strictObject({ path: z.string().min(1).max(1000).nullable() }), backupsStateSchema),
  /** Opens a backup to its last byte and says what is in it. `key` is needed where the present keys do not fit. */
  'backups.preview': query(
    z.strictObject({ place: backupPlaceSchema, key: keySchema.nullable() }),
    backupPreviewSchema,
  ),
  /** Saves the present state as a backup, then puts that of the backup in its place, with its undo history. */
  'backups.restore': command({ place: backupPlaceSchema, key: keySchema.nullable() }),
  /** Opens the newest backup from the disk with what the person typed, and compares it with what was backed up. */
  'backups.drill': query(
    z.strictObject({
      key: z.discriminatedUnion('way', [
        z.strictObject({ way: z.literal('password'), password: secretSchema }),
        z.strictObject({ way: z.literal('recovery'), code: secretSchema }),
      ]),
    }),
    z.strictObject({ drill: drillSchema, state: backupsStateSchema }),
  ),
  /** A backup picked in the page, sent in pieces; `append` answers with what arrived so far. */
  'backups.begin': talk(noInput, noInput),
  'backups.append': talk(
    z.strictObject({ offset: z.int().min(0), base64: pieceSchema }),
    z.strictObject({ received: z.int() }),
  ),
  'backups.discard': talk(noInput, noInput),
  /** Where the vault has no keys (nothing there yet, or its header is lost): the backups that lie in it. */
  'backups.found': talk(
    noInput,
    z.strictObject({ backups: z.array(backupEntrySchema.pick({ name: true, savedAt: true, slots: true })) }),
  ),
  /** There: what a backup holds, and the case on this disk, where the keys of the backup open that as well. */
  'backups.look': talk(
    z.strictObject({ place: backupPlaceSchema, key: keySchema }),
    z.strictObject({ backup: backupPreviewSchema, onDisk: backupPreviewSchema.nullable() }),
  ),
  /** There: the keys of the backup become the vault's, with the case of the backup or the one on the disk. */
  'backups.takeOver': talk(
    z.strictObject({ place: backupPlaceSchema, key: keySchema, use: z.enum(['backup', 'disk']) }),
    vaultStatusSchema,
  ),

  'ledger.saveParty': command({ party: partySchema }),
  'ledger.removeParty': command({ partyId: idSchema }),
  /** Adds or replaces a loan, together with parties typed in the same form. */
  'ledger.saveLoan': command({ loan: loanSchema, parties: z.array(partySchema).max(20) }),
  'ledger.removeLoan': command({ loanId: idSchema }),
  /** Adds or replaces an event, together with a party typed in the same form and the cash left after a payment. */
  'ledger.recordEvent': command({
    loanId: idSchema,
    event: loanEventSchema,
    parties: z.array(partySchema).max(5).optional(),
    cashNowFen: fenSchema.optional(),
    /** A second event of the same act: what of a payment goes beyond what was due. */
    also: loanEventSchema.optional(),
  }),
  'ledger.removeEvent': command({ loanId: idSchema, eventId: idSchema }),

  'budget.save': command({ budget: budgetSchema }),
  'plan.save': command({ plan: planSettingsSchema }),
  'plan.saveScenario': command({ scenario: scenarioSchema }),
  'plan.removeScenario': command({ scenarioId: idSchema }),
  /** The person stands by a plan: a new version, which is never rewritten. */
  'plan.promise': command({ version: planVersionSchema }),
  'settings.save': command({ settings: caseSettingsSchema }),

  'proposals.save': command({ proposal: proposalSchema }),
  'proposals.remove': command({ proposalId: idSchema }),
  'proposals.markSent': command({ proposalId: idSchema, sent: sentRecordSchema }),
  'proposals.recordReply': command({ proposalId: idSchema, reply: replyRecordSchema }),

  /** Writes an entry of the log, with parties and numbers named in the same form. Earlier wordings stay beside it. */
  'contacts.save': command({
    entry: contactEntrySchema,
    parties: z.array(partySchema).max(20),
    numbers: z.array(knownNumberSchema).max(20),
  }),
  'contacts.remove': command({ contactIds: z.array(idSchema).min(1).max(MAX_CONTACTS) }),
  /** What one file brought. The time in `from` is the host's to set. */
  'contacts.import': command({
    from: contactImportSchema,
    entries: z.array(contactEntrySchema).max(MAX_CONTACTS),
    parties: z.array(partySchema).max(200),
    numbers: z.array(knownNumberSchema).max(20_000),
  }),
  'contacts.removeImport': command({ importId: idSchema }),
  'contacts.saveNumbers': command({
    numbers: z.array(knownNumberSchema).max(20_000),
    parties: z.array(partySchema).max(200),
  }),
  'contacts.removeNumber': command({ numberId: idSchema }),
  'contacts.markFinding': command({ mark: findingMarkSchema }),
  'contacts.unmarkFinding': command({ markId: idSchema }),
  'contacts.saveLayout': command({ layout: callBillLayoutSchema }),

  'evidence.saveExhibit': command({ exhibit: exhibitSchema }),
  'evidence.removeExhibit': command({ exhibitId: idSchema }),
  'evidence.orderExhibits': command({ exhibitIds: z.array(idSchema).max(10_000) }),

  /** Reads every byte of a file again. */
  'evidence.verifyFile': query(
    z.strictObject({ attachmentId: idSchema }),
    z.strictObject({ state: z.enum(['intact', 'damaged', 'notHere']) }),
  ),
  /** Recomputes the whole chain of custody and compares it with the files of the case. */
  'evidence.verifyChain': query(
    noInput,
    z.strictObject({ entries: z.int().min(0), faults: z.array(custodyFaultSchema) }),
  ),

  /** A pack on its way out: pieces until the last, then `packFinish` remembers it. */
  'evidence.packBegin': query(
    z.strictObject({
      copy: z.enum(['full', 'share']),
      exhibitIds: z.array(idSchema).min(1).max(2000),
      language: z.enum(['zh-CN', 'en']),
    }),
    z.strictObject({ packId: idSchema, totalBytes: z.int().min(0), left: z.int().min(0) }),
  ),
  'evidence.packNext': query(
    z.strictObject({ packId: idSchema }),
    z.strictObject({ base64: z.string(), doneBytes: z.int().min(0), isLast: z.boolean() }),
  ),
  'evidence.packFinish': command({ packId: idSchema }),
  /** A question to a time-stamping authority about a pack's list of hashes (RFC 3161), to be saved and sent by the person. */
  'evidence.timeStampQuery': query(z.strictObject({ packId: idSchema }), z.strictObject({ base64: z.string() })),
  /** Its answer, verified here. */
  'evidence.bringTimeStamp': command({ packId: idSchema, answer: z.base64().max(64_000) }),
  'evidence.packDrop': query(noInput, noInput),

  'escalation.save': command({ escalation: escalationSchema }),
  'escalation.remove': command({ escalationId: idSchema }),
  'escalation.markSent': command({ escalationId: idSchema, sent: escalationSentSchema }),
  'escalation.follow': command({
    escalationId: idSchema,
    reference: lineSchema,
    prolonged: z.enum(['no', 'once', 'twice']),
    outcome: escalationOutcomeSchema.nullable(),
  }),
  'escalation.saveCourtPaper': command({ paper: courtPaperSchema }),
  'escalation.removeCourtPaper': command({ paperId: idSchema }),

  /** What stands half-typed in forms; kept through locking and restarts. */
  'drafts.list': query(noInput, z.strictObject({ drafts: z.array(draftSchema) })),
  /** `isKept` is false when the disk refused or it is too long: it then lives as long as the page. */
  'drafts.keep': query(draftSchema.omit({ savedAt: true }), z.strictObject({ isKept: z.boolean() })),
  'drafts.drop': query(z.strictObject({ form: draftFormSchema }), z.strictObject({})),

  /** A file on its way in: `append` in order, `finish` names it in the case. */
  'files.begin': query(fileOfferSchema, z.strictObject({ uploadId: idSchema })),
  'files.append': query(filePieceSchema, z.strictObject({ received: z.int() })),
  /** `sha256` of the original, where the page knows it. */
  'files.finish': command({ uploadId: idSchema, sha256: sha256Schema.optional() }),
  'files.abandon': query(z.strictObject({ uploadId: idSchema }), noInput),
  /** Its bytes stay for undo. */
  'files.remove': command({ attachmentId: idSchema }),
  /** Which attachments of the case have their bytes on this computer. */
  'files.here': query(noInput, z.strictObject({ ids: z.array(idSchema) })),
  /** An address `/media/<token>` of a file, good until the vault is shut. */
  'files.grant': query(z.strictObject({ attachmentId: idSchema }), z.strictObject({ token: z.string() })),
  /** For the shells' answer to such an address. */
  'media.look': query(
    mediaLookSchema,
    z.strictObject({ found: z.strictObject({ sizeBytes: z.int(), mediaType: z.string() }).nullable() }),
  ),
  'media.piece': query(mediaPieceSchema, z.strictObject({ base64: z.string().nullable() })),

  'letters.pdf': query(z.strictObject({ paper: letterPaperSchema }), z.strictObject({ base64: z.string() })),
  'letters.docx': query(z.strictObject({ paper: letterPaperSchema }), z.strictObject({ base64: z.string() })),
} as const

export type Procedures = typeof procedures
export type ProcedureName = keyof Procedures
/** Names the shell answers itself. */
export type ShellCallName = {
  [N in ProcedureName]: Procedures[N]['mode'] extends 'shell' ? N : never
}[ProcedureName]
export type HostProcedureName = Exclude<ProcedureName, ShellCallName>
export type Input<N extends ProcedureName> = z.infer<Procedures[N]['input']>
export type Output<N extends ProcedureName> = z.infer<Procedures[N]['output']>
export type CommandName = { [N in ProcedureName]: Procedures[N]['mode'] extends 'command' ? N : never }[ProcedureName]
export type Opened = z.infer<typeof openedSchema>
export type Preferences = z.infer<typeof preferencesSchema>
export type CommandOutput = z.infer<typeof commandOutputSchema>
