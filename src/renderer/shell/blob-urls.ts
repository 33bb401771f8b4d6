const open = new Set<string>()

/** The address of a file in the page's memory. Every one is made here, so that all can be taken back at once. */
export function blobUrl(blob: Blob): string {
  const url = URL.createObjectURL(blob)
  open.add(url)
  return url
}

export function revokeBlobUrl(url: string): void {
  URL.revokeObjectURL(url)
  open.delete(url)
}

/** The vault was shut: what the page holds of it is no longer to be had. */
export function revokeBlobUrls(): void {
  for (const url of open) revokeBlobUrl(url)
}
