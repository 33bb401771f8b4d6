import type { ContractError } from '#contract/errors'
import type { CommandOutput, Output } from '#contract/procedures'
import type { CaseDocument } from '#domain/case-document'
import type { LocalDate } from '#domain/calendar/local-date'
import { verifyCustody } from '#domain/evidence/verify-custody'
import type { LetterPaper } from '#domain/letter/blocks'
import { err, ok, type Result } from '#domain/result'
import type { BackupService } from './backup/backup-service'
import type { RestoreDoor } from './backup/restore-door'
import { base64 } from './base64'
import type { CaseStore, Change } from './document/case-store'
import type { Remembering } from './document/history'
import type { Handlers } from './dispatch'
import {
  importContacts,
  markFinding,
  removeContacts,
  removeImport,
  removeNumber,
  saveContact,
  saveLayout,
  saveNumbers,
  unmarkFinding,
} from './contacts-service'
import {
  followEscalation,
  markEscalationSent,
  removeCourtPaper,
  removeEscalation,
  saveCourtPaper,
  saveEscalation,
} from './escalation-service'
import { orderExhibits, removeExhibit, saveExhibit } from './evidence-service'
import type { Drafts } from './drafts'
import { recordEvent, removeEvent, removeLoan, removeParty, saveLoan, saveParty } from './ledger-service'
import type { ClockPort, DocxPort, ImportPort, PdfPort, PreferencesPort } from './ports'
import { promisePlan, removeScenario, saveScenario } from './plan-service'
import { markSent, recordReply, removeProposal, saveProposal } from './proposals-service'
import type { FilesService } from './files/files-service'
import type { VaultService } from './vault-service'

export interface HandlerParts {
  readonly files: FilesService
  /** The case; asked only once the vault is open. */
  readonly store: () => CaseStore
  /** Half-typed forms; as the case, only once the vault is open. */
  readonly drafts: () => Drafts
  readonly vault: VaultService
  readonly backups: { readonly service: BackupService; readonly door: RestoreDoor }
  readonly clock: ClockPort
  readonly preferences: PreferencesPort
  readonly imports: ImportPort
  readonly pdf: PdfPort
  readonly docx: DocxPort
  /** Null where the shell has no dialog for it. */
  readonly pickFolder: (() => Promise<string | null>) | null
  /** A letter as a whole HTML page, for the PDF. */
  readonly paperHtml: (paper: LetterPaper) => string
  readonly sample: (language: 'zh-CN' | 'en', today: LocalDate) => CaseDocument
  /** SHA-256 of text, in hexadecimal. */
  readonly sha256: (text: string) => string
  readonly version: string
  readonly dataDir: string
  readonly shell: Output<'app.info'>['capabilities']['shell']
}

