import { useEffect, useState } from 'react'

/** Counts down whole seconds until the next try is heard. */
export function useWait(initialMs: number): readonly [number, (ms: number) => void] {
  const [seconds, setSeconds] = useState(Math.ceil(initialMs / 1000))
  useEffect(() => {
    if (seconds <= 0) return
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  return [seconds, (ms) => setSeconds(Math.ceil(ms / 1000))]
}
