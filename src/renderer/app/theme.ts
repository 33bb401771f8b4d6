import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const teal: MantineColorsTuple = [
  '#f0f7f5',
  '#e3efec',
  '#c9dfda',
  '#a9cbc3',
  '#7fc3b6',
  '#4b8d83',
  '#2f6f67',
  '#275e57',
  '#1e3a36',
  '#152a27',
]
const amber: MantineColorsTuple = [
  '#fdf8ec',
  '#fbf1dc',
  '#f2dfb4',
  '#e6cf9c',
  '#e0b25f',
  '#b27b22',
  '#85560c',
  '#6e4708',
  '#3a2f17',
  '#2a2110',
]

/** The theme; the one word in it labels the button that closes a message. */
export const createAppTheme = (closeLabel: string) =>
  createTheme({
    primaryColor: 'teal',
    primaryShade: { light: 6, dark: 4 },
    autoContrast: true,
    colors: { teal, amber },
    fontFamily: 'var(--font)',
    defaultRadius: 9,
    cursorType: 'pointer',
    respectReducedMotion: true,
    lineHeights: { xs: '1.6', sm: '1.6', md: '1.65', lg: '1.65', xl: '1.65' },
    focusRing: 'auto',
    components: {
      // `off` also keeps the browser from writing what is typed into its session and its form history.
      Input: { defaultProps: { size: 'sm', autoComplete: 'off' } },
      // Hints stand below, so that fields side by side stay in one line.
      InputWrapper: { defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
      Button: {
        defaultProps: { size: 'sm' },
        // The dark scheme fills with a light teal: its words are dark.
        vars: (_theme: unknown, props: { variant?: string }) =>
          props.variant === undefined || props.variant === 'filled'
            ? { root: { '--button-color': 'var(--on-teal)', '--button-hover': 'var(--teal-7)' } }
            : { root: {} },
      },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': closeLabel } } },
      // Tooltips and menus appear at once: movement tires.
      Popover: { defaultProps: { transitionProps: { duration: 0 } } },
      Modal: { defaultProps: { transitionProps: { duration: 0 } } },
      Drawer: { defaultProps: { transitionProps: { duration: 0 } } },
    },
  })

/** Mantine's own variables point at the tokens of `styles/tokens.css`, so both schemes have one source. */
export const tokenVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sand-2)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--amber-6)',
    '--mantine-color-anchor': 'var(--teal-7)',
    '--input-bd': 'var(--field-line)',
  }
  return { variables: {}, light: shared, dark: shared }
}
