import { vmAsTarget } from '#src/api/commvault/jobs.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import type { CommvaultChoices } from '#src/datasources/commvault-vm/schema.ts';
import { sourceOf } from '#src/datasources/commvault-vm/source.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';
import { known } from '#src/wizard/reads/read.ts';

/**
 * What a restore creates or replaces; empty while that is not chosen. In place the VM counts by its GUID, and with
 * what is read also by its name. The names of disks are those that the request has.
 */
export function targetOf(
  choices: CommvaultChoices,
  reads?: Pick<CommvaultReads, 'vm' | 'azureId' | 'machine' | 'backupDisks'>,
): readonly TargetPart[] {
  const { instance, cv, vmName, rg, subscription, asManaged } = choices;
  if (instance === null) return [];
  const disksAs = (newVm: string, place: Pick<TargetPart, 'group' | 'subscriptionId'>) => {
    const vm = reads && known(reads.vm);
    const disks = reads === undefined || !asManaged ? [] : (known(reads.backupDisks) ?? []);
    return disks.map(({ name }): TargetPart => {
      return { kind: 'disk', name: newNameOf(name, vm?.name ?? '', newVm), ...place };
    });
  };
  if (cv === 'in-place') {
    const source = reads && sourceOf(reads);
    const name = source?.name ?? null;
    const place = {
      group: source?.resourceGroup ?? null,
      subscriptionId: source?.subscription ?? null,
    };
    return [
      vmAsTarget(instance),
      ...(name === null
        ? []
        : [{ kind: 'vm', name, ...place, replaces: 'all' } as const, ...disksAs(name, place)]),
    ];
  }
  if (vmName === null || rg === null) return [];
  const place = { group: rg, subscriptionId: subscription };
  const replaces = choices.overwrite ? 'ifThere' : undefined;
  return [{ kind: 'vm', name: vmName, ...place, replaces }, ...disksAs(vmName, place)];
}

/** A disk is called after its VM; in place that is the same one. */
export function newNameOf(disk: string, vm: string, newVm: string): string {
  if (newVm === vm) return disk;
  return disk.includes(vm) ? disk.replace(vm, () => newVm) : `${newVm}-${disk}`;
}
