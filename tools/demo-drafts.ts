import { testArm } from '#src/api/arm/testing.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { type DraftView, typedView, vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { goesToSecondary, targetRegion } from '#src/datasources/azure-vm/target.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import { catalogueSet } from '#src/rules/catalogue.ts';
import { type ChoiceField, valueOf } from '#src/rules/fields.ts';
import { optionVerdicts } from '#src/rules/options.ts';
import { type Rule, ruleStepOf } from '#src/rules/rule.ts';
import { fixedBy, viewOf } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';
import { rememberedReads } from '#src/wizard/submit/testing-remembered.ts';

/** Where in the wizard a rule can be met: a draft's choices beside those of an empty one, and a step. */
export interface DemoLink {
  readonly step: string;
  readonly choices: Partial<VmChoices>;
  /** The value that the rule refuses there; left out where it speaks about the draft as it is. */
  readonly refused?: Partial<VmChoices>;
}

export type DemoLinks = Readonly<Record<string, DemoLink>>;

/**
 * For each rule that is heard in a draft of the demo's world, the first such draft, the plainest
 * first; a draft about which it speaks before one that only offers a value that it refuses.
 */
export async function findDemoLinks(looking: Looking): Promise<DemoLinks> {
  return linksFrom(looking, await demoStarts(looking));
}

/** The same among a part of the drafts. */
export async function linksFrom(looking: Looking, starts: readonly Start[]): Promise<DemoLinks> {
  const found = new Found();
  for (const choices of emptyStarts()) found.add(heardIn(await looking.view(choices)), choices);
  for (const { choices } of starts) found.add(heardIn(await looking.view(choices)), choices);
  for (const { choices, reads } of starts)
    for (const change of changesOf(reads)) {
      const changed = { ...choices, ...change };
      found.add(heardIn(await looking.view(changed)), changed);
    }
  for (const { choices, reads } of starts) {
    const view = await looking.view(choices);
    for (const refused of optionsOf(reads))
      found.add(heardOfOption(view, refused), choices, refused);
  }
  return found.links();
}

/** The first place in which each rule was heard. */
class Found {
  private readonly places = new Map<string, DemoLink>();

  add(rules: readonly Rule[], choices: VmChoices, refused?: DemoLink['refused']): void {
    for (const rule of rules) {
      if (this.places.has(rule.id)) continue;
      const place = { step: stepToOpen(rule), choices: made(choices) };
      this.places.set(rule.id, refused === undefined ? place : { ...place, refused });
    }
  }

