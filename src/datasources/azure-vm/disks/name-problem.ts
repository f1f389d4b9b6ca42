import { createVmRules } from '#src/rules/catalogue/create-vm.ts';
import { platformRules } from '#src/rules/catalogue/platform.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { verdictsAmong } from '#src/rules/engine.ts';
import { diskActions } from '#src/strings/disk-actions.ts';
import { sayOf } from '#src/strings/rule-source.ts';

const nameRules = [...createVmRules, ...platformRules].filter(
  ({ field, kind }) => field === 'vmName' && (kind === 'block' || kind === 'require-field'),
);

/**
 * Why a VM can't have a name, by the rules of the wizard; null where nothing is known against it. `taken`:
 * undefined while the names are not read.
 */
export function nameProblem(
  name: string | null,
  taken: readonly string[] | undefined,
): string | null {
  const facts = { target: { vmNames: taken } };
  const choices = { ...NO_CHOICES, option: 'createVm' as const, vmName: name };
  const first = verdictsAmong(nameRules, facts, choices).find(({ state }) => state === 'speaks');
  return first === undefined ? null : sayOf(first.rule);
}

/** NICs are named by rules of their own (Microsoft Learn, Naming rules and restrictions, Microsoft.Network). */
export const nicNameProblem = (name: string): string | null =>
  /^[A-Za-z0-9]([\w.-]{0,78}\w)?$/.test(name) ? null : diskActions.problem.nicName;
