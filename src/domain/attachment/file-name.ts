/** Longest name that is kept, in UTF-16 units. */
const MAX_LENGTH = 200

/** Endings stay whole when a name is shortened: `.jpeg`, `.docx`. */
const ENDING = /\.[^.\s]{1,12}$/

/** A name as it is kept: text of one length, whatever was given. It is shown and never used as a path. */
export function keptName(given: string): string {
  // A half of a surrogate pair is no character and cannot be written as UTF-8.
  const text = given.replace(LONE_SURROGATE, '\u{fffd}')
  if (text.length <= MAX_LENGTH) return text
  const ending = ENDING.exec(text)?.[0] ?? ''
  return `${text.slice(0, MAX_LENGTH - ending.length - 1).replace(LONE_SURROGATE, '')}…${ending}`
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\ud800-\udfff]/g

/**
 * Controls, marks that turn the direction of writing, and characters without width: with them `gpj.exe` can look like
 * `exe.jpg`.
 *
 * Source  Unicode TR 36, 2.10; UAX 9, 2.
 */
const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]/g

/** A name to show: what could not be seen in it is written out, as `⟨U+202E⟩`. */
export const shownName = (name: string): string => name.replace(UNSEEN, (character) => `⟨U+${codeOf(character)}⟩`)

const codeOf = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** Names that are devices on Windows, with any ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i

/** A name under which a copy can be saved on any system: one file in the folder the person chooses, and nothing else. */
export function nameForDisk(name: string): string {
  const plain = name
    .replace(UNSEEN, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (plain === '') return 'file'
  const safe = DEVICE.test(plain) ? `_${plain}` : plain
  return shortened(safe)
}

/** Bytes file systems take of one name, with room for what a browser adds to it: ` (1)`. */
const MAX_BYTES = 200

function shortened(name: string): string {
  if (utf8Bytes(name) <= MAX_BYTES) return name
  const ending = ENDING.exec(name)?.[0] ?? ''
  const kept = Array.from(name.slice(0, name.length - ending.length))
  while (utf8Bytes(kept.join('') + ending) > MAX_BYTES) kept.pop()
  return `${kept.join('').trimEnd()}${ending}`
}

const utf8Bytes = (text: string): number =>
  Array.from(text).reduce((total, character) => {
    const code = character.codePointAt(0) ?? 0
    return total + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)
  }, 0)
