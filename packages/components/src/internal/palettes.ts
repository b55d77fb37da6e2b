/** The colours of a theme; every pair that meets on the screen is tested for contrast. */
export interface Palette {
  /** Page and field background, and the quiet tint behind panels and table heads. */
  readonly background: string;
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  /** Hairlines between things, and the stronger line around what can be typed into. */
  readonly border: string;
  readonly fieldBorder: string;
  /** Links, headings' marks and the main button; `onPrimary` is what is written on it. */
  readonly primary: string;
  readonly primaryHover: string;
  readonly onPrimary: string;
  /** Used sparingly: the title bar or seal of a scheme. */
  readonly accent: string;
  readonly onAccent: string;
  readonly focus: string;
  readonly info: string;
  readonly infoBackground: string;
  readonly success: string;
  readonly successBackground: string;
  readonly warning: string;
  readonly warningBackground: string;
  readonly danger: string;
  readonly dangerHover: string;
  readonly dangerBackground: string;
  readonly onDanger: string;
}

export type ThemeName = 'district' | 'neutral' | 'high-contrast' | 'dark' | 'auto';

/** What an attribute may say. `auto` is the district theme, dark where the person's system is dark. */
export const themeNames: readonly ThemeName[] = ['district', 'neutral', 'high-contrast', 'dark', 'auto'];

/** The theme of a page that names none. */
export const district: Palette = {
  background: '#ffffff',
  surface: '#f3f6fb',
  text: '#1b2534',
  muted: '#4d5a6c',
  border: '#cdd6e2',
  fieldBorder: '#66748a',
  primary: '#0f4c94',
  primaryHover: '#0a3a74',
  onPrimary: '#ffffff',
  accent: '#b3241f',
  onAccent: '#ffffff',
  focus: '#0b62d6',
  info: '#0f4c94',
  infoBackground: '#e9f1fb',
  success: '#125c38',
  successBackground: '#e7f4ec',
  warning: '#704600',
  warningBackground: '#fdf4df',
  danger: '#a61c1c',
  dangerHover: '#821313',
  dangerBackground: '#fdedec',
  onDanger: '#ffffff',
};
