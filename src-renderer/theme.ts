import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { fontFamily, fontFamilyMonospace } from './fonts.ts';

const lagoon: MantineColorsTuple = [
  '#ecf7f8',
  '#d8ecee',
  '#afd9dd',
  '#82c4ca',
  '#5db2ba',
  '#38969f',
  '#227f89',
  '#146a74',
  '#0f5962',
  '#0a464d',
];

/** Neutrals with a little of the primary colour in them. */
const slate: MantineColorsTuple = [
  '#f7f9fa',
  '#eff3f4',
  '#e3e9eb',
  '#d3dbde',
  '#87959b',
  '#7f8d94',
  '#6b7b82',
  '#4f5e65',
  '#364349',
  '#1f292e',
];

const night: MantineColorsTuple = [
  '#d5dde0',
  '#b9c4c9',
  '#94a3aa',
  '#63737b',
  '#3d4a51',
  '#2e393f',
  '#232c31',
  '#1a2226',
  '#13191c',
  '#0c1113',
];

/** Its shade 7 carries white text. */
const brick: MantineColorsTuple = [
  '#fdf0ef',
  '#fbdcd9',
  '#f5b5b0',
  '#ee8b84',
  '#e8675e',
  '#e04a40',
  '#cb372e',
  '#b3261e',
  '#981b14',
  '#7a120c',
];

export const theme = createTheme({
  colors: { lagoon, red: brick, gray: slate, dark: night },
  primaryColor: 'lagoon',
  primaryShade: 7,
  black: '#17252a',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        // else the dialog's heading counts as a second banner of the window
        attributes: { header: { role: 'presentation' } },
        styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 650 } },
      },
    },
  },
  fontFamily,
  fontFamilyMonospace,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h4: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
});

/** Mantine's defaults for these fall short of WCAG AA contrast. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': slate[7],
    '--mantine-color-placeholder': slate[6],
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': lagoon[7],
    // edges of fields and buttons stand out from the page by 3:1
    '--mantine-color-default-border': '#87959b',
    '--mantine-color-red-light': '#fdeeed',
    '--mantine-color-red-light-color': '#9b1c14',
    '--mantine-color-yellow-light': '#fdf3d7',
    '--mantine-color-yellow-light-color': '#6b4a00',
  },
  dark: {
    '--mantine-color-dimmed': night[1],
    '--mantine-color-placeholder': night[2],
    '--mantine-color-error': '#ff9c94',
    '--mantine-color-anchor': lagoon[3],
    '--mantine-color-default-border': '#63737b',
    '--mantine-color-lagoon-light': 'rgb(93 178 186 / 15%)',
    '--mantine-color-lagoon-light-hover': 'rgb(93 178 186 / 22%)',
    '--mantine-color-lagoon-light-color': lagoon[3],
    '--mantine-color-red-light': 'rgb(255 120 110 / 14%)',
    '--mantine-color-red-light-color': '#ffb3ad',
    '--mantine-color-yellow-light': 'rgb(255 208 138 / 13%)',
    '--mantine-color-yellow-light-color': '#ffd08a',
  },
});
