import { PAGE_ORIGIN } from './app-scheme'

interface Frame {
  readonly url: string
  readonly parent: unknown
}

/** Whether a message comes from the main frame of our own page. Chromium gives the address in its one canonical form. */
export const isOurPage = (frame: Frame | null): boolean =>
  frame?.parent === null && frame.url.startsWith(`${PAGE_ORIGIN}/`)
