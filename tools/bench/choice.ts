/** The parts of the benchmark, in the order in which they run. */
export const partNames = [
  'pages',
  'memory',
  'sizes',
  'rules',
  'first',
  'steps',
  'wizard',
  'list',
  'soak',
] as const;

export type PartName = (typeof partNames)[number];

/** Which parts to run, or why none: a sentence. */
export type Choice<Name extends string> =
  | { readonly names: readonly Name[]; readonly problem: null }
  | { readonly names: null; readonly problem: string };

/** Reads the names of parts from a command line, in the order of `all`; without any it is all. */
export function chosenParts<Name extends string>(
  args: readonly string[],
  all: readonly Name[],
): Choice<Name> {
  const strange = args.find((arg) => !all.some((name) => name === arg));
  if (strange !== undefined) {
    const problem = `There is no part "${strange}" of the benchmark: use ${listed(all)}.`;
    return { names: null, problem };
  }
  return {
    names: args.length === 0 ? all : all.filter((one) => args.includes(one)),
    problem: null,
  };
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
