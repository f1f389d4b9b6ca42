import type { CSSRulesByBucket } from '@griffel/core';
import type { Plugin, Rolldown } from 'vite';
import { compiled } from './compiled.ts';
import { CSS_CODE, CSS_MODULE } from './css-in-browser.ts';
import { withoutRules } from './fluent-styles.ts';
import { namedCode, namedRule, type Names, namesFor } from './names.ts';
import { ownStyles, type StyleValues } from './own-styles.ts';
import { callsOf, edited } from './style-calls.ts';
import { inSheetOrder, sheetText } from './style-sheet.ts';
import { isToken, withPlaces, withThemes } from './themes.ts';

/** The page that has styles; the one that sign-in comes back to has none. */
const APPLICATION = '/index.html';
const FLUENT = /@fluentui\/.*\.styles\.js$/;
const THEMES = /\/src\/app\/fluent-themes\.ts$/;

/** What a module is in a build, and the rules of its styles. */
interface Styled {
  readonly code: string;
  readonly rules: readonly CSSRulesByBucket[];
}

/**
 * Writes all styles into one file of CSS, with short names, and of Fluent's themes what they name: a browser reads them
 * while it loads the code, and compiles none. In development Griffel does all that in the browser.
 */
export function stylesApart(root: string): Plugin {
  const rules = new Map<string, readonly CSSRulesByBucket[]>();
  let own: ReadonlyMap<string, StyleValues> = new Map();
  let names: Names | undefined;
  const keep = (id: string, { code, rules: found }: Styled) => {
    rules.set(id, found);
    return { code: `import { css } from ${JSON.stringify(CSS_MODULE)};\n${code}`, map: null };
  };
  return {
    name: 'styles-apart',
    apply: 'build',
    enforce: 'pre',
    async buildStart() {
      own = await ownStyles(root);
      names = undefined;
    },
    resolveId: { filter: { id: new RegExp(`^${CSS_MODULE}$`) }, handler: (id) => id },
    load: { filter: { id: new RegExp(`^${CSS_MODULE}$`) }, handler: () => CSS_CODE },
    transform(code, id) {
      if (THEMES.test(id)) return { code: withPlaces(code), map: null };
      if (FLUENT.test(id)) return keep(id, withoutRules(code));
      const values = own.get(id);
      return values === undefined ? null : keep(id, withClasses(id, code, values));
    },
    renderChunk(code, _chunk, _options, { chunks }) {
      names ??= namesIn(Object.values(chunks), rules);
      return { code: withThemes(namedCode(code, names), names), map: null };
    },
    generateBundle() {
      const known = names;
      if (known === undefined) return;
      const source = sheetText(known.rules.map((rule) => namedRule(rule, known)));
      this.emitFile({ type: 'asset', name: 'styles.css', source });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { path, bundle = {} }) =>
        Object.keys(bundle)
          .filter((file) => path === APPLICATION && file.endsWith('.css'))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'stylesheet', href: `/${file}` },
            // In the head it would hold back the words of the start.
            injectTo: 'body',
          })),
    },
  };
}

/** A module of ours with the classes of its styles in place of what makes them. */
function withClasses(id: string, code: string, values: StyleValues): Styled {
  const calls = callsOf(id, code).map((call, index) => ({
    call,
    compiled: compiled(call, values[index]),
  }));
  const edits = calls.map(({ call: { start, end }, compiled: { code: text } }) => ({
    start,
    end,
    text,
  }));
  return {
    code: edited(code, edits),
    rules: calls.map((one) => one.compiled.rules),
  };
}

function namesIn(
  chunks: readonly Rolldown.RenderedChunk[],
  rules: ReadonlyMap<string, readonly CSSRulesByBucket[]>,
): Names {
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  return namesFor({
    codes: modules.map(([, { code }]) => code ?? ''),
    rules: inSheetOrder(modules.flatMap(([id]) => rules.get(id) ?? [])),
    isToken,
  });
}