  /** In the order of the ids, so that one more changes no other line. */
  links(): DemoLinks {
    return Object.fromEntries([...this.places].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Every machine, restored to its own subscription and to each other one; at the end with no point yet. */
export async function demoStarts(looking: Looking): Promise<Start[]> {
  const starts: Start[] = [];
  const bare: Start[] = [];
  for (const instance of looking.instances) {
    const machine = machineChoices(instance, null);
    const reads = await looking.reads(machine);
    const own = known(reads.instance)?.subscriptionId;
    const others = (known(reads.subscriptions) ?? []).filter(({ id }) => id !== own);
    starts.push(...startsOf(machine, reads));
    bare.push({ choices: machine, reads });
    if (known(reads.vault)?.crossRegionRestore === true) {
      const there: VmChoices = { ...machine, regionView: 'secondary' };
      starts.push(...ofNewest(startsOf(there, await looking.reads(there))));
    }
    for (const { id } of others) {
      const elsewhere = machineChoices(instance, id);
      starts.push(...ofNewest(startsOf(elsewhere, await looking.reads(elsewhere))));
    }
  }
  return [...starts, ...bare];
}

/** Elsewhere the newest point is enough: what tells points apart is tried where they are from. */
function ofNewest(starts: readonly Start[]): Start[] {
  return starts.filter(({ choices }) => choices.point === starts[0]?.choices.point);
}

/** What is met after the wizard is heard of at its last step. */
function stepToOpen(rule: Rule): string {
  const step = ruleStepOf(rule);
  return step === 'jobs' || step === 'afterwards' ? 'review' : step;
}

function made(choices: VmChoices): DemoLink['choices'] {
  const empty: Record<string, unknown> = { ...newDraft('draft', 0).choices };
  return Object.fromEntries(
    Object.entries(choices).filter(([field, value]) => value !== empty[field]),
  );
}

/** The rules that speak about a draft, or have filled something in in it. */
export function heardIn({ settled }: DraftView): Rule[] {
  const speaking = settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' ? [rule] : [],
  );
  return [...speaking, ...settled.changes.map(({ rule }) => rule)];
}

/** Fields that show what cannot be chosen in them, each value with its reasons. */
const EXPLAINED = [
  'regionView',
  'option',
  'subscription',
  'vnet',
  'zone',
  'staging',
  'diskEncryptionSet',
  'identity',
  'diskAccessId',
] as const satisfies (ChoiceField & keyof VmChoices)[];

/** The rules by which a draft's form refuses one value of a field, which is then shown with its Why. */
export function heardOfOption(view: DraftView, change: Partial<VmChoices>): Rule[] {
  const field = EXPLAINED.find((one) => one in change);
  if (field === undefined || Object.keys(change).length !== 1 || !isShown(view, field)) return [];
  const chosen = viewByAll({ ...view.draft.choices, ...change }, view.reads);
  // A subscription is judged by its own tenant.
  const { subscriptionTenant } = field === 'subscription' ? chosen.choices : view.choices;
  const value = valueOf(chosen.choices, field);
  const choices = { ...view.choices, subscriptionTenant };
  return optionVerdicts({ facts: chosen.facts, choices, set: catalogueSet }, field, value).flatMap(
    ({ rule, state }) => (state === 'speaks' ? [rule] : []),
  );
}

function isShown(view: DraftView, field: ChoiceField): boolean {
  return !view.hidden.has(field) || fixedBy(view, field) !== undefined;
}

/** Looks at drafts of the demo's world as the wizard would. */
export interface Looking {
  /** Items of the vaults, by their ids. */
  readonly instances: readonly string[];
  reads(choices: VmChoices): Promise<Reads>;
  view(choices: VmChoices): Promise<DraftView>;
}

/** A draft judged by every rule of the catalogue, also by those of disks. */
const viewByAll = (choices: Partial<VmChoices>, reads: Reads): DraftView =>
  typedView(viewOf({ ...vmModel, rules: catalogueSet }, newDraft('draft', 0, choices), reads));

/** A simulated Azure at the beginning of the demo's own world, with the client over it. */
export function lookAtDemo(): Looking {
  const { azure } = testAzure('default');
  const { arm } = testArm((request) => azure.fetch(request));
  // Nothing is changed here, so what was read once stays true.
  const reads = rememberedReads(arm);
  return {
    instances: defaultWorld.instances.map(({ id }) => id),
    reads,
    view: async (choices) => viewByAll(choices, await reads(choices)),
  };
}

/** A draft filled in without special wishes. */
interface Start {
  readonly choices: VmChoices;
  readonly reads: Reads;
}

const nothing: VmChoices = newDraft('draft', 0).choices;

/** What is chosen before a machine is. */
export function emptyStarts(): VmChoices[] {
  return [
    nothing,
    { ...nothing, datasource: 'azure-vm' },
    { ...nothing, datasource: 'azure-disk' },
  ];
}

/** A machine, with the subscription that it is restored to; null is its vault's own. */
function machineChoices(instance: string, subscription: string | null): VmChoices {
  return { ...nothing, datasource: 'azure-vm', instance, subscription };
}

/** One draft for each sort of point and each kind of restore, with the first of every list chosen. */
function startsOf(machine: VmChoices, reads: Reads): Start[] {
  const isSecondary = goesToSecondary(machine, reads);
  return sortsOfPoints(known(isSecondary ? reads.secondaryPoints : reads.points) ?? []).flatMap(
    ({ name }) => {
      const placed = { ...machine, ...places(machine, reads), point: name };
      const choices: VmChoices[] = [
        { ...placed, option: 'createVm', vmName: 'vm-restored' },
        { ...placed, option: 'restoreDisks' },
        {
          ...placed,
          group: 'replaceExisting',
          option: 'replaceDisks',
          confirmReplace: known(reads.instance)?.friendlyName ?? null,
        },
        { ...placed, option: null },
      ];
      return choices.map((one) => ({ choices: one, reads }));
    },
  );
}

/** The newest of all points that differ in nothing but their time. */
function sortsOfPoints(points: readonly RecoveryPoint[]): RecoveryPoint[] {
  const sorts = new Map<string, RecoveryPoint>();
  for (const point of points) {
    const { id: _id, name: _name, time: _time, ...sort } = point;
    const key = JSON.stringify(sort);
    if (!sorts.has(key)) sorts.set(key, point);
  }
  return [...sorts.values()];
}

function places(machine: VmChoices, reads: Reads): Partial<VmChoices> {
  const region = targetRegion(machine, reads) ?? null;
  const near = <Thing extends { readonly region: string }>(things: readonly Thing[] | undefined) =>
    things?.find((thing) => sameId(thing.region, region));
  return {
    rg: known(reads.groups)?.[0]?.name ?? null,
    vnet: near(known(reads.networks))?.id ?? null,
    staging: near(known(reads.accounts))?.id ?? null,
  };
}

type Change = Partial<VmChoices>;

const other =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-other';
const account = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/st';

/** Possible changes to the first choices, each alone: every list, and typed values. */
function changesOf(reads: Reads): Change[] {
  return [{}, ...steps(), ...names(reads), ...placement(reads), ...special(reads), ...answers()];
}

/** Single values that the lists of the form offer, to check before they are chosen. */
function optionsOf(reads: Reads): Change[] {
  const types = ['createVm', 'restoreDisks', 'replaceDisks'] as const;
  return [
    ...types.map((option) => ({ option })),
    ...(known(reads.subscriptions) ?? []).map(({ id }) => ({ subscription: id })),
    { regionView: 'secondary' },
    ...placement(reads),
    ...special(reads),
    { identity: 'user' },
  ];
}

/** Possible answers about the machine; later answers depend on the first. */
function answers(): Change[] {
  const several = { dc: 'multiple-dc-single-domain' } as const;
  const joined = { dc: 'none', domainJoined: 'yes' } as const;
  return [
    { dc: 'single-dc-single-domain' },
    { ...several, otherDcReachable: 'yes', isolatedNetwork: 'no' },
    { ...several, otherDcReachable: 'no', isolatedNetwork: 'no' },
    { dc: 'single-dc-multi-domain' },
    { dc: 'multi-domain-forest' },
    joined,
    { ...joined, domainTrouble: 'yes' },
    { isSql: 'yes' },
    { cloudInit: 'yes' },
  ];
}

function steps(): Change[] {
  return [
    { datasource: null },
    { point: null },
    // As a draft may have it whose point was chosen in the primary region.
    { regionView: 'secondary' },
    { group: 'replaceExisting', option: null },
    { confirmReplace: null },
    { warningsRead: false },
  ];
}

function names(reads: Reads): Change[] {
  const taken = known(reads.machineNames)?.[0];
  const source = known(reads.instance);
  const vmNames = [null, taken, ' vm ', 'vm-'.repeat(30), 'vm*1', '-vm-', 'windows', 'login-vm'];
  const groups = [
    ' rg ',
    'rg-'.repeat(40),
    'rg*1',
    'rg.',
    'rg-new',
    known(reads.groups)?.[0]?.name,
  ];
  return [
    ...vmNames.flatMap((vmName) => (vmName === undefined ? [] : [{ vmName }])),
    ...groups.flatMap((rg) => (rg === undefined ? [] : [{ rg, rgIsNew: true }])),
    { rg: null },
    ...(source === undefined ? [] : [{ vmName: source.friendlyName, rg: source.resourceGroup }]),
  ];
}

function placement(reads: Reads): Change[] {
  return [
    { vnet: null },
    ...(known(reads.networks) ?? []).map(({ id }) => ({ vnet: id })),
    ...(known(reads.networks) ?? []).flatMap(({ id, subnets }) =>
      subnets.slice(0, 1).map(({ name }) => ({ vnet: id, subnet: name })),
    ),
    ...['1', '2', '3'].map((zone) => ({ zone })),
    { staging: null },
    ...(known(reads.accounts) ?? []).map(({ id }) => ({ staging: id })),
  ];
}

function special(reads: Reads): Change[] {
  const identityIds = [
    null,
    ...(known(reads.vault)?.userIdentityIds ?? []),
    ' id ',
    'id',
    other,
    account,
  ];
  const accesses = [null, ...(known(reads.diskAccesses) ?? []).map(({ id }) => id)];
  return [
    { restoreAsManaged: true },
    { restoreAsManaged: false },
    { identity: 'system' },
    // Identities and zones together, as a restore elsewhere may need both.
    { identity: 'system', zone: '1' },
    ...identityIds.map((identityId): Change => ({ identity: 'user', identityId })),
    ...(known(reads.encryptionSets) ?? []).map(({ id }) => ({ diskEncryptionSet: id })),
    { diskAccess: 'same' },
    { diskAccess: 'public' },
    ...accesses.map((diskAccessId): Change => ({ diskAccess: 'private', diskAccessId })),
  ];
}
