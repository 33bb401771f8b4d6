/** Clock times as people type them: `22:14`, `2214`, `9.05`, `9点5分`, `21点半`. Full-width digits too. Null: none of these. */
export function parseClock(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found =
    /^(\d{1,2})[:.](\d{1,2})(?::(\d{2}))?$/.exec(plain) ??
    /^(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2})[点时](?:(\d{1,2})分?|(半)|整)?$/.exec(plain)
  if (!found) return null
  const hours = Number(found[1])
  const minutes = found[3] === '半' ? 30 : Number(found[2] ?? 0)
  const seconds = found[3] === undefined || found[3] === '半' ? null : Number(found[3])
  if (hours > 23 || minutes > 59 || (seconds ?? 0) > 59) return null
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(hours)}:${two(minutes)}${seconds === null ? '' : `:${two(seconds)}`}`
}
