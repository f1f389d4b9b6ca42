import { asOne, type Graph, type Opening, type Piece } from './graph.ts';

/** Below this gain two files stay two. Bytes after gzip. */
const SMALLEST_GAIN = 60;
/** Of two files that are joined, one is at most as large: a large one gains nothing. */
const LARGEST_OF_ONE = 20_000;
/** What a plan leaves free below each limit: the real bundler's names differ a little. */
const MARGIN = 700;
/** How much a byte that an opening loads counts beside one of all files, on average over the openings. */
const LOADED = 0.3;
/** How many bytes something that is opened may load beyond what it loads without a plan. */
const IN_VAIN = 50_000;

interface Choice {
  readonly one: Piece;
  readonly other: Piece;
  readonly both: Piece;
  readonly gain: number;
}

/** Where code of one datasource that doesn't load would take along that of another, or of all pages. */
const isSeam = (one: Piece, other: Piece): boolean =>
  (one.isLazy || other.isLazy) &&
  [...one.owners].toSorted().join() !== [...other.owners].toSorted().join();

const keyOf = (one: Piece, other: Piece): string =>
  `${one.keys.length} ${one.id} | ${other.keys.length} ${other.id}`;

/**
 * Joins files of a graph two by two, each time those that save most, until nothing is worth it: nothing that is
 * opened may load more than its limit, or much more than before, and no files wait for each other.
 */
export class Planner {
  readonly #graph: Graph;
  readonly #openings: readonly Opening[];
  readonly #keyOfFile: ReadonlyMap<string, string>;
  readonly #limits: readonly number[];
  readonly #known = new Map<string, Piece>();
  readonly #refused = new Set<string>();

  constructor(graph: Graph, openings: readonly Opening[], keyOfFile: ReadonlyMap<string, string>) {
    this.#graph = graph;
    this.#openings = openings;
    this.#keyOfFile = keyOfFile;
    this.#limits = graph.loads(openings).map((before, index) => {
      const limit = (openings[index]?.limit ?? 0) - MARGIN;
      return Math.max(before, Math.min(limit, before + IN_VAIN));
    });
  }

  /** Joins what waits for each other, then as long as it helps. */
  run(): void {
    for (
      let [one, other] = this.#graph.cycle();
      one !== undefined && other !== undefined;
      [one, other] = this.#graph.cycle()
    ) {
      this.#graph.join(one, other, asOne(one, other, this.#keyOfFile));
    }
    for (let best = this.#best(); best !== undefined; best = this.#best()) {
      this.#graph.join(best.one, best.other, best.both);
    }
  }

  #best(): Choice | undefined {
    const before = sum(this.#graph.loads(this.#openings));
    let best: Choice | undefined;
    let bestScore = SMALLEST_GAIN / 2;
    for (const choice of this.#choices()) {
      // They come by gain; what saves far less is seldom worth more by what it spares the pages.
      if (choice.gain * 2 < bestScore) break;
      const score = this.#score(choice, before);
      if (score === null || score <= bestScore) continue;
      best = choice;
      bestScore = score;
    }
    return best;
  }

  #choices(): Choice[] {
    const pieces = this.#graph.pieces().filter(({ canJoin }) => canJoin);
    return pieces
      .flatMap((one, index) =>
        pieces.slice(index + 1).flatMap((other) => this.#choice(one, other) ?? []),
      )
      .toSorted((first, second) => second.gain - first.gain);
  }

  #choice(one: Piece, other: Piece): Choice | undefined {
    const key = keyOf(one, other);
    if (isSeam(one, other)) return undefined;
    if (Math.min(one.size, other.size) > LARGEST_OF_ONE || this.#refused.has(key)) return undefined;
    const both = this.#known.get(key) ?? asOne(one, other, this.#keyOfFile);
    this.#known.set(key, both);
    const gain = one.size + other.size - both.size;
    return gain > SMALLEST_GAIN ? { one, other, both, gain } : undefined;
  }

  /**
   * What a choice is worth in bytes; null where something that is opened would load too much, or files would wait for
   * each other.
   */
  #score({ one, other, both, gain }: Choice, before: number): number | null {
    this.#graph.join(one, other, both);
    const after = this.#graph.loads(this.#openings);
    const isRefused =
      this.#graph.cycle().length > 0 ||
      after.some((now, index) => now > (this.#limits[index] ?? 0));
    this.#graph.part(one, other, both);
    if (isRefused) {
      this.#refused.add(keyOf(one, other));
      return null;
    }
    return gain - ((sum(after) - before) / after.length) * LOADED;
  }
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
