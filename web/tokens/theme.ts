import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
  Popover,
  SegmentedControl,
  Select,
  TextInput,
  Tooltip,
} from '@mantine/core'

/** Every shade is one variable: light and dark differ in the variables, not in the theme. */
const shades = (name: string) => Array.from({ length: 10 }, () => `var(--${name})`) as unknown as MantineColorsTuple

const small = { size: 'xs' }

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: shades('accent') },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: {
    xs: 'var(--text-13)',
    sm: 'var(--text-13)',
    md: 'var(--text-14)',
    lg: 'var(--text-16)',
    xl: 'var(--text-20)',
  },
  spacing: {
    xs: 'var(--space-1)',
    sm: 'var(--space-2)',
    md: 'var(--space-3)',
    lg: 'var(--space-4)',
    xl: 'var(--space-6)',
  },
  radius: {
    xs: 'var(--corner-small)',
    sm: 'var(--corner)',
    md: 'var(--corner)',
    lg: 'var(--corner)',
    xl: 'var(--corner)',
  },
  shadows: {
    xs: 'none',
    sm: 'var(--shadow-float)',
    md: 'var(--shadow-float)',
    lg: 'var(--shadow-sheet)',
    xl: 'var(--shadow-sheet)',
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'var(--control-small)' } }),
    Button: Button.extend({ defaultProps: { ...small, variant: 'default' } }),
    InputWrapper: InputWrapper.extend({
      styles: {
        label: {
          marginBottom: 'var(--space-1)',
          color: 'var(--ink-soft)',
          fontSize: 'var(--text-12)',
          fontWeight: 500,
        },
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'sm', transitionProps: { duration: 80 } } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { ...small, transitionDuration: 120 } }),
    Select: Select.extend({ defaultProps: { ...small, allowDeselect: false } }),
    TextInput: TextInput.extend({ defaultProps: small }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: { duration: 80 } } }),
  },
})

const shared: Readonly<Record<string, string>> = {
  '--mantine-font-weight-medium': '500',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-error': 'var(--worse)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--outline)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-faint)',
  '--mantine-color-disabled-border': 'var(--hairline)',
  '--mantine-color-accent-text': 'var(--accent-ink)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-hover': 'var(--selected)',
  '--mantine-color-accent-light-color': 'var(--accent-ink)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--ink-soft)',
}

/** Greys that Mantine reaches for by number, as the words of our own. */
const greys = (name: 'gray' | 'dark', words: readonly string[]) =>
  Object.fromEntries(words.map((word, shade) => [`--mantine-color-${name}-${shade}`, `var(--${word})`]))

const light = ['hover', 'hover', 'hairline', 'hairline', 'outline', 'ink-faint', 'ink-faint', 'ink-soft', 'ink', 'ink']
const dark = ['ink', 'ink-soft', 'ink-faint', 'ink-faint', 'outline', 'hover', 'raised', 'surface', 'sunken', 'ground']

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...shared, ...greys('gray', light) },
  dark: { ...shared, ...greys('dark', dark) },
})
