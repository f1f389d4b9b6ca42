import { type Plugin, Visitor } from 'vite';

/** What only tests read of a worked example: how it has to come out, and who says so. */
const OF_TESTS: ReadonlySet<string> = new Set(['expected', 'source']);

interface Cut {
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves out of a build what no page shows of the worked examples in `src/rules/cases`: their facts and
 * choices stay. Written down they belong together, so they are taken apart only here.
 */
export function examplesOnly(): Plugin {
  return {
    name: 'examples-only',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/rules\/cases\/(?!case\.|spoken\.)[a-z-]+\.ts$/ },
      handler(code) {
        const cuts: Cut[] = [];
        new Visitor({
          Property: ({ key, start, end }) => {
            if (key.type === 'Identifier' && OF_TESTS.has(key.name)) cuts.push({ start, end });
          },
        }).visit(this.parse(code));
        if (cuts.length === 0) this.error('There is no worked example here to take apart.');
        return { code: cuts.reduceRight(without, code), map: null };
      },
    },
  };
}

/** The code without a field, and without the comma behind it. */
function without(code: string, { start, end }: Cut): string {
  return code.slice(0, start) + code.slice(end).replace(/^\s*,/, '');
}
