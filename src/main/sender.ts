import { PAGE_ORIGIN } from './app-scheme'

interface Frame {
  readonly url: string
  readonly parent: unknown
}

/** Whether a message comes from the main frame of our own page. */
export function isOurPage(frame: Frame | null): boolean {
  if (frame?.parent !== null) return false
  try {
    const { protocol, host } = new URL(frame.url)
    return `${protocol}//${host}` === PAGE_ORIGIN
  } catch {
    return false
  }
}
