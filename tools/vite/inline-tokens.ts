import { type Plugin, Visitor } from 'vite';

interface Use {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/**
 * Writes Fluent's tokens where they are used: each stands for the custom property of CSS that has its name. The
 * table of all of them, most of which nothing uses, then stays out of a build.
 */
export function inlineTokens(): Plugin {
  return {
    name: 'inline-tokens',
    apply: 'build',
    transform: {
      filter: { id: /\.(js|tsx?)$/, code: /\btokens\b/ },
      handler(code) {
        let isFluent = false;
        const uses: Use[] = [];
        new Visitor({
          ImportDeclaration: ({ source, specifiers }) => {
            isFluent ||=
              source.value.startsWith('@fluentui/') &&
              specifiers.some(({ local }) => local.name === 'tokens');
          },
          MemberExpression: ({ object, property, computed, start, end }) => {
            if (object.type !== 'Identifier' || object.name !== 'tokens' || computed) return;
            if (property.type === 'Identifier') uses.push({ start, end, name: property.name });
          },
        }).visit(this.parse(code));
        if (!isFluent || uses.length === 0) return null;
        return { code: uses.reduceRight(written, code), map: null };
      },
    },
  };
}

/** The code with a value in place of its name. */
function written(code: string, { start, end, name }: Use): string {
  return code.slice(0, start) + `'var(--${name})'` + code.slice(end);
}
