import type { IncomingMessage } from 'node:http'

export type Body = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: 400 | 413 }

/** The JSON of a request of at most `limitBytes`; one that says it is larger is refused before a byte of it is read. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<Body> {
  const tooLarge: Body = { ok: false, status: 413 }
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limitBytes) return tooLarge
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }
  } catch {
    return { ok: false, status: 400 }
  }
}
