import { describe, expect, it } from 'vitest'
import { keptName, nameForDisk, shownName } from '#domain/attachment/file-name'
import { mediaTypeOf, shownAs } from '#domain/attachment/media-type'

describe('the name of a file', () => {
  it('shows what could not be seen in it', () => {
    expect(shownName('gpj.\u202eexe')).toBe('gpj.⟨U+202E⟩exe')
    expect(shownName('x\u0000\u200b.png')).toBe('x⟨U+0000⟩⟨U+200B⟩.png')
    expect(shownName('合同（二）.pdf')).toBe('合同（二）.pdf')
  })

  it('is kept as it is, only shorter, and never half a character', () => {
    expect(keptName('../../etc/passwd')).toBe('../../etc/passwd')
    expect(keptName(`${'录'.repeat(300)}.jpeg`)).toMatch(/^录{194}….jpeg$/)
    expect(keptName('\ud800.png')).toBe('\ufffd.png')
    expect(keptName(`${'😀'.repeat(150)}.png`)).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  })

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.dll', 'C__Windows_x.dll'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['trailing. ', 'trailing'],
    ['gpj.\u202eexe', 'gpj.exe'],
    ['\u0000', 'file'],
    ['..', 'file'],
  ])('%j becomes %j for a copy on disk', (name, expected) => {
    expect(nameForDisk(name)).toBe(expected)
  })

  it('fits a file system with its ending whole', () => {
    const name = nameForDisk(`${'录'.repeat(300)}.jpeg`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
    expect(name.endsWith('录.jpeg')).toBe(true)
  })
})

describe('the media type of a file', () => {
  it('is what the browser says under its usual name, or what the ending says', () => {
    expect(mediaTypeOf('audio/x-wav', 'a.wav')).toBe('audio/wav')
    expect(mediaTypeOf('IMAGE/PNG; q=1', 'a')).toBe('image/png')
    expect(mediaTypeOf('', '通话.AMR')).toBe('audio/amr')
    expect(mediaTypeOf('no type\n', 'a.constructor')).toBe('application/octet-stream')
  })

  it('never lets a document, a drawing or a page be shown', () => {
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf', 'application/xhtml+xml', '__proto__'])
      expect(shownAs(type)).toBeNull()
    expect(['image/png', 'audio/wav', 'video/mp4'].map(shownAs)).toEqual(['image', 'audio', 'video'])
  })
})
