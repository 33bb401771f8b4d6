import { Protection } from './protection'

/** `#/security`. */
export function SecurityRoom() {
  return (
    <div className="centre stack">
      <Protection />
    </div>
  )
}
