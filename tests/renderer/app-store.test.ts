import { describe, expect, it } from 'vitest'
import type { Client } from '#contract/client'
import type { Reply } from '#contract/errors'
import { EMPTY_SENDER, NO_CONTACTS_YET, type CaseDocument } from '#domain/case-document'
import { localDate } from '#domain/calendar/local-date'
import { ZERO_FEN } from '#domain/money/fen'
import { createAppStore } from '../../src/renderer/state/app-store'
import { applyChanges } from '../../src/renderer/state/apply-changes'
import { matchesShortcut } from '../../src/renderer/app/shortcuts'
import { parseDate } from '../../src/renderer/ui/parse-date'
import { ownWorkerOnly, refuseMarkup } from '../../src/renderer/trusted-types'

const document: CaseDocument = {
  schemaVersion: 5,
  revision: 3,
  settings: { sender: EMPTY_SENDER, isSample: false, hasStarted: true, lprEntries: [] },
  parties: [],
  loans: [],
  budget: { lines: [], cashNowFen: ZERO_FEN, reserveFen: ZERO_FEN },
  plan: { strategy: 'avalanche', ownOrder: [] },
  scenarios: [],
  planVersions: [],
  proposals: [],
  attachments: [],
  ...NO_CONTACTS_YET,
}
const plan = { strategy: 'snowball' as const, ownOrder: [] }

/** A host of few lines: grows a revision with every command and refuses a stale one. */
function hostOf(start: CaseDocument) {
  let current = start
  const seen: number[] = []
  const answer = (name: string, input: unknown): Reply<unknown> => {
    if (name === 'app.info') return { ok: true, value: { today: '2026-11-24' } }
    if (name === 'app.preferences') return { ok: true, value: { language: 'en', theme: 'dark' } }
    if (name === 'drafts.list') return { ok: true, value: { drafts: [] } }
    if (name === 'vault.status')
      return { ok: true, value: { state: 'open', ways: ['device'], waitMs: 0, shutReason: null, newer: null } }
    if (name === 'case.get') {
      return {
        ok: true,
        value: { document: current, opened: { state: 'opened' }, canUndo: false, canRedo: false, readOnly: null },
      }
    }
    const { expectedRevision } = input as { expectedRevision: number }
    seen.push(expectedRevision)
    if (expectedRevision !== current.revision) {
      return { ok: false, error: { code: 'conflict', revision: current.revision } }
    }
    const changes = [{ section: 'plan', before: current.plan, after: plan }]
    current = { ...current, plan, revision: current.revision + 1 }
    return { ok: true, value: { revision: current.revision, changes, canUndo: true, canRedo: false } }
  }
  const client: Client = { call: (name, input) => Promise.resolve(answer(name, input) as Reply<never>) }
  return { client, seen, elsewhere: () => (current = { ...current, revision: current.revision + 1 }) }
}

describe('the store', () => {
  it('gives each of several commands the revision the one before produced', async () => {
    const host = hostOf(document)
    const store = createAppStore(host.client, { report: () => undefined, blank: () => undefined })
    await store.getState().start()
    await Promise.all([1, 2, 3].map(() => store.getState().run('plan.save', { plan })))
    expect(host.seen).toEqual([3, 4, 5])
    const cache = store.getState().caseCache
    expect(cache.status === 'ready' && [cache.document.plan.strategy, cache.canUndo]).toEqual(['snowball', true])
  })

  it('reads the case again on a conflict, says so, and then works', async () => {
    const host = hostOf(document)
    const reported: string[] = []
    const store = createAppStore(host.client, {
      report: ({ code }) => reported.push(code),
      blank: () => undefined,
    })
    await store.getState().start()
    host.elsewhere()
    expect((await store.getState().run('plan.save', { plan })).ok).toBe(false)
    expect((await store.getState().run('plan.save', { plan })).ok).toBe(true)
    expect(reported).toEqual(['conflict'])
  })
})

describe('applyChanges', () => {
  const party = {
    id: 'p',
    name: '甲',
    type: 'bank',
    department: '',
    address: '',
    officialChannel: '',
    note: '',
  } as const
  const added = { collection: 'parties', id: 'p', index: 0, before: null, after: party } as const

  it('adds, and removes again', () => {
    const with_ = applyChanges(document, [added], 4)
    expect(with_?.parties).toEqual([party])
    expect(with_ && applyChanges(with_, [{ ...added, before: party, after: null }], 5)).toEqual({
      ...document,
      revision: 5,
    })
  })

  it('refuses a change that does not fit what is cached', () => {
    expect(applyChanges(document, [{ ...added, before: party, after: null }], 4)).toBeNull()
  })
})

describe('what people press and type', () => {
  const press = { key: 'z', code: 'KeyZ', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false }

  it('tells undo from redo', () => {
    expect(matchesShortcut('mod+z', press)).toBe(true)
    expect(matchesShortcut('mod+z', { ...press, shiftKey: true })).toBe(false)
    expect(matchesShortcut('mod+shift+z', { ...press, key: 'Z', shiftKey: true })).toBe(true)
  })

  it('reads dates as people write them and names a day that does not exist', () => {
    for (const text of ['2026-1-5', '2026/01/05', '20260105', '2026年1月5日', '２０２６-1-5']) {
      expect(parseDate(text)).toEqual({ ok: true, value: localDate('2026-01-05') })
    }
    expect(parseDate('2026-02-30')).toEqual({ ok: false, error: { code: 'date_does_not_exist' } })
    expect(parseDate('soon')).toEqual({ ok: false, error: { code: 'date_unreadable' } })
  })

  it('lets style text through the trusted types policy and refuses markup', () => {
    expect(refuseMarkup('a{color:red}')).toBe('a{color:red}')
    expect(() => refuseMarkup('<img src=x onerror=1>')).toThrow(TypeError)
  })

  it('lets only built workers of this program be loaded as scripts', () => {
    const page = 'app://room/index.html'
    expect(ownWorkerOnly('/workers/stress-Ab_1.js', page)).toBe('app://room/workers/stress-Ab_1.js')
    for (const other of [
      '/assets/index.js',
      '/workers/../x.js',
      '//evil.test/workers/a.js',
      'data:,a',
      '/workers/a.js/b',
    ])
      expect(() => ownWorkerOnly(other, page), other).toThrow(TypeError)
  })
})
