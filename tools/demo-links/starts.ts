import type { RecoveryPoint } from '#src/model/points.ts';
import { sameId } from '#src/model/resource-id.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { known } from '#src/wizard/reads/read.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { goesToSecondary, targetRegion } from '#src/datasources/azure-vm/target.ts';

/** A draft filled in without special wishes. */
export interface Start {
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
export function machineChoices(instance: string, subscription: string | null): VmChoices {
  return { ...nothing, datasource: 'azure-vm', instance, subscription };
}

/** One draft for each sort of point and each kind of restore, with the first of every list chosen. */
export function startsOf(machine: VmChoices, reads: Reads): Start[] {
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
