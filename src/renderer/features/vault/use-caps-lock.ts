import { useState, type KeyboardEvent } from 'react'

/** Whether Caps Lock is on while a password is typed. */
export function useCapsLock() {
  const [isOn, setOn] = useState(false)
  const look = (event: KeyboardEvent): void => setOn(event.getModifierState('CapsLock'))
  return { isOn, handlers: { onKeyDown: look, onKeyUp: look } }
}
