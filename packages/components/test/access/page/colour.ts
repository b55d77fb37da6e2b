import { ancestorsOf } from './dom.js';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

const rgba = (colour: string): Rgba => {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
};

const luminance = ([red, green, blue]: Rgba): number =>
  [red, green, blue].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index]!, 0);

/** Contrast of two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(rgba(one)), luminance(rgba(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The first colour that stands behind an element. */
export function colourBehind(element: Element): string {
  const painted = ancestorsOf(element).map((one) => getComputedStyle(one).backgroundColor).find((colour) => rgba(colour)[3] > 0 && colour !== 'transparent');
  return painted ?? 'rgb(255, 255, 255)';
}
