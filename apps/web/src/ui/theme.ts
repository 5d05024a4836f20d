import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { type Look, STATE_TONES, STATES, SURFACE } from './palette.ts';

const teal: MantineColorsTuple = [
  '#eaf6f5',
  '#d3ebe9',
  '#abd8d5',
  '#7fc3be',
  '#52aca8',
  '#2f918d',
  '#1c7b78',
  '#0f6563',
  '#0a514f',
  '#063d3c',
];

/** Dark surfaces with a breath of the accent, so that fields and page are of one family. */
const dark: MantineColorsTuple = [
  '#e6ecec',
  '#c4cfcf',
  '#a5b2b2',
  '#7e8b8b',
  '#3a4545',
  '#2c3535',
  '#1f2626',
  '#171c1c',
  '#101414',
  '#0a0d0d',
];

/** Hints stand above the field: below it the phone's keyboard hides them. */
const inputParts = {
  inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[],
};

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, dark },
  fontFamily: "'Golos Text Variable', system-ui, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  focusRing: 'always',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // By name and not by `X.extend`: that would pull every component named here into the first screen.
  components: {
    Button: { defaultProps: { size: 'sm', loaderProps: { type: 'dots' } } },
    Anchor: { defaultProps: { underline: 'always' } },
    TextInput: { defaultProps: inputParts },
    PasswordInput: { defaultProps: inputParts },
    Textarea: { defaultProps: { ...inputParts, autosize: true, minRows: 2 } },
    NativeSelect: { defaultProps: inputParts },
    Select: { defaultProps: inputParts },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
  },
});

/** The colours as CSS variables; `more` picks the high-contrast look of either scheme. */
export function colourVariables(more: boolean): CSSVariablesResolver {
  return () => ({
    variables: {},
    light: variablesOf(more ? 'lightContrast' : 'light', more),
    dark: variablesOf(more ? 'darkContrast' : 'dark', more),
  });
}

function variablesOf(look: Look, more: boolean): Record<string, string> {
  const surface = SURFACE[look];
  const variables: Record<string, string> = {
    '--mantine-color-body': surface.body,
    '--mantine-color-text': surface.text,
    '--mantine-color-dimmed': surface.dimmed,
    '--mantine-color-placeholder': surface.dimmed,
    '--mantine-color-default': surface.body,
    '--mantine-color-default-color': surface.text,
    '--mantine-color-default-border': more ? surface.text : surface.line,
    '--mantine-color-default-hover': surface.raised,
    '--mantine-color-anchor': surface.accent,
    '--mantine-color-error': STATES[look].late.text,
    '--mantine-color-disabled-color': surface.dimmed,
    '--mantine-primary-color-light': STATES[look].open.ground,
    '--mantine-primary-color-light-color': surface.accent,
    '--mantine-color-teal-light': STATES[look].open.ground,
    '--mantine-color-teal-light-color': surface.accent,
    // Under the mouse: Mantine's own mixture is too near to the letters.
    '--mantine-color-teal-light-hover': STATES[look].open.ground,
    '--mantine-color-teal-text': surface.accent,
    '--mantine-color-teal-outline': surface.accent,
    '--surface-raised': surface.raised,
    '--surface-line': surface.line,
    '--accent': surface.accent,
  };
  for (const tone of STATE_TONES) {
    variables[`--state-${tone}-text`] = STATES[look][tone].text;
    variables[`--state-${tone}-ground`] = STATES[look][tone].ground;
    variables[`--state-${tone}-line`] = STATES[look][tone].line;
  }
  return variables;
}
