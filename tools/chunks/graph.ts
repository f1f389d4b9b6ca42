import { gzipSync } from 'node:zlib';
import { cycleIn } from '../vite/cycle.ts';

/** A file of a build, or several that are to become one. */
export interface Piece {
  readonly id: string;
  /** Keys of the chunks in it, in the order of their code. */
  readonly keys: readonly string[];
  readonly code: string;
  /** Bytes after gzip. */
  readonly size: number;
  /** Keys of the chunks that are loaded with it. */
  readonly imports: ReadonlySet<string>;
  /** Whether it may be joined with another. */
  readonly canJoin: boolean;
  /** Whether something in it is loaded lazily. */
  readonly isLazy: boolean;
  /** Which datasources load it, and whether the pages of all do. */
  readonly owners: ReadonlySet<string>;
}

/** Something that is opened, and how many bytes it may load beyond the first route. */
export interface Opening {
  readonly name: string;
  readonly start: readonly string[];
  readonly limit: number;
}

/** Pieces by their id, and the id of the piece that each chunk is in. */
export class Graph {
  readonly #pieces = new Map<string, Piece>();
  readonly #pieceOf = new Map<string, string>();

  constructor(pieces: readonly Piece[]) {
    for (const piece of pieces) this.put(piece);
  }

  pieces(): Piece[] {
    return [...this.#pieces.values()];
  }

  put(piece: Piece): void {
    this.#pieces.set(piece.id, piece);
    for (const key of piece.keys) this.#pieceOf.set(key, piece.id);
  }

  /** Takes `other` out and puts `joined` where `one` was. */
  join(one: Piece, other: Piece, joined: Piece): void {
    this.#pieces.delete(other.id);
    this.#pieces.delete(one.id);
    this.put(joined);
  }

  /** Puts back what {@link join} took away. */
  part(one: Piece, other: Piece, joined: Piece): void {
    this.#pieces.delete(joined.id);
    this.put(one);
    this.put(other);
  }

  /** Pieces that wait for each other, each for the next; none where there are none. */
  cycle(): Piece[] {
    const idOf = (key: string): string => this.#pieceOf.get(key) ?? key;
    const imports = this.pieces().map(
      ({ id, imports: keys }) => [id, [...keys].map(idOf).filter((other) => other !== id)] as const,
    );
    return cycleIn(new Map(imports)).flatMap((id) => this.#pieces.get(id) ?? []);
  }

  /** Bytes that each opening loads. */
  loads(openings: readonly Opening[]): number[] {
    return openings.map(({ start }) => {
      const seen = new Set<string>();
      const waiting = [...start];
      let bytes = 0;
      for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        const piece = this.#pieces.get(this.#pieceOf.get(key) ?? '');
        if (piece === undefined || seen.has(piece.id)) continue;
        seen.add(piece.id);
        bytes += piece.size;
        waiting.push(...piece.imports);
      }
      return bytes;
    });
  }
}

const importFrom = /import(?:\{[^}]*\}from)?"\.\/([^"]+)";?/g;

/** Two pieces as one: what each took from the other needs no import any more. */
export function asOne(one: Piece, other: Piece, keyOfFile: ReadonlyMap<string, string>): Piece {
  const inside = new Set([...one.keys, ...other.keys]);
  const within = (code: string): string =>
    code.replace(importFrom, (all, file: string) =>
      inside.has(keyOfFile.get(file) ?? '') ? '' : all,
    );
  const code = within(one.code) + within(other.code);
  return {
    id: one.id,
    keys: [...one.keys, ...other.keys],
    code,
    size: bytesOf(code),
    imports: new Set([...one.imports, ...other.imports]),
    canJoin: true,
    isLazy: one.isLazy || other.isLazy,
    owners: new Set([...one.owners, ...other.owners]),
  };
}

/** Bytes of a text after gzip. */
export function bytesOf(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}
