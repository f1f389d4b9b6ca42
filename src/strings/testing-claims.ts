/**
 * Tables of the sentences that claim something: whose a thing is, what came of a request, whether disks are
 * mounted, what was cleaned up, who refused, what isn't there, what is all, and what has ended. A row has a sentence
 * and the facts that it needs, each of which is left out once: then the sentence must not show.
 */

/** One sentence, with what shows while all its facts are known, and while one of them isn't. */
export interface Claim {
  /** Its key in its group of texts, as in `stage.lost.mounted`. */
  readonly key: string;
  readonly sentence: string;
  readonly shown: readonly string[];
  /** By the fact that is missing. */
  readonly without: ReadonlyMap<string, readonly string[]>;
}

interface ClaimRow<Known extends object> extends Pick<Claim, 'key' | 'sentence'> {
  /** What a person reads, by what is known. */
  readonly says: (known: Known) => string | null | readonly (string | null)[];
  /** All facts that the sentence needs. */
  readonly known: NoInfer<Known>;
  /** The same without one of them, by its name. */
  readonly without: Readonly<Record<string, Partial<NoInfer<Known>>>>;
}

export function claim<Known extends object>(row: ClaimRow<Known>): Claim {
  const { key, sentence, says, known, without } = row;
  const shown = (facts: Known): readonly string[] =>
    [says(facts)].flat().filter((text) => text !== null);
  const lacking = Object.entries(without).map(
    ([fact, change]) => [fact, shown({ ...known, ...change })] as const,
  );
  return { key, sentence, shown: shown(known), without: new Map(lacking) };
}

/** Makes rows of sentences that one function says. */
export const claimsBy =
  <Known extends object>(says: ClaimRow<Known>['says']) =>
  (key: string, known: Known, sentence: string, without: ClaimRow<Known>['without']): Claim =>
    claim<Known>({ key, sentence, says, known, without });

/** What is wrong with a row; empty: its sentence shows with its facts and with nothing less. */
export function faultsOf({ sentence, shown, without }: Claim): string[] {
  const isIn = (texts: readonly string[]) => texts.includes(sentence);
  const needless = [...without].filter(([, texts]) => isIn(texts)).map(([fact]) => fact);
  return [
    ...(isIn(shown) ? [] : [`not shown: ${sentence}`]),
    ...(without.size > 0 ? [] : ['needs no fact']),
    ...needless.map((fact) => `shown without: ${fact}`),
  ];
}

/**
 * The keys of a group of texts that no row has, and that aren't among those that claim nothing: `claimless` has
 * these, apart by spaces.
 */
export function unlisted(
  texts: object,
  rows: readonly Pick<Claim, 'key'>[],
  claimless: string,
): string[] {
  const listed = [...rows.map(({ key }) => key), ...claimless.split(/\s+/)];
  return keysIn(texts).filter(
    (key) => !listed.some((one) => key === one || key.startsWith(`${one}.`)),
  );
}

/** The keys of the texts in a group, dotted. */
function keysIn(texts: object, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
    typeof text === 'object' && text !== null && !Array.isArray(text)
      ? keysIn(text, `${before}${key}.`)
      : [`${before}${key}`],
  );
}

/** The rows of tables of keys, apart by spaces. */
export const rowsIn = (...tables: readonly string[]): string[] =>
  tables.flatMap((table) => table.trim().split(/\s+/));

/**
 * What rows there are for these sentences, of which each has one: its key, with the number of its sentences if it isn't
 * one, or a group's beginning. The longest counts.
 */
export function tableOf(counts: ReadonlyMap<string, number>, rows: readonly string[]) {
  const of = new Map<string, number>();
  const isGroup = (row: string): boolean => /[./]$/.test(row);
  const missing = [...counts].flatMap(([key, count]) => {
    const wanted = count === 1 ? key : `${key}*${String(count)}`;
    const [group] = rows
      .filter((row) => isGroup(row) && key.startsWith(row))
      .toSorted((a, b) => b.length - a.length);
    const row = rows.includes(wanted) ? wanted : group;
    if (row === undefined) return [wanted];
    of.set(row, (of.get(row) ?? 0) + count);
    return [];
  });
  const isDouble = (row: string, at: number): boolean => rows.indexOf(row) !== at;
  return {
    of,
    /** Sentences without a row. */
    missing,
    /** Rows without a sentence, and rows that stand twice. */
    needless: rows.filter((row, at) => !of.has(row) || isDouble(row, at)),
  };
}
