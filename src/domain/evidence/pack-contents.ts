import type { Attachment } from '#domain/attachment/attachment'
import { nameForDisk } from '#domain/attachment/file-name'
import type { CaseDocument } from '#domain/case-document'
import { inOrder } from '#domain/contact/contact'
import type { LoggedContact } from '#domain/contact/logged-contact'
import type { LocalDate } from '#domain/calendar/local-date'
import { hideOthers, NOTHING_HIDDEN, type OthersHidden } from '#domain/escalation/papers/hide-others'
import { contactLines } from '#domain/escalation/papers/contact-lines'
import type { ComplaintWords } from '#domain/escalation/papers/complaint-words'
import { paperDate } from '#domain/escalation/papers/paper-parts'
import type { LetterPaper } from '#domain/letter/blocks'
import { fill } from '#domain/letter/words'
import type { CustodyEntry } from './custody'
import type { EvidencePack, Exhibit } from './exhibit'

type Words<K extends string> = Readonly<Record<K, string>>

/** The words of packs in one language: data in `resources/evidence`, an argument here. */
export interface PackWords {
  readonly folder: Words<'originals'>
  readonly file: Words<'index' | 'sheet' | 'custody' | 'chain' | 'how'>
  readonly title: string
  readonly heading: Words<'exhibits' | 'contacts'>
  readonly facts: Words<'submitter' | 'on' | 'copy'>
  readonly copy: Words<'full' | 'share'>
  readonly left: string
  readonly fileLine: string
  readonly signer: string
  readonly sheet: Words<
    | 'exhibits'
    | 'contacts'
    | 'number'
    | 'title'
    | 'source'
    | 'proves'
    | 'original'
    | 'madeOn'
    | 'files'
    | 'hash'
    | 'line'
  >
  readonly chain: Words<'line' | 'taken' | 'found' | 'removed' | 'restored' | 'packed'>
  readonly how: readonly string[]
  readonly description: string
}

/** An original that goes into a pack, under the name it has there. */
export interface PackedOriginal {
  readonly attachment: Attachment
  readonly path: string
}

/** Everything a pack holds beside the originals' bytes. */
export interface PackContents {
  readonly originals: readonly PackedOriginal[]
  /** Originals that stay out: other people are in them, or their bytes are not here. */
  readonly left: readonly Attachment[]
  readonly paper: LetterPaper
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[]
  readonly texts: readonly { readonly path: string; readonly text: string }[]
  readonly description: string
}

interface PackInput {
  readonly document: CaseDocument
  readonly exhibitIds: readonly string[]
  readonly copy: EvidencePack['copy']
  readonly language: 'zh-CN' | 'en'
  readonly on: LocalDate
  readonly words: PackWords
  readonly complaint: ComplaintWords
}

/**
 * What goes into a pack: the index by 证据规定 19, the contacts that the exhibits prove, the chain of custody, and how to
 * check all of it. A copy to share names nobody near the debtor and leaves out originals in which others are.
 */
