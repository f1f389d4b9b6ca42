import type { Example } from './baseline.ts';
import { afterwardsCases } from './cases/afterwards.ts';
import { azureDiskCases } from './cases/azure-disk.ts';
import { inputOf, type RuleCase } from './cases/case.ts';
import { choosingCases } from './cases/choosing.ts';
import { commvaultCases } from './cases/commvault.ts';
import { disasterCases } from './cases/disaster.ts';
import { disksCases } from './cases/disks.ts';
import { machineCases } from './cases/machine.ts';
import { networkCases } from './cases/network.ts';
import { outageCases } from './cases/outage.ts';
import { platformCases } from './cases/platform.ts';
import { regionsCases } from './cases/regions.ts';
import { replaceCases } from './cases/replace.ts';
import { softDeleteCases } from './cases/soft-delete.ts';
import { spoken } from './cases/spoken.ts';
import { stagingCases } from './cases/staging.ts';
import { subscriptionCases } from './cases/subscription.ts';
import { trackingCases } from './cases/tracking.ts';
import { zonesCases } from './cases/zones.ts';
import type { CatalogueRule } from './catalogue.ts';
import { inScope, type RuleVerdict, verdictsAmong } from './engine.ts';
import { ask, guarded } from './known.ts';

export const cases: readonly RuleCase[] = [
  ...choosingCases,
  ...stagingCases,
  ...disksCases,
  ...replaceCases,
  ...subscriptionCases,
  ...regionsCases,
  ...disasterCases,
  ...zonesCases,
  ...machineCases,
  ...networkCases,
  ...azureDiskCases,
  ...commvaultCases,
  ...trackingCases,
  ...afterwardsCases,
  ...platformCases,
  ...outageCases,
  ...softDeleteCases,
];

/** In what an example is another than the baseline. */
type Worked = Pick<RuleCase, 'given' | 'when'>;

/** The baseline and every worked example, those that differ least from it first. */
const worked: readonly Worked[] = [
  {},
  ...cases,
  ...Object.values(spoken).map(([given, when]) => ({ given, when })),
].toSorted((a, b) => differences(a) - differences(b));

function differences({ given = {}, when = {} }: Worked): number {
  const groups = [...Object.values(given), when];
  return groups.reduce((sum, group) => sum + Object.keys(group).length, 0);
}

/** What a rule does in an example: its verdict, or silence. */
export type ExampleResult = RuleVerdict | { state: 'silent' };

/** How a rule stands in an example, which is taken as it is: nothing is cleared or filled in. */
export function resultIn(rule: CatalogueRule, { facts, choices }: Example): ExampleResult {
  return verdictsAmong([rule], facts, choices)[0] ?? { state: 'silent' };
}

/** The example of the baseline in which a rule speaks, or the next one to it; null where none does. */
export function speakingExample(rule: CatalogueRule, among = examples()): Example | null {
  return among.find((one) => resultIn(rule, one).state === 'speaks') ?? null;
}

/**
 * The same for silence, by its own facts and choices where there is such an example, else by another
 * product or flow, to which the rule does not belong.
 */
export function silentExample(rule: CatalogueRule, among = examples()): Example | null {
  const silent = among.filter((one) => resultIn(rule, one).state === 'silent');
  return silent.find(({ choices }) => inScope(rule, choices)) ?? silent[0] ?? null;
}

/** Choices that decide whether a rule applies at all. */
const SCOPE = ['c.datasource', 'c.product'];

/**
 * Names of the facts and choices (`vm.zone`, `c.option`) that a rule looks at in any example or in the
 * given one, in the order of reading; at the end those that decide whether it applies at all.
 */
export function namesRead(
  rule: CatalogueRule,
  given: Example,
  among = examples(),
): readonly string[] {
  const names = new Set<string>();
  for (const { facts, choices } of [given, ...among]) {
    const view = guarded(facts, choices, (name) => names.add(name));
    ask(() => rule.when(view.facts, view.c));
  }
  return [...new Set([...names].filter((name) => !SCOPE.includes(name))), ...SCOPE];
}

let ofWorked: readonly Example[] | null = null;

/** The worked examples, those that differ least from the baseline first. */
function examples(): readonly Example[] {
  ofWorked ??= examplesOf(worked);
  return ofWorked;
}

function examplesOf(some: readonly Worked[]): readonly Example[] {
  return some.map(inputOf);
}
