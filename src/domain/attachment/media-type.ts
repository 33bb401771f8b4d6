/** What is said of a file nothing is known of. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** Other names browsers give the same thing. */
const SAME: Readonly<Record<string, string>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-aac': 'audio/aac',
  'audio/x-flac': 'audio/flac',
  'video/x-m4v': 'video/mp4',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
}

/** Where the browser says nothing: recordings of Chinese phones above all. */
const BY_ENDING: Readonly<Record<string, string>> = {
  aac: 'audio/aac',
  amr: 'audio/amr',
  flac: 'audio/flac',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
}

/**
 * The media type of a file by what the browser says and by its name. It only chooses how the page offers to show a file: the
 * shells send nothing for showing but pictures, sound and video, so a false one gains nothing.
 */
export function mediaTypeOf(claimed: string, name: string): string {
  const type = (claimed.toLowerCase().split(';')[0] ?? '').trim()
  if (/^[a-z0-9][a-z0-9.+-]{0,63}\/[a-z0-9][a-z0-9.+-]{0,99}$/.test(type) && type !== UNKNOWN_TYPE)
    return SAME[type] ?? type
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return (Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined) ?? UNKNOWN_TYPE
}

export type ShownAs = 'image' | 'audio' | 'video'

const SHOWN: Readonly<Record<string, ShownAs>> = {
  'audio/aac': 'audio',
  'audio/flac': 'audio',
  'audio/mp4': 'audio',
  'audio/mpeg': 'audio',
  'audio/ogg': 'audio',
  'audio/wav': 'audio',
  'audio/webm': 'audio',
  'image/gif': 'image',
  'image/jpeg': 'image',
  'image/png': 'image',
  'image/webp': 'image',
  'video/mp4': 'video',
  'video/ogg': 'video',
  'video/quicktime': 'video',
  'video/webm': 'video',
}

/** How the page shows a file of this type; null: only a copy of it can be saved. SVG and HTML are never shown. */
export const shownAs = (mediaType: string): ShownAs | null =>
  (Object.hasOwn(SHOWN, mediaType) ? SHOWN[mediaType] : undefined) ?? null
