import type { Reply } from '#contract/errors'
import type { MediaSource } from '#contract/media-answer'
import type { Output } from '#contract/procedures'

type Call = (name: string, input: unknown) => Promise<Reply<unknown>>

/** Pictures and recordings as the host hands them out; while the vault is shut there are none. */
export const hostMedia = (call: Call): MediaSource => ({
  async look(token) {
    const reply = await call('media.look', { token })
    return reply.ok ? (reply.value as Output<'media.look'>).found : null
  },
  async piece(token, start, length) {
    const reply = await call('media.piece', { token, start, length })
    const base64 = reply.ok ? (reply.value as Output<'media.piece'>).base64 : null
    return base64 === null ? null : Buffer.from(base64, 'base64')
  },
})
