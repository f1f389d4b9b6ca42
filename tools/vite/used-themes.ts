import type { Plugin, Rolldown } from 'vite';

/** Stands in the code for a theme until all code is known. */
const PLACE = /\b__THEME_(\w+)__\b/g;

/**
 * Writes Fluent's themes into a build as values, and of each only what some style names (`var(--…)`): two thirds of
 * a theme nothing uses, and nothing has to be computed in the browser.
 */
export function usedThemes(): Plugin {
  return {
    name: 'used-themes',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/app\/fluent-themes\.ts$/ },
      handler(code) {
        const names = new Set([...code.matchAll(/\b(web\w+Theme)\b/g)].map(([name]) => name));
        const lines = [...names].map((name) => `export const ${name} = __THEME_${name}__;`);
        return { code: lines.join('\n'), map: null };
      },
    },
    async renderChunk(code, _chunk, _options, { chunks }) {
      if (code.search(PLACE) === -1) return null;
      const used = usedTokens(Object.values(chunks));
      const { webDarkTheme, webLightTheme } = await import('@fluentui/react-components');
      const themes = new Map(Object.entries({ webDarkTheme, webLightTheme }));
      const literal = (_: string, name: string): string => {
        const all = Object.entries(themes.get(name) ?? {}).filter(([token]) => used.has(token));
        if (all.length === 0) this.error(`No style uses Fluent’s theme ${name}.`);
        return JSON.stringify(Object.fromEntries(all));
      };
      return { code: code.replaceAll(PLACE, literal), map: null };
    },
  };
}

/** The tokens whose custom properties the code of a build names. */
function usedTokens(chunks: readonly Rolldown.RenderedChunk[]): ReadonlySet<string> {
  const codes = chunks.flatMap(({ modules }) => Object.values(modules).map(({ code }) => code));
  return new Set(
    codes.flatMap((code) =>
      [...(code ?? '').matchAll(/var\(--(\w+)/g)].map(([, name = '']) => name),
    ),
  );
}
