import { useApp } from '../state/app-context'

/** An instant in milliseconds as people write it, in this computer's zone. */
export function useInstantText(): (instant: number, precision: 'day' | 'minute') => string {
  const language = useApp((state) => state.preferences.language)
  return (instant, precision) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      ...(precision === 'minute' ? { timeStyle: 'short' as const } : {}),
    }).format(instant)
}
