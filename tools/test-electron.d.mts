export interface FoundElectron {
  readonly path: string
  readonly version: string
  readonly isPinned: boolean
}
export function pinnedElectron(): FoundElectron | null
export function testElectron(): FoundElectron
