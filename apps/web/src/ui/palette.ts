/** Colours of the states and of the surfaces they stand on, for three looks. Checked for contrast by palette.test.ts. */

export const STATE_TONES = ['done', 'soon', 'late', 'onRequest', 'awaiting', 'open', 'quiet'] as const;
export type StateTone = (typeof STATE_TONES)[number];

export const LOOKS = ['light', 'dark', 'lightContrast', 'darkContrast'] as const;
export type Look = (typeof LOOKS)[number];

type Ink = { readonly text: string; readonly ground: string; readonly line: string };

export const SURFACE: Record<
  Look,
  { body: string; raised: string; text: string; dimmed: string; line: string; accent: string }
> = {
  light: { body: '#ffffff', raised: '#f6f8f8', text: '#1b2323', dimmed: '#566161', line: '#d5dcdc', accent: '#0f6563' },
  dark: { body: '#171c1c', raised: '#1f2626', text: '#e6ecec', dimmed: '#a5b2b2', line: '#3a4545', accent: '#7fd0ca' },
  lightContrast: {
    body: '#ffffff',
    raised: '#ffffff',
    text: '#000000',
    dimmed: '#2a2f2f',
    line: '#4d5757',
    accent: '#004443',
  },
  darkContrast: {
    body: '#000000',
    raised: '#000000',
    text: '#ffffff',
    dimmed: '#dde5e5',
    line: '#b4bfbf',
    accent: '#a9f0ea',
  },
};

export const STATES: Record<Look, Record<StateTone, Ink>> = {
  light: {
    done: { text: '#14532d', ground: '#e2f3e7', line: '#a9d5b7' },
    soon: { text: '#734000', ground: '#fdf0d6', line: '#ebcd92' },
    late: { text: '#98191b', ground: '#fde9e8', line: '#f0b7b5' },
    onRequest: { text: '#2f3f94', ground: '#e9edfb', line: '#bac5ee' },
    awaiting: { text: '#5a2a82', ground: '#f3e9fb', line: '#d6bdea' },
    open: { text: '#0f5856', ground: '#e3f2f1', line: '#a9d3d0' },
    quiet: { text: '#48535a', ground: '#eff2f3', line: '#cdd5d8' },
  },
  dark: {
    done: { text: '#9be3b3', ground: '#173422', line: '#2f6543' },
    soon: { text: '#f4ca7e', ground: '#3a2a0c', line: '#755616' },
    late: { text: '#ffb1ac', ground: '#431a1a', line: '#853636' },
    onRequest: { text: '#b9c6ff', ground: '#222a4f', line: '#46548f' },
    awaiting: { text: '#dcbdf7', ground: '#35204a', line: '#6a4690' },
    open: { text: '#8fd8d3', ground: '#123534', line: '#286663' },
    quiet: { text: '#b6c2c6', ground: '#273033', line: '#455257' },
  },
  lightContrast: {
    done: { text: '#003d17', ground: '#ffffff', line: '#003d17' },
    soon: { text: '#552d00', ground: '#ffffff', line: '#552d00' },
    late: { text: '#7a0007', ground: '#ffffff', line: '#7a0007' },
    onRequest: { text: '#15237a', ground: '#ffffff', line: '#15237a' },
    awaiting: { text: '#441068', ground: '#ffffff', line: '#441068' },
    open: { text: '#004443', ground: '#ffffff', line: '#004443' },
    quiet: { text: '#2a2f2f', ground: '#ffffff', line: '#2a2f2f' },
  },
  darkContrast: {
    done: { text: '#b4ffcb', ground: '#000000', line: '#b4ffcb' },
    soon: { text: '#ffdd9c', ground: '#000000', line: '#ffdd9c' },
    late: { text: '#ffc9c5', ground: '#000000', line: '#ffc9c5' },
    onRequest: { text: '#d0d9ff', ground: '#000000', line: '#d0d9ff' },
    awaiting: { text: '#ecd6ff', ground: '#000000', line: '#ecd6ff' },
    open: { text: '#a9f0ea', ground: '#000000', line: '#a9f0ea' },
    quiet: { text: '#dde5e5', ground: '#000000', line: '#dde5e5' },
  },
};
