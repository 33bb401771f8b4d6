import type { FsPort, TriesPort } from '#services/ports'
import { writeDurably } from './write-durably'

const NAME = 'tries'

/** `<vault>/tries`: how many wrong keys were tried in a row, as digits. A missing or unreadable file means none. */
export const vaultTries = (fs: FsPort, vault: string): TriesPort => ({
  async read() {
    try {
      const text = Buffer.from(await fs.read(`${vault}/${NAME}`)).toString('latin1')
      return /^\d{1,6}$/.test(text) ? Number(text) : 0
    } catch {
      return 0
    }
  },
  async write(count) {
    if (count === 0) {
      await fs.remove(`${vault}/${NAME}`)
      return
    }
    const bytes = Buffer.from(String(count), 'latin1')
    await writeDurably(fs, vault, NAME, bytes, (readBack) => Buffer.compare(readBack, bytes) === 0)
  },
})