export function packContents(input: PackInput): PackContents {
  const { document, copy, words, complaint, on, language } = input
  const { sender } = document.settings
  const hide =
    copy === 'full'
      ? NOTHING_HIDDEN
      : hideOthers({ document, words: complaint, ownName: sender.name, ownPhone: sender.phone })
  const chosen = document.exhibits.flatMap((exhibit, at) =>
    input.exhibitIds.includes(exhibit.id) ? [{ exhibit, number: at + 1 }] : [],
  )
  const files = new Map(document.attachments.map((file) => [file.id, file]))
  // A file that shows others in one exhibit shows them in every other that names it.
  const showing = new Set(
    document.exhibits.flatMap(({ showsOthers, attachmentIds }) => (showsOthers ? attachmentIds : [])),
  )
  const originals: PackedOriginal[] = []
  const left: Attachment[] = []
  const pathOf = new Map<string, string>()
  for (const { exhibit, number } of chosen)
    for (const [place, id] of exhibit.attachmentIds.entries()) {
      const attachment = files.get(id)
      if (!attachment || pathOf.has(id)) continue
      const path = `${words.folder.originals}/${two(number)}-${place + 1} ${nameInBag(hide.text(attachment.name))}`
      pathOf.set(id, path)
      if (copy === 'share' && showing.has(id)) left.push(attachment)
      else originals.push({ attachment, path })
    }
  const leftIds = new Set(left.map(({ id }) => id))
  const ids = new Set(chosen.flatMap(({ exhibit }) => exhibit.contactIds))
  const contacts = inOrder(document.contacts.filter(({ id }) => ids.has(id))) as readonly LoggedContact[]
  const lines = contactLines({
    words: complaint,
    contacts,
    parties: document.parties,
    exhibits: document.exhibits,
    exhibitIds: new Set(input.exhibitIds),
    hide,
  })
  const packed = new Set([...originals.map(({ attachment }) => attachment.id), ...leftIds])
  const chain = document.custody.filter(({ subjectId }) => packed.has(subjectId))
  return {
    originals,
    left,
    description: words.description,
    paper: indexPaper(input, chosen, { hide, files, leftIds, lines }),
    sheets: [
      { name: words.sheet.exhibits, rows: exhibitRows(words, chosen, hide, files, leftIds) },
      { name: words.sheet.contacts, rows: [[words.sheet.line], ...lines.map((line) => [line])] },
    ],
    texts: [
      { path: words.file.custody, text: chainText(words, chain, hide) },
      // Every entry, so that the chain can be computed anew; of a copy to share only its hashes, as names may be others'.
      { path: words.file.chain, text: chainJson(document.custody, copy, language) },
      { path: words.file.how, text: `${words.how.join('\n')}\n` },
    ],
  }

  function indexPaper(
    { document: { settings } }: PackInput,
    items: typeof chosen,
    {
      hide: shown,
      files: all,
      leftIds: out,
      lines: contactsSaid,
    }: {
      readonly hide: OthersHidden
      readonly files: ReadonlyMap<string, Attachment>
      readonly leftIds: ReadonlySet<string>
      readonly lines: readonly string[]
    },
  ): LetterPaper {
    return {
      language,
      footer: complaint.footer,
      blocks: [
        { type: 'title', text: words.title },
        {
          type: 'facts',
          pairs: [
            { label: words.facts.submitter, value: settings.sender.name },
            { label: words.facts.on, value: paperDate(complaint, on) },
            { label: words.facts.copy, value: words.copy[copy] },
          ].filter(({ value }) => value !== ''),
        },
        { type: 'heading', text: words.heading.exhibits },
        ...items.flatMap(({ exhibit, number }) => [
          { type: 'paragraph' as const, text: exhibitText(complaint, exhibit, number, shown), indent: false },
          {
            type: 'list' as const,
            items: exhibit.attachmentIds.flatMap((id) => {
              const file = all.get(id)
              return file
                ? [
                    fill(words.fileLine, { name: nameIn(id, file, shown), hash: file.sha256 }) +
                      (out.has(id) ? words.left : ''),
                  ]
                : []
            }),
          },
        ]),
        ...(contactsSaid.length === 0
          ? []
          : [
              { type: 'heading' as const, text: words.heading.contacts },
              { type: 'list' as const, items: contactsSaid },
            ]),
        { type: 'signature', signer: words.signer, date: paperDate(complaint, on) },
      ],
    }
  }

  function nameIn(id: string, file: Attachment, shown: OthersHidden): string {
    return pathOf.get(id) ?? shown.text(file.name)
  }
}

/** A per cent sign is written otherwise in the lists of a bag, where other tools then do not find the file. */
const nameInBag = (name: string): string => nameForDisk(name).replaceAll('%', '_')

const two = (number: number): string => String(number).padStart(2, '0')

function exhibitText(
  { exhibit: say, list }: ComplaintWords,
  exhibit: Exhibit,
  number: number,
  { text }: OthersHidden,
): string {
  return (
    [
      fill(say.line, { number, title: text(exhibit.title) }),
      ...(exhibit.source === '' ? [] : [fill(say.source, { words: text(exhibit.source) })]),
      ...(exhibit.proves === '' ? [] : [fill(say.proves, { words: text(exhibit.proves) })]),
      ...(exhibit.originalKept === '' ? [] : [fill(say.original, { words: text(exhibit.originalKept) })]),
    ].join(list.semicolon) + list.stop
  )
}

function exhibitRows(
  { sheet, left }: PackWords,
  items: readonly { readonly exhibit: Exhibit; readonly number: number }[],
  { text }: OthersHidden,
  files: ReadonlyMap<string, Attachment>,
  leftIds: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const head = [
    sheet.number,
    sheet.title,
    sheet.source,
    sheet.proves,
    sheet.original,
    sheet.madeOn,
    sheet.files,
    sheet.hash,
  ]
  const rows = items.flatMap(({ exhibit, number }) => {
    const own = exhibit.attachmentIds.flatMap((id) => files.get(id) ?? [])
    const of = (file: Attachment | undefined): readonly string[] => [
      String(number),
      text(exhibit.title),
      text(exhibit.source),
      text(exhibit.proves),
      text(exhibit.originalKept),
      exhibit.madeOn ?? '',
      file ? text(file.name) + (leftIds.has(file.id) ? left : '') : '',
      file?.sha256 ?? '',
    ]
    return own.length === 0 ? [of(undefined)] : own.map(of)
  })
  return [head, ...rows]
}

const chainText = ({ chain }: PackWords, entries: readonly CustodyEntry[], { text }: OthersHidden): string =>
  entries
    .map((entry) =>
      fill(chain.line, {
        at: new Date(entry.at).toISOString(),
        act: chain[entry.act],
        name: text(entry.name),
        bytes: entry.sizeBytes,
        hash: entry.sha256,
      }),
    )
    .map((line) => `${line}\n`)
    .join('')

function chainJson(custody: readonly CustodyEntry[], copy: EvidencePack['copy'], language: 'zh-CN' | 'en'): string {
  const entries =
    copy === 'full' ? custody : custody.map(({ previous, hash, act, at }) => ({ previous, hash, act, at }))
  return `${JSON.stringify({ chain: 'breathing-room-custody', version: 1, copy, language, entries }, null, 2)}\n`
}
