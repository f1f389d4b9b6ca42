import type { ESTree } from 'vite';
import type { Edit } from './edit.ts';
import type { ExportNames } from './export-names.ts';

/** What a file imports from another one, or exports. */
export interface Binding {
  readonly isImport: boolean;
  readonly local: string;
  /** What other files call it. */
  readonly outside: string;
  /** Whether that is a name of the whole build, so that it can be its name inside, too. */
  readonly isShared: boolean;
  readonly start: number;
  readonly end: number;
}

/** The file that code names, as the build does. */
export const fileNamed = (source: string): string => source.replace(/^\.\//, 'assets/');

const nameOf = (node: ESTree.ModuleExportName): string =>
  node.type === 'Literal' ? node.value : node.name;

interface Place {
  readonly file: string;
  readonly local: string;
  readonly known: string;
  readonly isImport: boolean;
  readonly at: ESTree.Span;
}

/** All that stands in the braces of a file's imports and exports. Pure. */
export function bindingsOf(
  program: ESTree.Program,
  fileName: string,
  names: ExportNames,
): readonly Binding[] {
  const binding = ({ file, local, known, isImport, at: { start, end } }: Place): Binding => {
    const name = names(file, known);
    return { isImport, local, outside: name ?? known, isShared: name !== undefined, start, end };
  };
  return program.body.flatMap((node) => {
    if (node.type === 'ImportDeclaration')
      return node.specifiers.flatMap((at) =>
        at.type === 'ImportSpecifier'
          ? binding({
              file: fileNamed(node.source.value),
              local: at.local.name,
              known: nameOf(at.imported),
              isImport: true,
              at,
            })
          : [],
      );
    if (node.type !== 'ExportNamedDeclaration' || node.source !== null) return [];
    return node.specifiers.map((at) =>
      binding({
        file: fileName,
        local: nameOf(at.local),
        known: nameOf(at.exported),
        isImport: false,
        at,
      }),
    );
  });
}

/** `export { name } from './other.js'`: what a file hands on, without having it. */
export function passedOn(
  program: ESTree.Program,
  fileName: string,
  names: ExportNames,
): readonly Edit[] {
  return program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.source === null) return [];
    const from = fileNamed(node.source.value);
    return node.specifiers.map(({ local, exported, start, end }) => {
      const name = names(from, nameOf(local)) ?? nameOf(local);
      const outside = names(fileName, nameOf(exported)) ?? nameOf(exported);
      return { start, end, text: name === outside ? name : `${name} as ${outside}` };
    });
  });
}

/** The text of one with the name that it has inside. */
export function bindingText({ isImport, outside }: Binding, inside: string): string {
  if (inside === outside) return inside;
  return isImport ? `${outside} as ${inside}` : `${inside} as ${outside}`;
}
