import type { StepCheck } from '#src/model/next-steps.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { commvaultRules } from '#src/rules/catalogue/commvault.ts';
import type { Settled } from '#src/rules/settle.ts';
import { commvaultJob } from '#src/strings/commvault.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import type { ShownStep } from '#src/wizard/next-steps/NextStepList.tsx';

const own = commvaultJob.steps;
const rules = ruleSet(commvaultRules);

/** What document 003 says to do after a restore, and what no document mentions and holds for any VM that is made anew. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['commvault.kv.access', sayOf(ruleNamed(rules, 'commvault.kv.access'))],
  ['commvault.cmk.des', sayOf(ruleNamed(rules, 'commvault.cmk.des'))],
  ['commvault.nsg.none', sayOf(ruleNamed(rules, 'commvault.nsg.none'))],
  ['own.backup', own.backup],
  ['own.address', own.address],
  ['own.extensions', own.extensions],
]);
const IDS: readonly string[] = [...TEXTS.keys()];

/** A next step in words, by its id; null: this version has none of that id. */
export const stepText = (id: string): string | null => TEXTS.get(id) ?? null;

/** The next steps of a restore as it is chosen: those of rules that speak, and those of any VM. Pure. */
export const commvaultSteps = ({ verdicts }: Pick<Settled, 'verdicts'>): string[] =>
  IDS.filter(
    (id) =>
      id.startsWith('own.') ||
      verdicts.some(({ rule, state }) => rule.id === id && state === 'speaks'),
  );

/** The steps of a restore with their texts, sources and checks. `sent`: as they were at its press; null: all. Pure. */
export function shownCommvaultSteps(
  machineId: ResourceId | null,
  sent: readonly string[] | null,
): ShownStep[] {
  return (sent ?? IDS).flatMap((id) => {
    const text = stepText(id);
    if (text === null) return [];
    const rule = rules.byId.get(id);
    return [
      {
        id,
        text,
        source: rule === undefined ? null : sourceLine(rule.source[0]),
        check: machineId === null ? null : checkOf(id, machineId),
      },
    ];
  });
}

/** What verifies a step; null: no read can. What the source had isn't kept, so two of them only say what is there. */
function checkOf(id: string, machineId: ResourceId): StepCheck | null {
  switch (id) {
    case 'commvault.cmk.des':
      return { kind: 'keys', machineId };
    case 'own.address':
      return { kind: 'address', machineId, wanted: null };
    case 'own.extensions':
      return { kind: 'extensions', machineId, wanted: null };
    default:
      return null;
  }
}
