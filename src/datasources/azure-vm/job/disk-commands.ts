import { azCommand, type Command, type CommandPart } from '#src/lib/command.ts';
import { isoText, type Instant, instant } from '#src/lib/time.ts';
import type { RestoredDisk } from '#src/model/restore.ts';

/** What a machine is made from. Ids and names as Azure has them. */
export interface MachineParts {
  /** Id of the resource group that the disks are in. */
  readonly group: string;
  readonly disks: readonly RestoredDisk[];
  readonly name: string;
  /** Null: not known. */
  readonly subnetId: string | null;
  /** Id of the virtual network, where no more is known; null: not even that. */
  readonly networkId: string | null;
  /** As Azure names it, `Standard_D4s_v5`; null: not known. */
  readonly size: string | null;
  /** Null: none was chosen. */
  readonly zone: string | null;
}

/** What a person has to fill in: a shell takes it for a name that Azure then refuses. */
const SIZE = '<size>';
const SUBNET = '<subnet>';
const SUBNET_ID = '<id of a subnet>';

/**
 * A command of the Azure CLI that makes a machine from restored disks (Microsoft Learn, az vm create:
 * `--attach-os-disk`, `--attach-data-disks`). Without a size and a subnet it would choose a size and
 * make a network of its own: where they are not known, a mark stands for them. Null where no free disk
 * has an operating system.
 */
export function machineCommand(parts: MachineParts): Command | null {
  const { group, disks, name, size, zone } = parts;
  const free = disks.filter(({ isAttached }) => !isAttached);
  const system = free.find(({ osType }) => osType !== null);
  if (system === undefined) return null;
  const data = free.filter((disk) => disk !== system).map((disk) => disk.name);
  return azCommand([
    'az vm create',
    ...placeOf(group),
    ['--name', name],
    ['--attach-os-disk', system.name],
    ['--os-type', system.osType ?? ''],
    ...optional('--attach-data-disks', data),
    ['--size', size ?? SIZE],
    ['--subnet', subnetOf(parts)],
    ...optional('--zone', zone === null ? [] : [zone]),
  ]);
}

const optional = (option: string, values: readonly string[]): CommandPart[] =>
  values.length === 0 ? [] : [[option, ...values]];

function subnetOf({ subnetId, networkId }: MachineParts): string {
  return subnetId ?? (networkId === null ? SUBNET_ID : `${networkId}/subnets/${SUBNET}`);
}

/** Whether something in a command stands for what is not known. */
export const hasMarks = ({ size, subnetId }: MachineParts): boolean =>
  size === null || subnetId === null;

/**
 * The network that a job names, `Group rg-network vnet-prod` (azure-contract §8), taken to be in the
 * subscription of the group of its disks; null where it names none.
 */
export function networkOf(group: string, named: string): string | null {
  const [, network, name] = /^Group (\S+) (\S+)$/i.exec(named.trim()) ?? [];
  const [, , subscription = ''] = group.split('/');
  return network === undefined || name === undefined
    ? null
    : `/subscriptions/${subscription}/resourceGroups/${network}/providers/Microsoft.Network/virtualNetworks/${name}`;
}

/** How long the link to the template is good for. */
const LINK_FOR_MS = 3_600_000;

/**
 * A command that deploys the template that a restore of disks has written. It is read with a link of
 * its own (azure-contract §8, `Template Blob Uri`), which a person signs without the account's key.
 * Null where the address is not one of a blob.
 */
export function templateCommand(group: string, templateUri: string, at: Instant): Command | null {
  if (!/^https:\/\/[\w.-]+(\/[\w.%-]+)+$/.test(templateUri)) return null;
  const expiry = `${isoText(instant(at + LINK_FOR_MS)).slice(0, 16)}Z`;
  const link = azCommand([
    'az storage blob generate-sas',
    ['--blob-url', templateUri],
    `--permissions r --expiry ${expiry} --auth-mode login --as-user --full-uri --output tsv`,
  ]);
  if (!link.ok) return link;
  return azCommand([
    'az deployment group create',
    ...placeOf(group),
    `--template-uri "$(${link.value})"`,
  ]);
}

function placeOf(group: string): CommandPart[] {
  const [, , subscription = '', , name = ''] = group.split('/');
  return [
    ['--subscription', subscription],
    ['--resource-group', name],
  ];
}
