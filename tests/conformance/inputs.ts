import { procedures, type Input, type ProcedureName } from '#contract/procedures'
import { addDays } from '#domain/calendar/local-date'
import { fen } from '#domain/money/fen'
import type { Proposal, SentRecord } from '#domain/letter/proposal'
import type { Party } from '#domain/loan/party'
import type { KnownNumber } from '#domain/contact/known-number'
import type { Escalation } from '#domain/escalation/escalation'
import { aContact } from '../domain/contact/a-contact'
import { aLoan, paid } from '../domain/loan/a-loan'
import { PAPER } from './a-paper'
import { TODAY } from './carriers'

/** What the host answers; `shell` calls never reach it. */
export const ALL_NAMES = (Object.keys(procedures) as ProcedureName[]).filter(
  (name) => procedures[name].mode !== 'shell',
)

/**
 * `vault.create` came before the sitting, only a vault from the future can be handed out untouched, and only one without keys
 * takes over those of a backup.
 */
export const NOT_IN_SITTING: readonly ProcedureName[] = [
  // Only an authority's own answer is taken: `tests/services/time-stamp.test.ts`.
  'evidence.bringTimeStamp',
  'vault.create',
  'vault.untouched',
  'backups.found',
  'backups.look',
  'backups.takeOver',
]

const FIRST = 'Lantern-River-71-Quay'
const SECOND = 'Quiet-Orchard-58-Mill'
/** The test's clock stands still at 0. */
const FIRST_BACKUP = '19700101T000000000Z.brbackup'

export const BANK: Party = {
  id: 'bank',
  name: '某某消费金融有限公司',
  type: 'consumerFinance',
  department: '',
  address: '上海市某路 1 号',
  officialChannel: '955xx',
  note: '',
}

const NUMBER: KnownNumber = { id: 'number', key: '95555', holder: 'collector', partyId: 'bank', name: '' }

const ESCALATION: Escalation = {
  id: 'escalation',
  kind: 'lender',
  partyId: 'bank',
  previousId: null,
  complainant: null,
  contactIds: ['contact'],
  exhibitIds: [],
  facts: '',
  request: '停止在 22:00 以后来电',
  language: 'zh-CN',
  writtenOn: TODAY,
  sent: null,
  prolonged: 'no',
  outcome: null,
}

export const PROPOSAL: Proposal = {
  id: 'proposal',
  loanId: 'loan',
  recipientId: 'bank',
  kind: 'renegotiation',
  language: 'zh-CN',
  writtenOn: TODAY,
  request: {
    periods: 24,
    firstDueOn: addDays(TODAY, 20),
    rate: null,
    holidayPeriods: 0,
    interestOnlyPeriods: 0,
    waivePenaltyPer10000: 0,
    arrears: 'spread',
    settlementPer10000: null,
  },
  cause: '公司裁员',
  firstPaymentSource: '12 月工资',
  replyBy: addDays(TODAY, 15),
  disputed: [],
  fallback: '',
  annexes: [],
  showFullId: false,
  noticeReadOn: null,
  sent: null,
  reply: null,
}

export const SENT: SentRecord = { on: TODAY, channel: 'ems', trackingNumber: 'EE000', recipient: '收', paper: PAPER }

/** One step of a sitting: a command is given the revision by the test. */
export type Step = { [N in ProcedureName]: readonly [N, Omit<Input<N>, 'expectedRevision'>] }[ProcedureName]

