import { readFileSync } from 'node:fs';

/** A constraint as the project's documents have it. */
export interface WrittenRule {
  readonly id: string;
  readonly says: string;
  readonly source: string;
}

const here = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

const row =
  /^\| `(?<id>[^`]+)` \| [^|]* \| [^|]* \| (?<says>[^|]*) \| [^|]* \| (?<source>[^|]*) \|/gm;

/** Every constraint, out of the document that is made from the catalogue. */
export function writtenRules(): WrittenRule[] {
  return [...here('../../docs/constraints.md').matchAll(row)].map(({ groups = {} }) => ({
    id: groups['id'] ?? '',
    says: groups['says'] ?? '',
    source: groups['source'] ?? '',
  }));
}

const normal = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Those of some constraints whose text and source stand in a text. */
export function heardIn(text: string, all: readonly WrittenRule[]): WrittenRule[] {
  const whole = normal(text);
  return all.filter(({ says, source }) => whole.includes(normal(says)) && whole.includes(source));
}

/** The draft that the demo has for a constraint. */
export interface DemoCase {
  /** The field of a list of which it refuses an entry; null where it speaks about the draft as it is. */
  readonly refused: string | null;
  /** Drafts with the same choices have the same number. */
  readonly nth: number;
}

/** The constraints for which there is a draft in the demo. */
export function demoCases(): ReadonlyMap<string, DemoCase> {
  const written: unknown = JSON.parse(here('../../src/pages/rules/demo-links.json'));
  const hasLinks = typeof written === 'object' && written !== null && 'links' in written;
  const entries = Object.entries((hasLinks ? written.links : null) ?? {});
  const drafts = entries.map(([, link]: [string, unknown]) => JSON.stringify(link));
  return new Map(
    entries.map(([id, link]: [string, { refused?: object }], nth) => [
      id,
      {
        refused: Object.keys(link.refused ?? {})[0] ?? null,
        nth: drafts.indexOf(drafts[nth] ?? ''),
      },
    ]),
  );
}
