import type { ReachCounts } from '#src/model/places.ts';
import { crrRules } from './catalogue/crr.ts';
import { czrRules } from './catalogue/czr.ts';
import { outageRules } from './catalogue/platform.ts';
import { verdictsAmong } from './engine.ts';
import type { Facts } from './facts.ts';
import { type ChoiceField, type Choices, NO_CHOICES } from './fields.ts';
import { fieldsOf, type Rule } from './rule.ts';

/** The kinds of vaults, by what they report of their copies. */
export const VAULT_KINDS = ['secondary', 'declared', 'zones', 'one', 'unknown'] as const;
export type VaultKind = (typeof VAULT_KINDS)[number];

/** Where VMs are restored to while a region, or a zone of it, is down. */
export type Place = 'zone' | 'pair';

/**
 * What the rules say of a place by a vault alone: it refuses every VM of the vault, it depends on the VM and its restore
 * points (`declared`: and on Microsoft), or the vault doesn’t report what decides.
 */
export type Reach = 'refused' | 'depends' | 'declared' | 'notChecked';

const VAULTS: Readonly<Record<Exclude<keyof ReachCounts, 'all'>, Facts['vault']>> = {
  secondary: { redundancy: 'GRS', crrEnabled: true },
  declared: { redundancy: 'GRS', crrEnabled: false },
  zones: { redundancy: 'ZRS', crrEnabled: false },
  one: { redundancy: 'LRS', crrEnabled: false },
  unknown: {},
};

const RULES: readonly Rule[] = [...czrRules, ...crrRules, ...outageRules];

/** Fields of which a rule decides on the place, not on how it is restored there. */
const FIELDS: Readonly<Record<Place, readonly ChoiceField[]>> = {
  zone: ['zone'],
  pair: ['regionView', 'option'],
};

/** What is chosen for a place. Without Cross Region Restore it takes a region that is down to get to the paired one. */
function choicesOf(place: Place, isZonal: boolean, isOn: boolean): Choices {
  return {
    ...NO_CHOICES,
    datasource: 'azure-vm',
    option: 'createVm',
    zone: place === 'zone' ? '1' : null,
    secondary: place === 'pair' && (isZonal || isOn),
  };
}

/** What the rules say of a place for the VMs of a kind of vault, while their region or a zone of it is down. */
export function reachOf(kind: VaultKind, place: Place, isZonal: boolean): Reach {
  const vault = VAULTS[kind];
  const facts: Facts = { vault, platform: { primaryDown: !isZonal } };
  const choices = choicesOf(place, isZonal, vault?.crrEnabled === true);
  const verdicts = verdictsAmong(RULES, facts, choices);
  const deciding = verdicts.filter(
    ({ rule }) =>
      (rule.kind === 'block' || (rule.kind === 'hide-field' && place === 'zone')) &&
      fieldsOf(rule).some((field) => FIELDS[place].some((one) => one === field)),
  );
  if (deciding.some(({ state }) => state === 'speaks')) return 'refused';
  const isSilent = deciding.some((one) => 'fact' in one && one.fact.startsWith('vault.'));
  if (isSilent) return 'notChecked';
  const isDeclared = verdicts.some(
    ({ rule, state }) => rule.id === 'platform.outage.declared' && state === 'speaks',
  );
  return isDeclared ? 'declared' : 'depends';
}
