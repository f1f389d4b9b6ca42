import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Names } from './names.ts';

const THEMES: ReadonlyMap<string, object> = new Map(
  Object.entries({ webDarkTheme, webLightTheme }),
);

/** Stands in the code for a theme until all styles are known. */
const PLACE = /\b__theme_(\w+)__\b/g;

/** Whether a custom property is of Fluent's themes. */
export const isToken = (name: string): boolean => name in webLightTheme;

/** A module that has Fluent's themes, with places for them. Pure. */
export const withPlaces = (code: string): string =>
  [...new Set(code.match(/\bweb\w+Theme\b/g))]
    .map((name) => `export const ${name} = __theme_${name}__;`)
    .join('\n');

/** The code with themes in their places, and of each only what some style names. Pure. */
export const withThemes = (code: string, { tokens }: Names): string =>
  code.replaceAll(PLACE, (_, theme: string) => {
    const values = new Map(Object.entries(THEMES.get(theme) ?? {}));
    return JSON.stringify(
      Object.fromEntries([...tokens].map(([name, short]) => [short, values.get(name)])),
    );
  });
