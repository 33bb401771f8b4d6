import type { ReactNode } from 'react'

/**
 * What was typed, said back under its field: read out politely while typing, and with the field when it is reached (it
 * takes the place of the input's message, which the input names as its description). Stays in place when empty, because a
 * live region must be there before its text.
 */
export const echoProps = (text: string | null) => ({
  success: <Echo>{text}</Echo>,
  withSuccessStyles: false,
  successProps: { className: 'echo' },
})

function Echo({ children }: { readonly children: ReactNode }) {
  return <span aria-live="polite">{children}</span>
}
