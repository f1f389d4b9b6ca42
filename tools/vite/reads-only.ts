import { type Plugin, Visitor } from 'vite';

/**
 * Leaves out of a build where in an answer a fact's field lies: pages name the read alone, and the path is
 * for `docs/facts.md` and for tests.
 */
export function readsOnly(): Plugin {
  return {
    name: 'reads-only',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/datasources\/azure-vm\/facts\/(?:fact|sources\/machine)-sources\.ts$/ },
      handler(code) {
        const paths: { start: number; end: number }[] = [];
        new Visitor({
          ArrayExpression: ({ elements }) => {
            const [read, path] = elements;
            if (elements.length !== 2 || read?.type !== 'Literal') return;
            if (path?.type === 'Literal' || path?.type === 'TemplateLiteral') paths.push(path);
          },
        }).visit(this.parse(code));
        if (paths.length === 0) this.error('There is no field of a read here.');
        const without = (left: string, { start, end }: { start: number; end: number }): string =>
          `${left.slice(0, start)}''${left.slice(end)}`;
        return { code: paths.reduceRight(without, code), map: null };
      },
    },
  };
}
