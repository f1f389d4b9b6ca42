import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'vite';

/** A file of code, as far as its size and its ties to other files go. */
interface House {
  readonly path: string;
  readonly folder: string;
  readonly lines: number;
  readonly isTest: boolean;
  readonly exports: readonly { readonly name: string; readonly isType: boolean }[];
  /** What it takes of other files of ours, by their path: names, or `*` for all. */
  readonly takes: ReadonlyMap<string, ReadonlySet<string>>;
}

const DECLARED =
  /^export (?:async |abstract |declare )*(class|const|function|interface|let|type)\*? ([\w$]+)/gm;

const isTest = (path: string): boolean =>
  /^e2e\/|\.(?:test|spec|type-test)\.|(?:^|\/)testing[^/]*$|\/(?:testing[^/]*|cases)\//.test(path);

/** The file that an import names as seen from another; undefined for a package. */
function targetOf(from: string, specifier: string): string | undefined {
  const [plain = ''] = specifier.split('?');
  if (plain.startsWith('#')) return plain.slice(1);
  return plain.startsWith('.') ? posix.join(posix.dirname(from), plain) : undefined;
}

function read(root: string, path: string): House {
  const text = readFileSync(join(root, path), 'utf8');
  const takes = new Map<string, Set<string>>();
  const take = (specifier: string, names: readonly (string | null)[]): void => {
    const target = targetOf(path, specifier);
    if (target === undefined) return;
    const all = takes.get(target) ?? new Set();
    takes.set(target, all);
    for (const name of names) all.add(name ?? '*');
  };
  const { staticImports, staticExports } = parseSync(path, text).module;
  for (const { moduleRequest, entries } of staticImports)
    take(
      moduleRequest.value,
      entries.map(({ importName }) => importName.name),
    );
  for (const { moduleRequest, importName } of staticExports.flatMap(({ entries }) => entries))
    if (moduleRequest !== null) take(moduleRequest.value, [importName.name]);
  // What is loaded late, and types by `import()`, of which the parser has no list.
  for (const [, specifier = ''] of text.matchAll(/\bimport\(\s*'([^']+)'/g)) take(specifier, ['*']);
  return {
    path,
    folder: posix.dirname(path),
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    isTest: isTest(path),
    exports: [...text.matchAll(DECLARED)].map(([, kind = '', name = '']) => ({
      name,
      isType: ['class', 'interface', 'type'].includes(kind),
    })),
    takes,
  };
}

/** Every file of code of the project, tests among them. */
export function readHouse(root: string): readonly House[] {
  const paths = globSync('{src,tools,e2e}/**/*.{ts,tsx,mjs,js}', { cwd: root });
  return paths.map((path) => read(root, path.replaceAll('\\', '/')));
}

const sum = (files: readonly House[]): number =>
  files.reduce((total, { lines }) => total + lines, 0);
const counted = (files: readonly House[]): string => `${files.length} (${sum(files)} lines)`;

/** How large the rooms of the project are and how they hang together: a name and a figure each. */
export function measuresOf(all: readonly House[]): Readonly<Record<string, string | number>> {
  const files = all.filter((file) => !file.isTest);
  const tests = all.filter((file) => file.isTest);
  const importersOf = Map.groupBy(
    files.flatMap((file) => [...file.takes].map(([target, names]) => ({ target, names, file }))),
    ({ target }) => target,
  );
  const users = files.flatMap(({ path, exports }) =>
    exports.map(({ name }) => {
      const isUser = ({ names }: { readonly names: ReadonlySet<string> }): boolean =>
        names.has(name) || names.has('*');
      return (importersOf.get(path) ?? []).filter(isUser).length;
    }),
  );
  const single = files.filter(({ path }) => importersOf.get(path)?.length === 1);
  const beside = single.filter(
    ({ path, folder }) => importersOf.get(path)?.[0]?.file.folder === folder,
  );
  const folders = [...Map.groupBy(files, ({ folder }) => folder)].toSorted(
    ([, one], [, other]) => other.length - one.length,
  );
  const [[largest, inLargest] = ['', []]] = folders;
  const homes = (isType: boolean) =>
    Map.groupBy(
      files.flatMap(({ path, exports }) =>
        exports.filter((one) => one.isType === isType).map(({ name }) => ({ name, path })),
      ),
      ({ name }) => name,
    );
  const twice = (isType: boolean): number =>
    [...homes(isType).values()].filter((found) => new Set(found.map(({ path }) => path)).size > 1)
      .length;
  const lines = files.map((file) => file.lines).toSorted((one, other) => one - other);
  const small = lines.filter((count) => count <= 25).length;
  const quantile = (part: number): number => lines[Math.floor(lines.length * part)] ?? 0;
  return {
    'files of src and tools, without tests': files.length,
    'their lines': sum(files),
    'of at most 25 lines': `${small} (${((100 * small) / files.length).toFixed(1)} %)`,
    'lines of a file: median / p90 / max': `${quantile(0.5)} / ${quantile(0.9)} / ${lines.at(-1) ?? 0}`,
    'with one importer': counted(single),
    'of these, in the importer’s folder': counted(beside),
    'largest folder': `${largest} (${inLargest.length} files)`,
    'folders / of at most 2 files': `${folders.length} / ${folders.filter(([, found]) => found.length <= 2).length}`,
    'exports / used by one file / by none': `${users.length} / ${users.filter((count) => count === 1).length} / ${users.filter((count) => count === 0).length}`,
    'names exported twice: types / values': `${twice(true)} / ${twice(false)}`,
    'lines of tests: unit / e2e': `${sum(tests.filter(({ path }) => !path.startsWith('e2e/')))} / ${sum(tests.filter(({ path }) => path.startsWith('e2e/')))}`,
  };
}
