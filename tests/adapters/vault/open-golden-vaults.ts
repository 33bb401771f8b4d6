import { cryptoIsSound } from '#adapters/node/vault/known-answers'
import { GOLDEN_KEYS, openCopy } from './golden-vaults'

// Run by the runtime under test: says what each golden vault holds, as one line of JSON.
const found: Record<string, unknown> = {}
for (const [vault, key] of Object.entries(GOLDEN_KEYS)) {
  const { opened, document, state } = await openCopy(vault, key)
  found[vault] = { ok: opened.ok, state, loans: document?.loans.length ?? 0, isSample: document?.settings.isSample }
}
const isElectron = 'electron' in process.versions
process.stdout.write(`${JSON.stringify({ isElectron, isSound: await cryptoIsSound(), found })}\n`)
