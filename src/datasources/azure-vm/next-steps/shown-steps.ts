import { ruleNamed } from '#src/rules/engine.ts';
import type { Ground } from '#src/datasources/azure-vm/next-steps/ground.ts';
import {
  checkOf,
  isOfMachine,
  stepIds,
  textWithName,
} from '#src/datasources/azure-vm/next-steps/steps.ts';
import { ROLES_STEP, type VmStepId } from '#src/datasources/azure-vm/plan/step-ids.ts';
import { type VmRuleId, vmRules } from '#src/datasources/azure-vm/rules.ts';
import { nameOf } from '#src/model/resource-id.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { sourceLine, sayOf } from '#src/strings/rule-source.ts';
import type { ShownStep } from '#src/wizard/next-steps/StepItem.tsx';

/** A next step of a VM's restore as its list shows it. */
export interface VmShownStep extends ShownStep {
  readonly id: VmStepId;
}

/** The steps of a restore with their texts, sources and checks; `sent`: see {@link stepIds}. Pure. */
export function shownSteps(ground: Ground, sent: readonly VmStepId[] | null): VmShownStep[] {
  const machine = ground.machineId === null ? null : nameOf(ground.machineId);
  return stepIds(ground, sent).map((id) => {
    const check = checkOf(id, ground);
    return {
      id,
      text: id === ROLES_STEP ? words.roles : textWithName(textOf(id, ground), machine),
      source: sourceOf(id),
      check,
      remark: ground.machineId === null && isOfMachine(id) ? noMachine(ground) : undefined,
    };
  });
}

/** A step that depends on a setting of the source names it where the source isn't known here. */
function textOf(id: VmRuleId, { source }: Ground): string {
  const say = sayOf(ruleNamed(vmRules, id));
  const condition = source === null ? CONDITIONS.get(id) : undefined;
  return condition === undefined ? say : words.ifSource(condition, say);
}

const CONDITIONS: ReadonlyMap<VmRuleId, string> = new Map([
  ['after.extensions', words.sourceHad.extensions],
  ['after.static-ip', words.sourceHad.address],
  ['after.availability-set', words.sourceHad.set],
  ['special.hub.after', words.sourceHad.license],
  ['special.sql', words.sourceHad.sql],
]);

const noMachine = ({ kind, isUsed = false }: Ground): string =>
  isUsed ? words.noUsedMachine : words.noMachine[kind];

function sourceOf(id: VmStepId): string | null {
  const rule = vmRules.all.find((one) => one.id === id);
  return rule === undefined ? null : sourceLine(rule.source[0]);
}
