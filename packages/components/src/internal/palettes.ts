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

const district: Palette = {
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

export const palettes: Readonly<Record<Exclude<ThemeName, 'auto'>, Palette>> = {
  district,
  neutral: {
    ...district,
    surface: '#f5f6f7',
    text: '#20252b',
    muted: '#535b65',
    border: '#d3d7dc',
    fieldBorder: '#6d7681',
    primary: '#34465a',
    primaryHover: '#233243',
    accent: '#4a4f57',
    info: '#34465a',
    infoBackground: '#eef1f4',
  },
  'high-contrast': {
    background: '#ffffff',
    surface: '#ffffff',
    text: '#000000',
    muted: '#1f1f1f',
    border: '#000000',
    fieldBorder: '#000000',
    primary: '#00246b',
    primaryHover: '#000000',
    onPrimary: '#ffffff',
    accent: '#7a0000',
    onAccent: '#ffffff',
    focus: '#c2005c',
    info: '#00246b',
    infoBackground: '#ffffff',
    success: '#003d1c',
    successBackground: '#ffffff',
    warning: '#4a2c00',
    warningBackground: '#ffffff',
    danger: '#7a0000',
    dangerHover: '#000000',
    dangerBackground: '#ffffff',
    onDanger: '#ffffff',
  },
  dark: {
    background: '#131a22',
    surface: '#1c2530',
    text: '#e8eef5',
    muted: '#b3bfcd',
    border: '#3b4756',
    fieldBorder: '#8794a6',
    primary: '#8fc0ff',
    primaryHover: '#b5d6ff',
    onPrimary: '#06203f',
    accent: '#ff9d94',
    onAccent: '#3a0906',
    focus: '#ffd257',
    info: '#a9cfff',
    infoBackground: '#15293f',
    success: '#8fdcb0',
    successBackground: '#13301f',
    warning: '#f4cf7c',
    warningBackground: '#382a0c',
    danger: '#ffb3ad',
    dangerHover: '#ffd0cc',
    dangerBackground: '#41191a',
    onDanger: '#3a0906',
  },
};
