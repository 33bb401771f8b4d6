import { openPack } from '#adapters/node/bag-source'
import { sha256Text } from '#adapters/node/sha256-text'
import { verifyBag } from '#domain/evidence/verify-bag'
import { verifyChainFile } from '#domain/evidence/verify-chain-file'
import { CliError } from './cli-error'

/** `evidence verify PACK`: every file of a pack against its lists, and its chain of custody against itself. */
export async function verifyPackCommand(path: string): Promise<object> {
  const opened = await openPack(path)
  if (!opened.ok) throw new CliError({ code: 'pack_not_read', reason: opened.reason })
  const { bag, close } = opened
  try {
    const problems = await verifyBag(bag)
    const text = bag.paths.includes('data/custody.json') ? await bag.text('data/custody.json') : null
    const chain = text === null ? null : verifyChainFile(text, sha256Text)
    if (problems.length > 0 || chain?.state === 'broken' || chain?.state === 'unreadable')
      throw new CliError({ code: 'pack_not_whole', problems: problems.slice(0, 100), count: problems.length, chain })
    const manifest = bag.paths.includes('manifest-sha256.txt') ? await bag.hash('manifest-sha256.txt', 'sha256') : null
    return { files: bag.paths.filter((name) => name.startsWith('data/')).length, manifestSha256: manifest, chain }
  } finally {
    close()
  }
}
