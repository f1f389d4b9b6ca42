/** What is known of a file before it is written. */
export interface Exporter {
  readonly fileName: string;
  /** By their names in the source. */
  readonly exports: readonly string[];
  /** What others may ask for by its name: it keeps its names. */
  readonly isEntry: boolean;
  readonly isDynamicEntry: boolean;
  /** The code of its modules, not yet minified. */
  readonly codes: readonly string[];
}

/** The name of an export in the whole build, by its file and its name in the source. */
export type ExportNames = (fileName: string, name: string) => string | undefined;

const LETTERS = Array.from('etnriaosclu_dfpmhgvybxSCwTEDOkAjMNPFILRzBVHUWGKqJYXZQ$');
/** Those for what is used most: the first ones are left to what is inside of functions. */
const SELDOM = LETTERS.slice(-40);
const KEYWORDS: ReadonlySet<string> = new Set(['do', 'if', 'in', 'is', 'as', 'of']);

/** Every short name, the shortest first. */
export function shortNames(): readonly string[] {
  const seconds = [...LETTERS, ...Array.from('0123456789')];
  const pairs = LETTERS.flatMap((first) => seconds.map((second) => first + second));
  return [...SELDOM, ...pairs.filter((name) => !KEYWORDS.has(name))];
}

const IDENTIFIER = /[A-Za-z_$][\w$]*/g;

/** How often the code of all files says each name. */
function usesIn(files: readonly Exporter[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const [name] of files.flatMap(({ codes }) =>
    codes.flatMap((code) => [...code.matchAll(IDENTIFIER)]),
  ))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

/**
 * One short name for each export of a build, so that no file that imports it has to name it again. The
 * names used most are the shortest. Pure.
 *
 * @throws where there are more exports than short names
 */
export function namesOfExports(files: readonly Exporter[]): ExportNames {
  const uses = usesIn(files);
  const usesOf = (name: string): number => uses.get(name.replace(/\$\d+$/, '')) ?? 0;
  const all = files
    .filter(({ isEntry, isDynamicEntry }) => !isEntry && !isDynamicEntry)
    .flatMap(({ fileName, exports }) =>
      exports.map((name) => ({ key: `${fileName} ${name}`, name })),
    )
    .toSorted((one, other) => usesOf(other.name) - usesOf(one.name));
  const short = shortNames();
  if (all.length > short.length) throw new Error(`${String(all.length)} exports are too many.`);
  const names = new Map(all.map(({ key }, index) => [key, short[index]]));
  return (fileName, name) => names.get(`${fileName} ${name}`);
}
