import { expect, test } from 'vitest';
import { LOOKS, STATE_TONES, STATES, SURFACE } from './palette.ts';

/** Relative luminance and contrast ratio of WCAG 2.1. */
function luminance(hex: string): number {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('black on white is 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 1);
});

test.each(LOOKS.flatMap((look) => STATE_TONES.map((tone) => [look, tone] as const)))(
  'in the %s look the word of «%s» is readable on its own ground and on the page',
  (look, tone) => {
    const needed = look.endsWith('Contrast') ? 7 : 4.5;
    const ink = STATES[look][tone];
    expect(contrast(ink.text, ink.ground)).toBeGreaterThanOrEqual(needed);
    expect(contrast(ink.text, SURFACE[look].body)).toBeGreaterThanOrEqual(needed);
    expect(contrast(ink.text, SURFACE[look].raised)).toBeGreaterThanOrEqual(needed);
  },
);

test.each(LOOKS)('in the %s look text, quiet text and links are readable on both surfaces', (look) => {
  const needed = look.endsWith('Contrast') ? 7 : 4.5;
  const surface = SURFACE[look];
  for (const ink of [surface.text, surface.dimmed, surface.accent]) {
    expect(contrast(ink, surface.body)).toBeGreaterThanOrEqual(needed);
    expect(contrast(ink, surface.raised)).toBeGreaterThanOrEqual(needed);
  }
});

test.each(['lightContrast', 'darkContrast'] as const)('in the %s look every border is seen', (look) => {
  expect(contrast(SURFACE[look].line, SURFACE[look].body)).toBeGreaterThanOrEqual(3);
});
