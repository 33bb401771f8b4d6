/** Onsets and rimes whose every pairing can be said aloud in Chinese and in English alike. */
const ONSETS = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 's', 't', 'w', 'y', 'z', 'j']
const RIMES = ['a', 'e', 'i', 'o', 'u', 'an', 'en', 'in']
const SYLLABLES_IN_A_WORD = 3
const WORDS = 5

/** Bytes of chance for one phrase: one for each syllable, of which seven bits count. */
export const PHRASE_BYTES = SYLLABLES_IN_A_WORD * WORDS

/**
 * Five made-up words of three syllables: 128 syllables, so 7 bits each and 105 bits in all. Made up rather than drawn from
 * a list, so that no word of it is in any dictionary and none has to be shipped.
 */
export function passphrase(chance: Uint8Array): string {
  if (chance.length !== PHRASE_BYTES) throw new RangeError(`a phrase takes ${PHRASE_BYTES} bytes`)
  const syllables = [...chance].map((byte) => `${ONSETS[byte & 15]}${RIMES[(byte >> 4) & 7]}`)
  return Array.from({ length: WORDS }, (_unused, word) =>
    syllables.slice(word * SYLLABLES_IN_A_WORD, (word + 1) * SYLLABLES_IN_A_WORD).join(''),
  ).join(' ')
}
