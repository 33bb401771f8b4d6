const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** A size as people read it: 1,536 bytes are 1.5 KB. */
export function sizeText(bytes: number): string {
  let size = bytes
  let unit = 0
  for (; size >= 1024 && unit < UNITS.length - 1; unit += 1) size /= 1024
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? 'B'}`
}
