// The colours of the page, light and dark. A test holds each pair that is text on a ground to the contrast of WCAG AA.

export const PALETTE = {
  light: {
    ground: '#f5f6f8',
    surface: '#ffffff',
    sunken: '#eef0f4',
    line: '#d3d9e2',
    text: '#18212f',
    muted: '#566173',
    accent: '#0b7650',
    red: '#b0241b',
    'red-ground': '#fdecea',
    amber: '#845000',
    'amber-ground': '#fff3d9',
    green: '#126a3e',
    'green-ground': '#e3f5ea',
    blue: '#1d5aa8',
    'blue-ground': '#e7effb',
    violet: '#6a3fae',
    'violet-ground': '#f0eafb',
  },
  dark: {
    ground: '#0e1217',
    surface: '#161b22',
    sunken: '#1e252e',
    line: '#313b47',
    text: '#e7ebf1',
    muted: '#9dabba',
    accent: '#4fcf96',
    red: '#ff938a',
    'red-ground': '#3b1c1a',
    amber: '#f0bd62',
    'amber-ground': '#362910',
    green: '#72d99f',
    'green-ground': '#12301f',
    blue: '#8fbbf6',
    'blue-ground': '#16273e',
    violet: '#c3a5f5',
    'violet-ground': '#291f3e',
  },
} as const;

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'violet' | 'muted';

const declared = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The palette as custom properties, by what the reader's system prefers. Paper is light. */
export const paletteStyle = (): string =>
  [
    `:root{color-scheme:light dark;${declared(PALETTE.light)}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${declared(PALETTE.dark)}}}`,
  ].join('\n');
