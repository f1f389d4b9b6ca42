import type { Disk } from '#src/model/machines.ts';
import { isAddress, isSamePlace } from '#src/datasources/azure-vm/disks/eligible.ts';
import { nameProblem, nicNameProblem } from '#src/datasources/azure-vm/disks/name-problem.ts';
import type { Build } from '#src/datasources/azure-vm/disks/order.ts';
import { type Subnet, subnetObstacle } from '#src/model/places.ts';
import { type ResourceId, resourceId, sameId } from '#src/model/resource-id.ts';
import { diskActions } from '#src/strings/disk-actions.ts';

const words = diskActions.problem;

/** What a person fills in for a new VM; null: not filled in. */
export interface BuildValues {
  name: string | null;
  osDiskId: string | null;
  size: string | null;
  /** For each disk, in its order: the LUN as text; null: it stays unattached. */
  luns: (string | null)[];
  networkId: string | null;
  subnetId: string | null;
  address: string | null;
  nicName: string | null;
  license: string | null;
  setId: string | null;
}

/** What stands around the form. */
export interface BuildPlaceFacts {
  readonly group: ResourceId;
  /** Those that nothing has. */
  readonly disks: readonly Disk[];
  /** Undefined while they are not read. */
  readonly takenNames: readonly string[] | undefined;
  /** Those of the chosen network that no service has; undefined while they are not read. */
  readonly subnets: readonly Subnet[] | undefined;
  readonly at: number;
}

/** The disks that go with an OS disk as data disks: those of its place. */
export const dataDisksBeside = (
  disks: readonly Disk[],
  osDisk: Disk | undefined,
): readonly Disk[] =>
  osDisk === undefined
    ? []
    : disks.filter((disk) => disk.id !== osDisk.id && isSamePlace(disk, osDisk));

type Field = 'name' | 'osDiskId' | 'size' | 'networkId' | 'subnetId' | 'address' | 'nicName';
export interface BuildProblem {
  readonly field: Field | `luns.${number}`;
  readonly text: string;
}

/** The VM that the values describe; or what is wrong with each field, the first on the page first. */
export function buildOrder(
  values: BuildValues,
  facts: BuildPlaceFacts,
): Build | readonly BuildProblem[] {
  const { name, osDiskId, size, subnetId, address, license, setId, networkId } = values;
  const { group, disks, at } = facts;
  const osDisk = disks.find(({ id }) => id === osDiskId);
  const osType = osDisk?.osType ?? null;
  const attached = attachedDisks(values, disks, osDisk);
  const nicName = values.nicName ?? `${name ?? ''}-nic`;
  const problems = [
    problem('name', nameProblem(name, facts.takenNames)),
    problem('osDiskId', osType === null ? words.required : null),
    ...attached.map(({ index, lun }) =>
      problem(
        `luns.${index}`,
        attached.some((one) => one.index < index && one.lun === lun) ? words.lunTwice : null,
      ),
    ),
    problem('size', size === null ? words.required : null),
    problem('networkId', networkId === null ? words.required : null),
    problem('subnetId', subnetProblem(subnetId, facts.subnets)),
    problem('address', address === null || isAddress(address) ? null : words.address),
    // The usual name is only as good as the VM's.
    problem('nicName', name === null ? null : nicNameProblem(nicName)),
  ].flat();
  if (problems.length > 0 || osDisk === undefined || osType === null) return problems;
  return {
    kind: 'build',
    at,
    machineId: resourceId(`${group}/providers/Microsoft.Compute/virtualMachines/${name ?? ''}`),
    nicId: resourceId(`${group}/providers/Microsoft.Network/networkInterfaces/${nicName}`),
    subnetId: resourceId(subnetId ?? ''),
    address,
    region: osDisk.region,
    zone: osDisk.zone,
    size: size ?? '',
    osType,
    osDiskId: osDisk.id,
    dataDisks: attached.map(({ disk, lun }) => ({ diskId: disk.id, lun })),
    availabilitySetId: setId === null || osDisk.zone !== null ? null : resourceId(setId),
    licenseType: license,
  };
}

/** One that was sent with the restore may be gone from its network since, or full. */
function subnetProblem(id: string | null, subnets: BuildPlaceFacts['subnets']): string | null {
  if (id !== null && subnets === undefined) return null;
  const subnet = subnets?.find((one) => sameId(one.id, id));
  if (subnet === undefined) return words.required;
  return subnetObstacle(subnet) === 'full' ? words.full : null;
}

const problem = (field: BuildProblem['field'], text: string | null): BuildProblem[] =>
  text === null ? [] : [{ field, text }];

function attachedDisks({ luns }: BuildValues, disks: readonly Disk[], osDisk: Disk | undefined) {
  const beside = dataDisksBeside(disks, osDisk);
  return disks.flatMap((disk, index) => {
    const lun = luns[index] ?? null;
    return lun === null || !beside.includes(disk) ? [] : [{ disk, index, lun: Number(lun) }];
  });
}
