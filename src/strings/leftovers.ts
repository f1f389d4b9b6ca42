import { plural } from '#src/lib/wording.ts';
import type { LeftoverKind } from '#src/model/leftovers.ts';
import { sentences } from '#src/strings/sentences.ts';

interface Named {
  readonly kind: LeftoverKind;
  readonly name: string;
  readonly sizeGiB: number | null;
}

const size = (sizeGiB: number | null): string =>
  sizeGiB === null ? '' : ` (${String(sizeGiB)} GiB)`;

/** Texts for the leftover resources of restores. */
export const leftovers = sentences({
  what: 'leftover resources',
  commandsLabel: 'Commands for leftover resources',
  about:
    'Leftovers of restores from this browser, plus unused disks and NICs in all subscriptions you have access to. A restored disk appears until it’s attached. Nothing is selected for you.',
  kinds: {
    container: 'Staged containers',
    disk: 'Disks without a VM',
    interface: 'NICs without a VM',
    role: 'Roles for restores',
  } satisfies Record<LeftoverKind, string>,
  none: {
    container: 'No staged containers found.',
    disk: 'No disks without a VM found.',
    interface: 'No NICs without a VM found.',
    role: 'No roles for restores found.',
  } satisfies Record<LeftoverKind, string>,
  /** Where no list could hold one. */
  notSearched: {
    container: 'Not searched: no restore of this browser has a staging storage account.',
    role: 'Not searched: no restore or action of this browser needed a role.',
  } satisfies Partial<Record<LeftoverKind, string>>,
  read: {
    disk: 'disks without a VM',
    interface: 'NICs without a VM',
    containers: (account: string) => `the containers of ${account}`,
    roles: (group: string) => `the roles in ${group}`,
    job: (name: string) => `the restore of ${name}`,
  },
  heads: {
    select: 'Select',
    name: 'Name',
    from: 'From',
    size: 'Size',
    since: 'Since',
    where: 'Location',
  },
  /** Beside a size on a narrow screen. */
  noTime: 'time not reported',
  select: (name: string) => `Select ${name}`,
  inUse: 'Restore in progress',
  certain: (source: string) => `Restore of ${source}`,
  likely: (source: string) => `Might be from the restore of ${source}`,
  unrelated: 'No known restore',
  unrelatedRole: 'Might be needed',
  gib: (sizeGiB: number) => `${String(sizeGiB)} GiB`,
  plan: (count: number) => plural(count, 'Plan 1 deletion', `Plan ${String(count)} deletions`),
  all: (count: string) => `Show all ${count}`,
  change: 'Change selection',
  open: 'Finish the action in progress first.',
  deletion: 'Deletion',
  button: 'Delete',
  revoke: 'Revoke',
  commands: 'Equivalent commands',
  confirmName: (count: number) => `delete ${String(count)}`,
  sentence: (count: number) => `Delete ${String(count)} resources`,
  step: {
    container: (name: string) => `Delete container ${name}`,
    disk: (name: string) => `Delete disk ${name}`,
    interface: (name: string) => `Delete NIC ${name}`,
    role: (name: string) => `Revoke the role in ${name}`,
  } satisfies Record<LeftoverKind, (name: string) => string>,
  lost: ({ kind, name, sizeGiB }: Named): string => {
    switch (kind) {
      case 'container':
        return `Container ${name} with its template, configuration, and VHDs`;
      case 'disk':
        return `Disk ${name}${size(sizeGiB)} and all data on it`;
      case 'interface':
        return `NIC ${name} and its private IP address`;
      case 'role':
        return `The Disk Restore Operator role in ${name}. Restores to that resource group need it.`;
    }
  },
  untouched: 'VMs, vaults, and restore points',
} as const);
