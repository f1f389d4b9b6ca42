import { emptyMemory, type Memory } from '#src/mocks/resource-graph/kql/known.ts';
import { parseQuery, type Query } from '#src/mocks/resource-graph/kql/pipeline.ts';
import type { ResourceRow } from '#src/mocks/resource-graph/rows.ts';
import type { Relation } from '#src/mocks/resource-graph/kql/relation.ts';
import { changesWithTime, runQuery } from '#src/mocks/resource-graph/kql/run.ts';
import { tablesOf } from '#src/mocks/resource-graph/tables.ts';
import type { State } from '#src/mocks/world/fold.ts';

interface Question {
  readonly text: string;
  readonly subscriptions: readonly string[];
  readonly now: number;
}

interface Remembered {
  readonly query: Query;
  readonly memory: Memory<ResourceRow>;
  readonly relation: Relation;
  /** The moment that it is for; null: any. */
  readonly now: number | null;
}

/** How many answers are kept for one state of the world. */
const MOST_ANSWERS = 12;

/** Answers of queries by the state of the world that they are about: following pages are slices. */
const answers = new WeakMap<State, Map<string, Remembered>>();

function computed(
  state: State,
  { subscriptions, now }: Omit<Question, 'text'>,
  { query, memory }: Pick<Remembered, 'query' | 'memory'>,
): Remembered {
  const tables = tablesOf({ state, now, subscriptions });
  const isTimed = changesWithTime(query, tables);
  return {
    query,
    memory,
    relation: runQuery(query, tables, isTimed ? memory : undefined),
    now: isTimed ? now : null,
  };
}

/** What a query answers, computed or remembered. Throws a KqlError for what is not simulated. */
export function answerOf(state: State, { text, subscriptions, now }: Question): Relation {
  const known = answers.get(state) ?? new Map<string, Remembered>();
  answers.set(state, known);
  const key = JSON.stringify([subscriptions, text]);
  const found = known.get(key);
  const isStill = found !== undefined && (found.now === null || found.now === now);
  const parsed = found ?? { query: parseQuery(text), memory: emptyMemory() };
  const remembered = isStill ? found : computed(state, { subscriptions, now }, parsed);
  // The one that was used last comes last, and the first is forgotten.
  known.delete(key);
  known.set(key, remembered);
  for (const oldest of [...known.keys()].slice(0, -MOST_ANSWERS)) known.delete(oldest);
  return remembered.relation;
}
