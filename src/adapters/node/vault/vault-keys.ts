/** A master key and the count of key changes under which it came into use. */
export interface MasterKey {
  readonly version: number
  readonly key: Uint8Array
}

/** The keys of an open vault, in this process's memory only. `current` changes when slots or keys are changed. */
export interface VaultKeys {
  readonly vaultId: string
  readonly current: MasterKey
  /** The master key before the current one, while a renewal is not finished. */
  readonly earlier: Uint8Array | null
}