/** A sitting in which every procedure of the contract is called once or more, and each must succeed. */
export const SITTING: readonly Step[] = [
  ['app.info', {}],
  ['app.preferences', {}],
  ['app.savePreferences', { language: 'en', theme: 'dark' }],
  ['vault.status', {}],
  ['vault.strength', { password: FIRST }],
  ['vault.phrase', {}],
  ['vault.open', { key: { way: 'device' } }],
  ['vault.security', {}],
  ['vault.setPassword', { key: { way: 'device' }, password: FIRST }],
  ['vault.renewKeys', { key: { way: 'password', password: FIRST }, password: SECOND }],
  ['vault.proposeRecoveryCode', { key: { way: 'password', password: SECOND } }],
  ['vault.confirmRecoveryCode', { groups: [] }],
  ['drafts.keep', { form: 'loan/new', value: { name: '借呗', fees: [null, 12] } }],
  ['drafts.list', {}],
  ['drafts.drop', { form: 'loan/new' }],
  ['case.get', {}],
  ['ledger.saveParty', { party: { ...BANK, id: 'gone' } }],
  ['ledger.removeParty', { partyId: 'gone' }],
  ['ledger.saveLoan', { loan: aLoan(), parties: [BANK] }],
  ['ledger.recordEvent', { loanId: 'loan', event: paid('p1', '2026-02-15', 106_619) }],
  ['ledger.recordEvent', { loanId: 'loan', event: paid('p2', '2026-03-15', 100_00), cashNowFen: fen(900_00) }],
  ['ledger.removeEvent', { loanId: 'loan', eventId: 'p2' }],
  ['ledger.removeEvent', { loanId: 'loan', eventId: 'p1' }],
  ['ledger.saveLoan', { loan: aLoan({ id: 'other' }), parties: [] }],
  ['ledger.removeLoan', { loanId: 'other' }],
  ['budget.save', { budget: { lines: [], cashNowFen: fen(100_00), reserveFen: fen(0) } }],
  ['backups.make', {}],
  ['backups.state', {}],
  ['backups.readPart', { name: FIRST_BACKUP, offset: 0 }],
  ['backups.preview', { place: { in: 'vault', name: FIRST_BACKUP }, key: null }],
  ['backups.drill', { key: { way: 'password', password: SECOND } }],
  ['backups.pickFolder', {}],
  ['backups.setFolder', { path: null }],
  ['backups.restore', { place: { in: 'vault', name: FIRST_BACKUP }, key: null }],
  ['backups.remove', { names: [FIRST_BACKUP] }],
  ['backups.begin', {}],
  ['backups.append', { offset: 0, base64: 'AAEC' }],
  ['backups.discard', {}],
  ['vault.dropPassword', { key: { way: 'password', password: SECOND } }],
  ['plan.save', { plan: { strategy: 'ownOrder', ownOrder: ['loan'] } }],
  [
    'plan.saveScenario',
    {
      scenario: {
        id: 'scenario',
        name: '年终奖',
        assumption: '一月发',
        changes: [
          { kind: 'windfall', on: addDays(TODAY, 60), amountFen: fen(1_000_000) },
          { kind: 'raise', from: addDays(TODAY, 90), monthlyFen: fen(-500_00) },
        ],
      },
    },
  ],
  ['plan.removeScenario', { scenarioId: 'scenario' }],
  [
    'plan.promise',
    {
      version: {
        id: 'version',
        madeOn: TODAY,
        note: '',
        settings: { strategy: 'avalanche', ownOrder: [] },
        budget: { lines: [], cashNowFen: fen(0), reserveFen: fen(0) },
        firstMonth: '2026-12',
        debtFreeMonth: null,
        costFen: fen(0),
        loans: [
          {
            loanId: 'loan',
            owedFen: fen(1000),
            paidThatDayFen: fen(0),
            payFen: [fen(1000)],
            closingFen: [fen(0)],
            endsIn: '2026-12',
          },
        ],
      },
    },
  ],
  [
    'settings.save',
    {
      settings: {
        isSample: false,
        hasStarted: true,
        lprEntries: [],
        sender: {
          name: '张三',
          idNumber: '',
          phone: '13800000001',
          address: '',
          email: '',
          debitAccount: '',
          answerWithinHours: 24,
        },
      },
    },
  ],
  ['proposals.save', { proposal: { ...PROPOSAL, id: 'draft' } }],
  ['proposals.remove', { proposalId: 'draft' }],
  ['proposals.save', { proposal: PROPOSAL }],
  ['case.undo', {}],
  ['case.redo', {}],
  ['proposals.markSent', { proposalId: 'proposal', sent: SENT }],
  [
    'proposals.recordReply',
    {
      proposalId: 'proposal',
      reply: {
        kind: 'agreed',
        on: addDays(TODAY, 7),
        means: 'recordedCall',
        reference: '录音 1',
        note: '',
        terms: null,
        condition: '',
        breach: '',
      },
    },
  ],
  [
    'files.begin',
    { name: '合同.txt', mediaType: 'text/plain', sizeBytes: 5, fileTime: 1_700_000_000_000, loanId: 'loan' },
  ],
  ['files.append', { uploadId: 'from begin', offset: 0, base64: 'aGVsbG8=' }],
  ['files.finish', { uploadId: 'from begin' }],
  ['files.abandon', { uploadId: 'from begin' }],
  ['files.here', {}],
  ['evidence.verifyFile', { attachmentId: 'from begin' }],
  ['evidence.verifyChain', {}],
  ['files.grant', { attachmentId: 'from begin' }],
  ['media.look', { token: 'from grant' }],
  ['media.piece', { token: 'from grant', start: 1, length: 3 }],
  ['files.remove', { attachmentId: 'from begin' }],
  ['contacts.save', { entry: aContact({ number: '95555' }), parties: [BANK], numbers: [NUMBER] }],
  ['contacts.saveNumbers', { numbers: [{ ...NUMBER, name: '总机' }], parties: [] }],
  ['contacts.removeNumber', { numberId: 'number' }],
  [
    'contacts.import',
    {
      from: {
        id: 'import',
        at: 0,
        source: 'callsXml',
        fileName: 'calls.xml',
        added: 1,
        known: 0,
        dropped: { broken: 1 },
      },
      entries: [aContact({ id: 'imported' })],
      parties: [],
      numbers: [],
    },
  ],
  ['contacts.removeImport', { importId: 'import' }],
  [
    'contacts.markFinding',
    { mark: { id: 'mark', ruleId: 'quiet-hours', contactIds: ['contact'], mark: 'agreed', note: '' } },
  ],
  ['contacts.unmarkFinding', { markId: 'mark' }],
  [
    'contacts.saveLayout',
    {
      layout: {
        id: 'layout',
        header: '对方号码|起始时间',
        columns: { number: 0, start: 1, direction: -1, duration: -1 },
      },
    },
  ],
  [
    'evidence.saveExhibit',
    {
      exhibit: {
        id: 'exhibit',
        title: '通话录音',
        attachmentIds: [],
        contactIds: ['contact'],
        source: '本人手机',
        proves: '22:14 来电',
        originalKept: '手机',
        madeOn: TODAY,
        showsOthers: false,
      },
    },
  ],
  ['evidence.packBegin', { copy: 'share', exhibitIds: ['exhibit'], language: 'zh-CN' }],
  ['evidence.packNext', { packId: 'from pack' }],
  ['evidence.packFinish', { packId: 'from pack' }],
  ['evidence.packDrop', {}],
  ['evidence.timeStampQuery', { packId: 'from pack' }],
  ['evidence.orderExhibits', { exhibitIds: ['exhibit'] }],
  ['evidence.removeExhibit', { exhibitId: 'exhibit' }],
  ['escalation.save', { escalation: { ...ESCALATION, id: 'unsent' } }],
  ['escalation.remove', { escalationId: 'unsent' }],
  ['escalation.save', { escalation: ESCALATION }],
  [
    'escalation.markSent',
    { escalationId: 'escalation', sent: { on: TODAY, channel: 'post', reference: '', paper: PAPER } },
  ],
  [
    'escalation.follow',
    {
      escalationId: 'escalation',
      reference: '受理 1',
      prolonged: 'once',
      outcome: { on: addDays(TODAY, 15), result: 'partly', text: '' },
    },
  ],
  [
    'escalation.saveCourtPaper',
    {
      paper: {
        id: 'court',
        kind: 'paymentOrder',
        receivedOn: TODAY,
        court: '',
        caseNumber: '',
        isGenuine: null,
        dueOn: null,
        note: '',
        isDone: false,
      },
    },
  ],
  ['escalation.removeCourtPaper', { paperId: 'court' }],
  ['contacts.remove', { contactIds: ['contact'] }],
  ['letters.pdf', { paper: PAPER }],
  ['letters.docx', { paper: PAPER }],
  ['case.export', {}],
  ['case.loadSample', { language: 'zh-CN' }],
  ['case.import', { text: '' }],
  ['case.wipe', {}],
]
