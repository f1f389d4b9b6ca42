import { baseline } from '../baseline.ts';
import type { Choices } from '../fields.ts';
import type { FullFacts } from '../facts.ts';

/** Facts that differ from the baseline, by group. */
export type Given = { [G in keyof FullFacts]?: Partial<FullFacts[G]> };

/**
 * A worked example. `blocked` is exact (left out: nothing is blocked); the other lists are minimums;
 * `absent` names ids that must not be listed under any kind.
 */
export type RuleCase = {
  id: string;
  /** Left out: the facts of the baseline. */
  given?: Given;
  /** Left out: the choices of the baseline. */
  when?: Partial<Choices>;
  /** Left out: nothing is blocked, and nothing more is known of it. */
  expected?: {
    blocked?: readonly string[];
    required?: readonly string[];
    hidden?: readonly string[];
    defaulted?: readonly string[];
    warned?: readonly string[];
    info?: readonly string[];
    checklist?: readonly string[];
    absent?: readonly string[];
  };
  source: string;
};

/** Network and staging storage account in the paired region of the baseline's vault. */
export const inPair = {
  region: 'centralus',
  vnet: { region: 'centralus' },
  staging: { region: 'centralus' },
} satisfies Partial<Choices>;

/** A Cross Region Restore to there. */
export const inSecondary = { ...inPair, secondary: true } satisfies Partial<Choices>;

/** A restore to another subscription than the vault's. */
export const elsewhere = {
  subscription: 'sub-B',
  vnet: { subscription: 'sub-B' },
} satisfies Partial<Choices>;

/** A replacement of disks, confirmed. */
export const replacing = {
  group: 'replaceExisting',
  option: 'replaceDisks',
  confirmReplace: true,
} satisfies Partial<Choices>;

/** The restore of an Azure disk. */
export const ofDisk = {
  datasource: 'azure-disk',
  option: null,
  group: null,
} satisfies Partial<Choices>;

/** West Europe is down, and the vault there has no Cross Region Restore to North Europe. */
export function westEuropeDown(redundancy: FullFacts['vault']['redundancy']): Given {
  return {
    vm: { region: 'westeurope' },
    vault: {
      region: 'westeurope',
      secondaryRegion: 'northeurope',
      redundancy,
      crrEnabled: false,
    },
    platform: { primaryDown: true },
  };
}

export type Input = { facts: FullFacts; choices: Choices };

/** The case laid over the baseline. */
export function inputOf(example: Pick<RuleCase, 'given' | 'when'>): Input {
  return laidOver(baseline, example);
}

/** Differences laid over an input: things merge by property, lists and null replace. */
export function laidOver(
  { facts, choices }: Input,
  { given = {}, when = {} }: Pick<RuleCase, 'given' | 'when'>,
): Input {
  return {
    facts: {
      vm: { ...facts.vm, ...given.vm },
      item: { ...facts.item, ...given.item },
      point: { ...facts.point, ...given.point },
      vault: { ...facts.vault, ...given.vault },
      target: { ...facts.target, ...given.target },
      platform: { ...facts.platform, ...given.platform },
      operator: { ...facts.operator, ...given.operator },
      identity: { ...facts.identity, ...given.identity },
      disk: { ...facts.disk, ...given.disk },
      bv: { ...facts.bv, ...given.bv },
      commvault: { ...facts.commvault, ...given.commvault },
      job: { ...facts.job, ...given.job },
      form: { ...facts.form, ...given.form },
      policy: { ...facts.policy, ...given.policy },
    },
    choices: {
      ...choices,
      ...when,
      staging: merged(choices.staging, when.staging),
      vnet: merged(choices.vnet, when.vnet),
    },
  };
}

function merged<T extends object>(base: T | null, patch: T | null | undefined): T | null {
  if (patch === undefined) return base;
  return patch === null ? null : { ...base, ...patch };
}