/** Every procedure of the contract with what it does; the registration shows which commands can be taken back. */
export function createHandlers({
  store,
  drafts,
  files,
  vault,
  backups,
  clock,
  preferences,
  imports,
  pdf,
  docx,
  pickFolder,
  paperHtml,
  sample,
  sha256,
  ...host
}: HandlerParts): Handlers {
  const command =
    <I extends { expectedRevision: number }>(make: (input: I) => Change, remembering: Remembering = 'undoable') =>
    (input: I): Promise<Result<CommandOutput, ContractError>> =>
      store().change(input.expectedRevision, make(input), remembering)

  return {
    'app.info': () =>
      Promise.resolve(
        ok({
          version: host.version,
          today: clock.today(),
          dataDir: host.dataDir,
          capabilities: { pdf: pdf.isAvailable(), pickFolder: pickFolder !== null, shell: host.shell },
        }),
      ),
    'app.preferences': async () => ok(await preferences.read()),
    'app.savePreferences': async (next) => {
      await preferences.write(next)
      return ok(next)
    },

    ...vault.handlers(),
    ...backups.service.handlers(),
    'backups.pickFolder': async () => ok({ path: pickFolder && (await pickFolder()) }),
    ...backups.door.handlers(),
    ...files.handlers(),

    'case.get': () => Promise.resolve(ok(store().get())),
    'case.export': () => Promise.resolve(ok({ text: `${JSON.stringify(store().get().document, null, 2)}\n` })),
    'case.loadSample': command(
      ({ language }) =>
        (document) =>
          ok({ ...sample(language, clock.today()), revision: document.revision }),
    ),
    'case.import': async ({ text, expectedRevision }) => {
      const read = await imports.read('case', text)
      if (!read.ok) return read
      return store().change(
        expectedRevision,
        (document) => ok({ ...read.value, revision: document.revision }),
        'undoable',
      )
    },
    'case.wipe': async ({ expectedRevision }) => {
      const wiped = await backups.service.wipe(expectedRevision)
      if (wiped.ok) {
        await drafts().wipe()
        await files.wipe()
      }
      return wiped
    },
    'case.undo': ({ expectedRevision }) => store().undo(expectedRevision),
    'case.redo': ({ expectedRevision }) => store().redo(expectedRevision),

    'ledger.saveParty': command(({ party }) => saveParty(party)),
    'ledger.removeParty': command(({ partyId }) => removeParty(partyId)),
    'ledger.saveLoan': command(({ loan, parties }) => saveLoan(loan, parties)),
    'ledger.removeLoan': command(({ loanId }) => removeLoan(loanId)),
    'ledger.recordEvent': command(({ loanId, event, parties, cashNowFen, also }) =>
      recordEvent(loanId, also ? [event, also] : [event], parties, cashNowFen),
    ),
    'ledger.removeEvent': command(({ loanId, eventId }) => removeEvent(loanId, eventId)),

    'budget.save': command(
      ({ budget }) =>
        (document) =>
          ok({ ...document, budget }),
    ),
    'plan.save': command(
      ({ plan }) =>
        (document) =>
          ok({ ...document, plan }),
    ),
    'plan.saveScenario': command(({ scenario }) => saveScenario(scenario)),
    'plan.removeScenario': command(({ scenarioId }) => removeScenario(scenarioId)),
    'plan.promise': command(({ version }) => promisePlan(version)),
    'settings.save': command(
      ({ settings }) =>
        (document) =>
          ok({ ...document, settings }),
    ),

    'proposals.save': command(({ proposal }) => saveProposal(proposal)),
    'proposals.remove': command(({ proposalId }) => removeProposal(proposalId)),
    'proposals.markSent': command(({ proposalId, sent }) => markSent(proposalId, sent), 'final'),
    'proposals.recordReply': command(({ proposalId, reply }) => recordReply(proposalId, reply)),

    'contacts.save': command(({ entry, parties, numbers }) => saveContact(entry, parties, numbers, clock.instant())),
    'contacts.remove': command(({ contactIds }) => removeContacts(contactIds)),
    'contacts.import': command(({ from, entries, parties, numbers }) =>
      importContacts(from, entries, parties, numbers, clock.instant()),
    ),
    'contacts.removeImport': command(({ importId }) => removeImport(importId)),
    'contacts.saveNumbers': command(({ numbers, parties }) => saveNumbers(numbers, parties)),
    'contacts.removeNumber': command(({ numberId }) => removeNumber(numberId)),
    'contacts.markFinding': command(({ mark }) => markFinding(mark)),
    'contacts.unmarkFinding': command(({ markId }) => unmarkFinding(markId)),
    'contacts.saveLayout': command(({ layout }) => saveLayout(layout)),

    'evidence.saveExhibit': command(({ exhibit }) => saveExhibit(exhibit)),
    'evidence.removeExhibit': command(({ exhibitId }) => removeExhibit(exhibitId)),
    'evidence.orderExhibits': command(({ exhibitIds }) => orderExhibits(exhibitIds)),

    'evidence.verifyChain': () => {
      const { custody, attachments } = store().get().document
      return Promise.resolve(ok({ entries: custody.length, faults: [...verifyCustody(custody, attachments, sha256)] }))
    },

    'escalation.save': command(({ escalation }) => saveEscalation(escalation)),
    'escalation.remove': command(({ escalationId }) => removeEscalation(escalationId)),
    'escalation.markSent': command(({ escalationId, sent }) => markEscalationSent(escalationId, sent), 'final'),
    'escalation.follow': command(({ escalationId, reference, prolonged, outcome }) =>
      followEscalation(escalationId, { reference, prolonged, outcome }),
    ),
    'escalation.saveCourtPaper': command(({ paper }) => saveCourtPaper(paper)),
    'escalation.removeCourtPaper': command(({ paperId }) => removeCourtPaper(paperId)),

    'drafts.list': () => Promise.resolve(ok({ drafts: [...drafts().list()] })),
    'drafts.keep': async ({ form, value }) => ok({ isKept: await drafts().keep(form, value) }),
    'drafts.drop': async ({ form }) => {
      await drafts().drop(form)
      return ok({})
    },

    'letters.pdf': async ({ paper }) => {
      const bytes = await pdf.render(paperHtml(paper))
      return bytes ? ok({ base64: base64(bytes) }) : err({ code: 'pdf_unavailable' })
    },
    'letters.docx': async ({ paper }) => ok({ base64: base64(await docx.render(paper)) }),
  }
}
