import type { FactName } from '#src/rules/facts.ts';
import {
  otherFlowSources,
  pointSources,
  vaultSources,
} from '#src/wizard/draft/sources/backup-sources.ts';
import type { Read } from '#src/wizard/draft/reads.ts';
import type { FactSource, Way, WireField } from '#src/wizard/draft/sources/fact-source.ts';
import { machineSources } from '#src/wizard/draft/sources/machine-sources.ts';
import { READ_SOURCES, type ReadName } from '#src/wizard/draft/sources/read-sources.ts';
import { aroundSources, targetSources } from '#src/wizard/draft/sources/target-sources.ts';

/** Where every fact that a rule may read comes from. `npm run docs` makes `docs/facts.md` of it. */
export const FACT_SOURCES: Readonly<Record<FactName, FactSource>> = {
  ...machineSources,
  ...pointSources,
  ...vaultSources,
  ...targetSources,
  ...aroundSources,
  ...otherFlowSources,
};

type StateOf = (read: ReadName) => Read<unknown>['state'];

/**
 * Of each way that could tell a fact, the read that it lacks; null for a way that has all it needs.
 * Empty for a fact that Azure never tells. A fact is not known where every way lacks something.
 */
export function lackingReads(
  source: FactSource,
  stateOf: StateOf,
  isSecondary: boolean,
): (ReadName | null)[] {
  return waysIn(source, isSecondary).map(
    (way) => way.map(([read]) => heldUpBy(read, stateOf)).find((read) => read !== null) ?? null,
  );
}

/** The ways that could tell a fact about the region restored to. */
export function waysIn(source: FactSource, isSecondary: boolean): readonly Way[] {
  return isSecondary ? secondaryWaysOf(source) : waysOf(source);
}

function waysOf(source: FactSource): readonly Way[] {
  if (source.from === 'azure') return source.ways;
  return source.from === 'operator' ? (source.unless ?? []).map((field) => [field] as const) : [];
}

/** In the secondary region its own points tell what points tell, before those of the primary one. */
function secondaryWaysOf(source: FactSource): Way[] {
  const besides = source.from === 'azure' ? (source.inSecondary ?? []) : [];
  return waysOf(source).flatMap((way): Way[] => {
    const [first, ...rest] = way;
    const own: Way = [first, ...rest, ...besides];
    if (!way.some(([read]) => read === 'points')) return [own];
    const there = ([read, field]: WireField): WireField => [
      read === 'points' ? 'secondaryPoints' : read,
      field,
    ];
    return [[there(first), ...rest.map(there), ...besides], own];
  });
}

/** What a read waits for: itself, or where it was not asked the one before it; null when it is there. */
function heldUpBy(read: ReadName, stateOf: StateOf): ReadName | null {
  const state = stateOf(read);
  if (state === 'known') return null;
  const { after } = READ_SOURCES[read];
  return state === 'not asked' && after !== null ? (heldUpBy(after, stateOf) ?? read) : read;
}
