import { analyze, type ScopeManager, type Variable } from 'eslint-scope';
import { type ESTree, parseSync, Visitor } from 'vite';
import { bindingsOf, bindingText, passedOn } from './bindings.ts';
import { edited } from './edit.ts';
import { type ExportNames, shortNames } from './export-names.ts';
import { lazyMembers } from './lazy-members.ts';
import { inTheWay, withInside } from './scopes.ts';

type Tree = Parameters<typeof analyze>[0];

/** Rolldown's tree is one of ESTree; the two packages type that each in its own way. */
const isTree = (program: object): program is Tree =>
  'sourceType' in program && program.sourceType === 'module';

/** Where `{ name }` stands for `{ name: name }`. */
function shorthands(program: ESTree.Program): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  new Visitor({
    Property: ({ shorthand, key }) => {
      if (shorthand && key.type === 'Identifier') found.set(key.start, key.name);
    },
  }).visit(program);
  return found;
}

/** Everywhere in the code where some variables are named. */
function placesOf(variables: readonly Variable[]): readonly { start: number; end: number }[] {
  const named = variables.flatMap(({ identifiers, references }) => [
    ...identifiers,
    ...references.map(({ identifier }) => identifier),
  ]);
  return named.flatMap(({ range }) =>
    range === undefined ? [] : { start: range[0], end: range[1] },
  );
}

interface Named {
  readonly code: string;
  /** What it must go on calling what it imports and exports. */
  readonly names: readonly string[];
}

/** Names that nothing in the code has. */
function freeNames(
  { scopes, globalScope }: ScopeManager,
  chosen: Iterable<string>,
): readonly string[] {
  const taken = new Set([...chosen, ...scopes.flatMap(({ set }) => [...set.keys()])]);
  for (const { identifier } of globalScope?.through ?? []) taken.add(identifier.name);
  return shortNames().filter((name) => !taken.has(name));
}

/**
 * The code of a file, in which what it imports and exports has its name of the whole build. Whatever had such
 * a name before has a new one. Pure.
 *
 * @throws where it is no module, or exports what it has not
 */
export function renamed(code: string, fileName: string, names: ExportNames): Named {
  const { program } = parseSync(fileName, code, {
    sourceType: 'module',
    range: true,
    preserveParens: false,
  });
  if (!isTree(program)) throw new Error(`${fileName} is no module.`);
  const manager = analyze(program, { ecmaVersion: 2024, sourceType: 'module' });
  const variables = manager.globalScope?.childScopes[0]?.set;
  const known = (local: string): Variable => {
    const variable = variables?.get(local);
    if (variable === undefined) throw new Error(`${fileName} has no ${local}.`);
    return variable;
  };

  const bindings = bindingsOf(program, fileName, names);
  const shared = bindings.filter(({ isShared }) => isShared).toReversed();
  // Of several names for one variable, the first counts.
  const chosen = new Map(shared.map(({ local, outside }) => [known(local), outside]));
  const free = freeNames(manager, chosen.values());
  for (const [index, variable] of inTheWay(chosen).entries())
    chosen.set(variable, free[index] ?? `${variable.name}_${String(index)}`);

  const atBindings = bindings.map((binding) => ({
    start: binding.start,
    end: binding.end,
    text: bindingText(binding, chosen.get(known(binding.local)) ?? binding.local),
  }));
  const short = shorthands(program);
  const atUses = [...chosen].flatMap(([variable, name]) =>
    placesOf(withInside(variable)).map(({ start, end }) => {
      const key = short.get(start);
      return { start, end, text: key === undefined ? name : `${key}:${name}` };
    }),
  );
  const elsewhere = [...passedOn(program, fileName, names), ...lazyMembers(program, names)];
  return {
    code: edited(code, [...atBindings, ...atUses, ...elsewhere]),
    names: bindings.map(({ outside }) => outside),
  };
}
