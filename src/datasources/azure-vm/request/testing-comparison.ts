import { testArm } from '#src/api/arm/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { armFacts } from '#src/api/arm/error.ts';
import {
  rightToPoint,
  startRestore,
  startSecondaryRestore,
} from '#src/api/recovery-services/restores.ts';
import { createResourceGroup } from '#src/api/resources/places.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import { known } from '#src/wizard/read.ts';
import { findingsOf, refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { targetRegion } from '#src/datasources/azure-vm/target.ts';
import { type DraftView, vmViewOf } from '#src/datasources/azure-vm/model.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request.ts';
import { type ReadFor, rememberedReads } from '#src/wizard/submit/testing-remembered.ts';

/** Two judges, written from the same documents by different hands, asked about the same restore. */

/** A world, with the client over its Azure. */
export interface Place {
  readonly arm: ArmPipelines;
  readonly world: {
    readonly instances: readonly { readonly id: string }[];
    readonly subscriptions: readonly { readonly subscriptionId: string }[];
    readonly accounts: readonly { readonly id: string }[];
  };
}

/** A place of its own, so that one test reserves no names in another. */
export function placeOf<World extends Seed>(world: World) {
  const { azure } = testAzure({ seed: world, profile: 'documented', faults: [] });
  return { world, arm: testArm((request) => azure.fetch(request)).arm };
}

function judge({ facts, choices, settled }: DraftView) {
  const refused = refusedAtSubmit(facts, choices, vmRules).map(({ rule }) => rule);
  const service = refused.filter((rule) => rule.by?.by === 'service');
  const notChecked = findingsOf(settled).notChecked.map(({ rule }) => rule.id);
  return {
    refusing: refused.map(({ id }) => id),
    byService: service.map(({ id }) => id),
    notChecked,
  };
}

/** The status that Azure answers the restore of a draft with; null when there is no request to send. */
export async function azureSays({ arm }: Place, view: DraftView): Promise<number | null> {
  const planned = plannedRestore(view);
  if (!planned.ok) return null;
  const { restore, newGroup, isSecondary } = planned.value;
  try {
    if (newGroup !== null) await createResourceGroup(arm, newGroup);
    if (isSecondary)
      await startSecondaryRestore(arm, restore, await rightToPoint(arm, restore), 'test');
    else await startRestore(arm, restore, 'test');
    return 202;
  } catch (error) {
    return armFacts(error)?.status ?? 0;
  }
}

/** A restore to try. Numbers select from the list that the form would offer. */
export interface Wanted {
  readonly option: NonNullable<VmChoices['option']>;
  /** Missing: the primary one. */
  readonly regionView?: VmChoices['regionView'];
  readonly instance: number;
  readonly point: number | null;
  readonly subscription: number | null;
  /** Of the list offered, a new one, or one that was deleted since it was chosen. */
  readonly rg: number | 'new' | 'deleted' | null;
  /** Of the list offered, or any account of the world, chosen before the list was another. */
  readonly staging: number | { readonly stale: number } | null;
  /** A new name, one of a machine of the subscription, or one as it is. */
  readonly vmName: number | 'new' | { readonly typed: string } | null;
  readonly vnet: number | null;
  readonly subnet: number | null;
  readonly zone: number | null;
  readonly restoreAsManaged: boolean | null;
  readonly set: number | null;
  readonly identity: VmChoices['identity'];
  /** Of the vault's own, or as it is pasted. */
  readonly identityId: number | { readonly typed: string } | null;
  readonly diskAccess: VmChoices['diskAccess'];
  readonly access: number | null;
  readonly isConfirmed: boolean;
  /** What the person says is down. */
  readonly outage?: VmChoices['outage'];
}

/** Disks into a group, and nothing special about it. */
export const PLAIN: Wanted = {
  option: 'restoreDisks',
  instance: 0,
  point: 0,
  subscription: null,
  rg: 0,
  staging: 0,
  vmName: 'new',
  vnet: 0,
  subnet: null,
  zone: null,
  restoreAsManaged: null,
  set: null,
  identity: 'none',
  identityId: null,
  diskAccess: null,
  access: null,
  isConfirmed: true,
};

const at = <Item>(list: readonly Item[], index: number | null): Item | null =>
  index === null ? null : (list[index % Math.max(1, list.length)] ?? null);

let made = 0;
function fresh(prefix: string): string {
  made += 1;
  return `${prefix}-${String(made)}`;
}

/** What was read of a place. */
const readers = new WeakMap<Place, ReadFor>();

/** What the wizard reads for these choices. Restores change nothing of it that counts. */
async function readsOf(place: Place, choices: VmChoices): Promise<Reads> {
  const read = readers.get(place) ?? rememberedReads(place.arm);
  readers.set(place, read);
  return read(choices);
}

/** Fills in what is wanted from the lists that the form would offer. */
export async function viewFor(place: Place, wanted: Wanted): Promise<DraftView> {
  const instance = at(place.world.instances, wanted.instance)?.id ?? '';
  const subscription = at(place.world.subscriptions, wanted.subscription)?.subscriptionId ?? null;
  const { option } = wanted;
  const plain: VmChoices = {
    ...newDraft('draft', 0).choices,
    datasource: 'azure-vm',
    regionView: wanted.regionView ?? 'primary',
    instance,
    subscription,
    group: option === 'replaceDisks' ? 'replaceExisting' : 'createNew',
    option,
    rgIsNew: wanted.rg === 'new',
    restoreAsManaged: wanted.restoreAsManaged,
    identity: wanted.identity,
    diskAccess: wanted.diskAccess,
    outage: wanted.outage ?? null,
    consequenceRead: true,
    warningsRead: true,
  };
  const offered = await readsOf(place, plain);
  const choices: VmChoices = {
    ...plain,
    ...placed(wanted, offered),
    ...special(wanted, offered),
    staging: stagingOf(place, wanted, offered),
  };
  return viewOfChoices(place, choices);
}

/** A draft with these choices, and what the wizard reads for them. */
export async function viewOfChoices(place: Place, choices: VmChoices): Promise<DraftView> {
  return vmViewOf(newDraft('draft', 0, choices), await readsOf(place, choices));
}

function placed(wanted: Wanted, reads: Reads): Partial<VmChoices> {
  const { regionView, point, rg, vmName, vnet, subnet } = wanted;
  const points = known(reads.points) ?? [];
  // Those that are there, and those that are not.
  const there = [...(known(reads.secondaryPoints) ?? []), ...points.slice(0, 1)];
  const groups = known(reads.groups) ?? [];
  const networks = nearFirst(known(reads.networks), wanted, reads);
  const network = at(networks, vnet);
  const subnets = (network?.subnets ?? []).filter(({ isDelegated }) => !isDelegated);
  return {
    point: at(regionView === 'secondary' ? there : points, point)?.name ?? null,
    rg:
      rg === 'deleted'
        ? 'rg-deleted'
        : rg === 'new'
          ? fresh('rg-new')
          : (at(groups, rg)?.name ?? null),
    vmName: nameOf(vmName, known(reads.machineNames) ?? []),
    vnet: network?.id ?? null,
    subnet: at(subnets, subnet)?.name ?? null,
  };
}

function special(wanted: Wanted, reads: Reads): Partial<VmChoices> {
  const near = <Thing extends { readonly region: string }>(things: readonly Thing[] | undefined) =>
    (things ?? []).filter((thing) => !isFar(thing, wanted, reads));
  const { identityId, isConfirmed } = wanted;
  const [region] = near((known(reads.regions) ?? []).map((one) => ({ ...one, region: one.name })));
  // Of sets and accesses only those that can be used: see the last test.
  const sets = near(known(reads.encryptionSets)).filter(({ isReady }) => isReady);
  const accesses = near(known(reads.diskAccesses)).filter((one) => one.hasApprovedEndpoint);
  return {
    zone: at(region?.zones ?? [], wanted.zone),
    diskEncryptionSet: at(sets, wanted.set)?.id ?? null,
    diskAccessId: at(accesses, wanted.access)?.id ?? null,
    identityId:
      typeof identityId === 'object' && identityId !== null
        ? identityId.typed
        : at(known(reads.vault)?.userIdentityIds ?? [], identityId),
    confirmReplace: isConfirmed ? (known(reads.instance)?.friendlyName ?? null) : null,
  };
}

function isFar({ region }: { readonly region: string }, wanted: Wanted, reads: Reads): boolean {
  const { regionView = 'primary', outage = null } = wanted;
  return !sameId(region, targetRegion({ regionView, outage }, reads) ?? null);
}

function nameOf(wanted: Wanted['vmName'], taken: readonly string[]): string | null {
  if (wanted === 'new') return fresh('vm-new');
  return typeof wanted === 'object' && wanted !== null ? wanted.typed : at(taken, wanted);
}

function stagingOf({ world }: Place, wanted: Wanted, reads: Reads): string | null {
  const { staging } = wanted;
  return typeof staging === 'object' && staging !== null
    ? (at(world.accounts, staging.stale)?.id ?? null)
    : (at(nearFirst(known(reads.accounts), wanted, reads), staging)?.id ?? null);
}

/** As a list of the form has them: those of the region before those elsewhere. */
const nearFirst = <Thing extends { readonly region: string }>(
  things: readonly Thing[] | undefined,
  wanted: Wanted,
  reads: Reads,
): Thing[] =>
  (things ?? []).toSorted(
    (a, b) => Number(isFar(a, wanted, reads)) - Number(isFar(b, wanted, reads)),
  );

export type Outcome = 'taken' | 'refused' | 'not checked' | 'portal' | `disagreed: ${string}`;

/** Runs both. Rules of only the portal or ours, and facts that can't be checked, count for nothing. */
export async function compare(place: Place, wanted: Wanted): Promise<Outcome> {
  const view = await viewFor(place, wanted);
  const { refusing, byService, notChecked } = judge(view);
  const status = await azureSays(place, view);
  const detail = (): string =>
    JSON.stringify({ choices: view.shown, refusing, notChecked, status }, null, 1);
  if (status === null) {
    return refusing.length > 0
      ? 'refused'
      : `disagreed: passed, and nothing could be sent ${detail()}`;
  }
  if (byService.length > 0) {
    const isGone = status === 404 && byService.includes('platform.point.expired');
    return status === 400 || status === 403 || isGone
      ? 'refused'
      : `disagreed: refused, and Azure takes it ${detail()}`;
  }
  if (refusing.length > 0) return 'portal';
  if (status === 202) return 'taken';
  return notChecked.length > 0
    ? 'not checked'
    : `disagreed: passed, and Azure refuses it ${detail()}`;
}

export const hasDisagreed = (outcome: Outcome): boolean => outcome.startsWith('disagreed');
