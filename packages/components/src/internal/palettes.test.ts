import { describe, expect, it } from 'vitest';
import type { Palette } from './palettes.js';
import { otherPalettes } from './other-palettes.js';
import { district } from './palettes.js';

const palettes: Readonly<Record<string, Palette>> = { district, ...otherPalettes };

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const text: readonly (readonly [keyof Palette, keyof Palette, number])[] = [
  ['text', 'background', 7],
  ['text', 'surface', 7],
  ['muted', 'background', 4.5],
  ['muted', 'surface', 4.5],
  ['primary', 'background', 7],
  ['primary', 'surface', 4.5],
  ['primaryHover', 'background', 7],
  ['primaryHover', 'surface', 4.5],
  ['primary', 'infoBackground', 4.5],
  ['onPrimary', 'primary', 4.5],
  ['onPrimary', 'primaryHover', 4.5],
  ['onAccent', 'accent', 4.5],
  ['accent', 'background', 4.5],
  ['onDanger', 'danger', 4.5],
  ['onDanger', 'dangerHover', 4.5],
  ['dangerHover', 'dangerBackground', 4.5],
  ['danger', 'background', 4.5],
  ['danger', 'surface', 4.5],
  ['warning', 'background', 4.5],
  ['warning', 'surface', 4.5],
  ['success', 'background', 4.5],
  ['success', 'surface', 4.5],
  ['info', 'infoBackground', 4.5],
  ['success', 'successBackground', 4.5],
  ['warning', 'warningBackground', 4.5],
  ['danger', 'dangerBackground', 4.5],
  ['text', 'infoBackground', 4.5],
  ['text', 'successBackground', 4.5],
  ['text', 'warningBackground', 4.5],
  ['text', 'dangerBackground', 4.5],
  ['muted', 'infoBackground', 4.5],
];
const shapes: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['fieldBorder', 'background'],
  ['fieldBorder', 'surface'],
  ['focus', 'background'],
  ['focus', 'surface'],
];

describe.each(Object.entries(palettes))('theme %s', (_name, palette) => {
  it.each(text)('writes %s on %s at %d:1 or more', (front, back, least) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(least);
  });

  it.each(shapes)('draws %s on %s at 3:1 or more', (front, back) => {
    expect(contrast(palette[front], palette[back])).toBeGreaterThanOrEqual(3);
  });
});
