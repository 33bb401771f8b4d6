import { blobUrl, revokeBlobUrl } from '../shell/blob-urls'

/** Hands the person a file made in the page. Nothing leaves the machine. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = blobUrl(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => revokeBlobUrl(url), 60_000)
}

export const downloadText = (name: string, type: string, text: string): void =>
  downloadBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))
