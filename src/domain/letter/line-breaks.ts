/**
 * Where the lines of a text end, estimated from above without a browser.
 *
 * The typeface is one of a stack (Songti, SimSun, Noto Serif CJK), so a text is measured as two faces at once: SimSun, in
 * which every Latin letter, digit and space is half an em, and Noto Serif CJK, in which they are proportional. The face
 * with more lines counts. A Chinese character is one em in all of them.
 */
type Face = (character: string) => number

const HALF_WIDTH = /[\u0020-\u007e]/

const simSun: Face = (character) => (HALF_WIDTH.test(character) ? 0.5 : 1)

/** Advances of Noto Serif CJK SC in em, rounded up; what is not listed is one em. */
const NOTO_WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [0.27, " '"],
  [0.34, '!,-.:;()[]{|}/\\·°ijl'],
  [0.42, '"fIJt'],
  [0.5, '?`*rsz'],
  [0.57, '#$_0123456789‘’“”aceSgvxy'],
  [0.62, '+<=>^~oZLFk'],
  [0.67, 'bdhnpquBERTPé'],
  [0.75, 'ACDGKVXY'],
  [0.85, 'HNOQUw&—'],
  [0.98, '@%mM'],
  [1.06, 'W'],
]

const NOTO = new Map(
  NOTO_WIDTHS.flatMap(([width, characters]) => Array.from(characters).map((one) => [one, width] as const)),
)

const noto: Face = (character) => NOTO.get(character) ?? 1

const FACES: readonly Face[] = [simSun, noto]

/** A safety of a twentieth of an em for what rounding in the browser may add to a line. */
const SAFETY_EM = 0.05

/**
 * What a line may not be broken inside: a word with the marks around it. Closing marks never begin a line and opening
 * marks never end one (禁则), so they go with their neighbour.
 */
const PIECE = /[（《〈“‘【「]*(?:[!-~\u00A0-\u024F]+|[\s\S])[，。；：、！？）》〉”’】」…％]*/gu

/** Lines a text takes in a column, at least one. */
export const linesWithin = (text: string, widthEm: number, firstIndentEm = 0): number =>
  Math.max(...FACES.map((face) => breaksOf(text, face, widthEm, firstIndentEm).length + 1))

/** Up to where a text can go into so many lines, in every face. */
export const cutAfterLines = (text: string, lines: number, widthEm: number, firstIndentEm = 0): number =>
  Math.min(...FACES.map((face) => breaksOf(text, face, widthEm, firstIndentEm)[lines - 1] ?? text.length))

function breaksOf(text: string, face: Face, widthEm: number, firstIndentEm: number): readonly number[] {
  const room = widthEm - SAFETY_EM
  const breaks: number[] = []
  let used = firstIndentEm
  let at = 0
  for (const piece of text.match(PIECE) ?? []) {
    const width = Array.from(piece).reduce((sum, character) => sum + face(character), 0)
    // Spaces at a line's end hang outside it.
    const isSpace = piece.trim() === ''
    if (used + width <= room || isSpace) {
      used = Math.min(used + width, room)
      at += piece.length
      continue
    }
    if (used > 0 && at > 0) {
      breaks.push(at)
      used = 0
    }
    // A word longer than a line is broken anywhere.
    for (const character of piece) {
      const advance = face(character)
      if (used + advance > room && used > 0) {
        breaks.push(at)
        used = 0
      }
      used += advance
      at += character.length
    }
  }
  return breaks
}
