import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { callsOf, statementsFor, type StyleCall } from './style-calls.ts';

/** The values that a module of ours hands to `makeStyles` and `makeStaticStyles`, in the order of its text. */
export type StyleValues = readonly unknown[];

/** Where the program that finds them out is written: beside the packages that it imports. */
const PROGRAM = join('.cache', 'own-styles.mjs');
const ENTRY = '\0own-styles';
const exportOf = (index: number): string => `styleValue${String(index)}`;
const valueOf = (module: number, index: number): string => `v${String(module)}_${String(index)}`;

/** Modules that have styles, by their paths, with their calls. */
type Modules = ReadonlyMap<string, readonly StyleCall[]>;

/** The modules below a folder that have styles, with their calls. */
function modulesWithStyles(folder: string): Modules {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file))
      .map((file) => [file, callsOf(file, readFileSync(file, 'utf8'))] as const)
      .filter(([, calls]) => calls.length > 0),
  );
}

/** Gives each value of a module a name that can be imported, and nothing else of it: the rest isn't run. */
const valuesAlone = (modules: Modules): Plugin => ({
  name: 'values-alone',
  enforce: 'pre',
  resolveId: (id, _importer, { kind }) => {
    // Code that is loaded when it is needed holds no value of a style.
    if (kind === 'dynamic-import') return { id, external: true };
    return id === ENTRY ? id : null;
  },
  load: (id) =>
    id === ENTRY
      ? [...modules]
          .map(([file, calls], at) => {
            const names = calls.map((_, index) => `${exportOf(index)} as ${valueOf(at, index)}`);
            return `export { ${names.join(', ')} } from ${JSON.stringify(file)};`;
          })
          .join('\n')
      : null,
  transform: (code, id) => {
    const calls = modules.get(id);
    if (calls === undefined) return null;
    const values = calls.map(({ value: { start, end } }) => code.slice(start, end));
    return [
      ...statementsFor(values, id, code),
      ...values.map((value, index) => `export const ${exportOf(index)} = ${value};`),
    ].join('\n');
  },
});

/** Finds out the values of all styles of ours, by running what they are made of. */
export async function ownStyles(root: string): Promise<ReadonlyMap<string, StyleValues>> {
  const modules = modulesWithStyles(join(root, 'src'));
  const file = join(root, PROGRAM);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await programOf(root, modules));
  const values: unknown = await import(`${pathToFileURL(file).href}?${String(Date.now())}`);
  const byName = new Map<string, unknown>(Object.entries(values ?? {}));
  return new Map(
    [...modules].map(([module, calls], at) => [
      module,
      calls.map((_, index) => byName.get(valueOf(at, index))),
    ]),
  );
}

async function programOf(root: string, modules: Modules): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [valuesAlone(modules)],
    build: {
      ssr: true,
      write: false,
      rolldownOptions: {
        input: ENTRY,
        // Components that are values import others, which are left out.
        shimMissingExports: true,
        treeshake: { moduleSideEffects: false },
      },
    },
  });
  const outputs: readonly Rolldown.RolldownOutput[] = Array.isArray(built) ? built : [];
  if (!Array.isArray(built) && 'output' in built) return codeOf(built);
  const [first] = outputs;
  if (first === undefined) throw new Error('The values of the styles were not built.');
  return codeOf(first);
}

const codeOf = ({ output: [{ code }] }: Rolldown.RolldownOutput): string => code;
