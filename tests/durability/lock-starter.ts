import { acquireVaultLock } from '#adapters/node/vault/vault-lock'

// One starter: says what it got, keeps what it holds until it is killed.
const lock = await acquireVaultLock(process.argv[2] ?? '', () => process.send?.('asked'))
process.send?.(lock.held ? 'held' : 'refused')
if (!lock.held) process.disconnect()
