import * as z from 'zod/mini';
import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { armFacts, isNotFound, unlessMissing } from '#src/api/arm/error.ts';
import { type StartedWrite, startWrite } from '#src/api/arm/operation.ts';
import { listReader } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe, pageOf, tagsWire } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { graphQuestion, inTexts, literal, queryGraph } from '#src/api/resource-graph/query.ts';
import { LISTED, unreadIn } from '#src/api/unread-settings.ts';
import { CLASSIC_MACHINE_API_VERSION, MACHINE_API_VERSION } from '#src/api/versions.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { type Machine, type MachineDisk, type MachinePlan, osTypeIn } from '#src/model/machines.ts';
import type { AvailabilitySet } from '#src/model/places.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';

const diskWire = z.looseObject({
  lun: maybe(z.number()),
  name: maybe(z.string()),
  diskSizeGB: maybe(z.number()),
  writeAcceleratorEnabled: maybe(z.boolean()),
  managedDisk: maybe(
    z.looseObject({
      id: maybe(z.string()),
      storageAccountType: maybe(z.string()),
      diskEncryptionSet: maybe(z.looseObject({ id: maybe(z.string()) })),
    }),
  ),
});

/** A virtual machine, `GET …/Microsoft.Compute/virtualMachines/{vm}` of 2024-03-01. */
export const machineWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  zones: maybe(z.array(z.string())),
  tags: tagsWire,
  identity: maybe(z.looseObject({ type: maybe(z.string()) })),
  plan: maybe(
    z.looseObject({
      name: maybe(z.string()),
      publisher: maybe(z.string()),
      product: maybe(z.string()),
    }),
  ),
  /** Its extensions. */
  resources: maybe(z.array(z.looseObject({ name: maybe(z.string()), id: maybe(z.string()) }))),
  properties: z.looseObject({
    hardwareProfile: maybe(z.looseObject({ vmSize: maybe(z.string()) })),
    storageProfile: maybe(
      z.looseObject({
        osDisk: maybe(z.looseObject({ ...diskWire.shape, osType: maybe(z.string()) })),
        dataDisks: maybe(z.array(diskWire)),
        /** An `id` is an image of the owner's, a `publisher` one of the marketplace. */
        imageReference: maybe(
          z.looseObject({ id: maybe(z.string()), publisher: maybe(z.string()) }),
        ),
      }),
    ),
    availabilitySet: maybe(z.looseObject({ id: maybe(z.string()) })),
    licenseType: maybe(z.string()),
    networkProfile: maybe(
      z.looseObject({
        networkInterfaces: maybe(z.array(z.looseObject({ id: maybe(z.string()) }))),
      }),
    ),
    osProfile: maybe(z.looseObject({ secrets: maybe(z.array(z.unknown())) })),
    securityProfile: maybe(
      z.looseObject({ encryptionAtHost: maybe(z.boolean()), securityType: maybe(z.string()) }),
    ),
    additionalCapabilities: maybe(z.looseObject({ ultraSSDEnabled: maybe(z.boolean()) })),
    diagnosticsProfile: maybe(
      z.looseObject({ bootDiagnostics: maybe(z.looseObject({ enabled: maybe(z.boolean()) })) }),
    ),
    /** Only with `$expand=instanceView`. */
    instanceView: maybe(
      z.looseObject({ statuses: maybe(z.array(z.looseObject({ code: maybe(z.string()) }))) }),
    ),
  }),
});
export type MachineWire = z.infer<typeof machineWire>;

/** A machine of a list, for its name and its creation: the least that an answer has is the id (S). */
const machineRowWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  properties: maybe(z.looseObject({ timeCreated: maybe(z.string()) })),
});
type MachineRowWire = z.infer<typeof machineRowWire>;

export const machinePageWire = pageOf(machineRowWire);

const wholeMachinePageWire = pageOf(machineWire);

const attachedDisk = z.looseObject({
  name: maybe(z.string()),
  lun: maybe(z.number()),
  managedDisk: maybe(z.looseObject({ id: maybe(z.string()) })),
});

/**
 * A virtual machine with all that it says, as it is changed and written back: `GET
 * …/Microsoft.Compute/virtualMachines/{vm}` of 2024-03-01.
 */
export const machineModelWire = z.looseObject({
  id: z.string(),
  location: z.string(),
  etag: maybe(z.string()),
  properties: z.looseObject({
    provisioningState: maybe(z.string()),
    storageProfile: maybe(
      z.looseObject({
        osDisk: maybe(attachedDisk),
        dataDisks: maybe(z.array(attachedDisk)),
      }),
    ),
  }),
});
export type MachineModelWire = z.infer<typeof machineModelWire>;

/** An extension, `GET …/virtualMachines/{vm}/extensions/{name}` of 2024-03-01. */
export const extensionWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      publisher: maybe(z.string()),
      type: maybe(z.string()),
      provisioningState: maybe(z.string()),
    }),
  ),
});
type ExtensionWire = z.infer<typeof extensionWire>;

export function toMachine(wire: MachineWire): Machine {
  const { hardwareProfile, storageProfile, availabilitySet, ...rest } = wire.properties;
  const osDisk = storageProfile?.osDisk;
  return {
    id: resourceId(wire.id),
    name: wire.name,
    region: wire.location,
    zone: wire.zones?.[0] ?? null,
    tags: wire.tags ?? {},
    size: hardwareProfile?.vmSize ?? null,
    osType: osTypeIn(osDisk?.osType),
    disks: [...(osDisk ? [{ ...osDisk, lun: -1 }] : []), ...(storageProfile?.dataDisks ?? [])].map(
      toDisk,
    ),
    availabilitySet: availabilitySet?.id ? nameOf(availabilitySet.id) : null,
    hasUltraDisks: ultraDisks(wire),
    // These two are only ever written where they are used.
    hybridBenefit: rest.licenseType?.toLowerCase() === 'windows_server',
    usesEncryptionAtHost: rest.securityProfile?.encryptionAtHost ?? false,
    nicCount: rest.networkProfile?.networkInterfaces?.length ?? null,
    nicIds: (rest.networkProfile?.networkInterfaces ?? []).flatMap(({ id }) =>
      id ? [resourceId(id)] : [],
    ),
    extensions: wire.resources?.map(({ name, id }) => name ?? nameOf(id ?? '')) ?? null,
    hasUserIdentity: wire.identity?.type?.toLowerCase().includes('userassigned') ?? false,
    hasKeyVaultLink: rest.osProfile ? (rest.osProfile.secrets ?? []).length > 0 : null,
    isFromCustomImage: customImage(wire),
    isGeneralized: generalized(wire),
    isRunning: running(wire),
    canUseUltraDisks: rest.additionalCapabilities?.ultraSSDEnabled === true,
    securityType: unlessNone(rest.securityProfile?.securityType, 'Standard'),
    plan: planOf(wire),
    identityType: unlessNone(wire.identity?.type, 'None'),
    hasBootDiagnostics: rest.diagnosticsProfile?.bootDiagnostics?.enabled === true,
    ...unreadIn(wire, LISTED.machine),
  };
}

/** A word of Azure's; null: it is left out, or the word for none. */
const unlessNone = (word: string | null | undefined, none: string): string | null =>
  !word || word.toLowerCase() === none.toLowerCase() ? null : word;

/** A plan is named whole, or it is none that a request could name. */
function planOf({ plan }: MachineWire): MachinePlan | null {
  const { name, publisher, product } = plan ?? {};
  return name && publisher && product ? { name, publisher, product } : null;
}

type Storage = NonNullable<MachineWire['properties']['storageProfile']>;

/** A stopped machine may leave out the kinds of its disks; an unmanaged disk is never an ultra disk. */
function ultraDisks({ properties: { storageProfile } }: MachineWire): boolean | null {
  const all = [storageProfile?.osDisk, ...(storageProfile?.dataDisks ?? [])];
  const kinds = all.flatMap((disk) =>
    disk?.managedDisk ? [disk.managedDisk.storageAccountType?.toLowerCase() ?? null] : [],
  );
  if (kinds.includes('ultrassd_lrs')) return true;
  return kinds.includes(null) ? null : false;
}

function customImage({ properties }: MachineWire): boolean | null {
  const image: Storage['imageReference'] = properties.storageProfile?.imageReference;
  if (image?.id) return true;
  return image?.publisher ? false : null;
}

/** The code `OSState/generalized` among the statuses (general knowledge of Compute, not in the contract). */
function generalized({ properties: { instanceView } }: MachineWire): boolean | null {
  const statuses = instanceView?.statuses ?? null;
  return statuses?.some(({ code }) => code?.toLowerCase() === 'osstate/generalized') ?? null;
}

/** Stopped and deallocated machines write nothing (general knowledge of Compute). */
function running(wire: MachineWire): boolean | null {
  const power = powerOf(wire);
  return power === null ? null : power !== 'stopped' && power !== 'deallocated';
}

const POWER = 'powerstate/';

/** `running`, `deallocating` and their kin in small letters, of the code `PowerState/running`; null: not reported. */
function powerOf({ properties }: MachineWire): string | null {
  const codes = (properties.instanceView?.statuses ?? []).map(({ code }) => code?.toLowerCase());
  return codes.find((code) => code?.startsWith(POWER))?.slice(POWER.length) ?? null;
}

type DiskWire = NonNullable<Storage['dataDisks']>[number];

function toDisk({ name, lun, diskSizeGB, managedDisk, ...rest }: DiskWire): MachineDisk {
  const encryptionSet = managedDisk?.diskEncryptionSet?.id;
  return {
    name: name ?? '',
    lun: lun ?? null,
    sizeGiB: diskSizeGB ?? null,
    sku: managedDisk?.storageAccountType ?? null,
    managedDiskId: managedDisk?.id ? resourceId(managedDisk.id) : null,
    encryptionSetId: encryptionSet ? resourceId(encryptionSet) : null,
    // Only ever written where it is used.
    hasWriteAccelerator: rest.writeAcceleratorEnabled === true,
  };
}

/** Codes of 404 that concern the address, which leave the machine unknown (azure-contract §12). */
const ABOUT_THE_ADDRESS = ['InvalidResourceType', 'SubscriptionNotFound'];

/**
 * Reads the source VM with its state: `GET …/Microsoft.Compute/virtualMachines/{vm}?$expand=instanceView`
 * (2024-03-01), a classic one as {@link classicAddress} says. Null: it is gone, which is an answer and
 * no error, since backups outlive their machines.
 */
export async function getMachine(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Machine | null> {
  const url = isClassic(id)
    ? classicAddress(id)
    : `${id}?$expand=instanceView&api-version=${MACHINE_API_VERSION}`;
  try {
    return toMachine(await sendFor(arm, machineWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/**
 * Reads whether a VM runs: `GET …/virtualMachines/{vm}?$expand=instanceView` (2024-03-01). Null: it does not
 * report that. @throws ArmError, also for a VM that is not there.
 */
export async function getPowerState(arm: ArmPipelines, id: ResourceId): Promise<string | null> {
  const url = `${id}?$expand=instanceView&api-version=${MACHINE_API_VERSION}`;
  return powerOf(await sendFor(arm, machineWire, { method: 'GET', url }));
}

const isClassic = (id: ResourceId): boolean => /\/providers\/Microsoft\.ClassicCompute\//i.test(id);

/**
 * Where a classic VM is read: `GET …/Microsoft.ClassicCompute/virtualMachines/{vm}?$expand=instanceView`
 * (2017-04-01). That it is expanded like others is a guess (G).
 */
function classicAddress(id: ResourceId): string {
  return `${id}?$expand=instanceView&api-version=${CLASSIC_MACHINE_API_VERSION}`;
}

function isGone(error: unknown): boolean {
  return isNotFound(error) && !ABOUT_THE_ADDRESS.includes(armFacts(error)?.code ?? '');
}

/**
 * The names of all virtual machines of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export const listMachineNames = listReader(
  machinePageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  nameIn,
);

/**
 * All virtual machines of a subscription, without their power state: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
const listMachines = listReader(
  wholeMachinePageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  toMachine,
);

/**
 * The names of the virtual machines of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export const listMachineNamesOfGroup = listReader(
  machinePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  nameIn,
);

/** A VM of a list, with when Azure created it; null: not reported. */
interface DatedMachine {
  readonly name: string;
  readonly createdAt: Instant | null;
}

/** The same with when each was created (`properties.timeCreated`, S). */
export const listDatedMachinesOfGroup = listReader(
  machinePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  (row): DatedMachine => ({
    name: nameIn(row),
    createdAt: parseInstant(row.properties?.timeCreated),
  }),
);

function nameIn({ id, name }: MachineRowWire): string {
  return name ?? nameOf(id);
}

const idRowWire = z.looseObject({ id: z.string() });

/**
 * The VM with a `vmId`, classic ones too, from Resource Graph; null: none that the person may read has it. A restored
 * VM may have the `vmId` of its source, so of several it is the first by its ID.
 */
export async function findMachineByVmId(
  arm: ArmPipelines,
  vmId: string,
  signal?: AbortSignal,
): Promise<ResourceId | null> {
  const query = graphQuestion('resources', [
    "where type =~ 'microsoft.compute/virtualmachines' or type =~ 'microsoft.classiccompute/virtualmachines'",
    `where properties.vmId =~ ${literal(vmId)}`,
    'order by id asc',
    'project id',
  ]);
  const [first] = await queryGraph(arm, idRowWire, query, signal);
  return first === undefined ? null : resourceId(first.id);
}

const withVmId = z.looseObject({ vmId: maybe(z.string()) });

/** The `vmId` of a VM in lower case, from Resource Graph; null: no such VM, or none that the person may read. */
export async function findVmId(
  arm: ArmPipelines,
  id: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const query = graphQuestion('resources', [
    `where id =~ ${literal(id)}`,
    'project id, vmId = tostring(properties.vmId)',
  ]);
  const [first] = await queryGraph(arm, withVmId, query, signal);
  return first?.vmId?.toLowerCase() || null;
}

interface NewExtension {
  readonly machineId: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly publisher: string;
  readonly type: string;
  readonly version: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Sent once, and never read back: Azure forgets it in its answers. */
  readonly protectedSettings?: Readonly<Record<string, unknown>>;
  /** Another value than before runs an extension again that is there with the same settings. */
  readonly runTag: string;
}

const addressOf = (machineId: ResourceId, name: string): string =>
  `${machineId}/extensions/${encodeURIComponent(name)}?api-version=${MACHINE_API_VERSION}`;

/**
 * Puts an extension on a machine, once: `PUT …/virtualMachines/{vm}/extensions/{name}` (2024-03-01).
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export function putExtension(arm: ArmPipelines, wanted: NewExtension): Promise<StartedWrite> {
  const { machineId, name, region, publisher, type, version } = wanted;
  const { settings, protectedSettings, runTag } = wanted;
  return startWrite(arm, {
    method: 'PUT',
    url: addressOf(machineId, name),
    body: {
      location: region,
      properties: {
        publisher,
        type,
        typeHandlerVersion: version,
        autoUpgradeMinorVersion: true,
        forceUpdateTag: runTag,
        ...(settings === undefined ? {} : { settings }),
        ...(protectedSettings === undefined ? {} : { protectedSettings }),
      },
    },
  });
}

/** Reads an extension: `GET …/extensions/{name}` (2024-03-01). Null: the machine has none of that name. */
export function readExtension(
  arm: ArmPipelines,
  { machineId, name }: Pick<NewExtension, 'machineId' | 'name'>,
  signal?: AbortSignal,
): Promise<ExtensionWire | null> {
  return unlessMissing(
    sendFor(arm, extensionWire, { method: 'GET', url: addressOf(machineId, name), signal }),
  );
}

/** The VMs of a name in a resource group of whatever subscription, from Resource Graph, which lags by minutes. */
export async function listMachinesNamed(
  arm: ArmPipelines,
  { name, group }: { readonly name: string; readonly group: string },
  signal?: AbortSignal,
): Promise<ResourceId[]> {
  const query = graphQuestion('resources', [
    "where type =~ 'microsoft.compute/virtualmachines'",
    `where name =~ ${literal(name)} and resourceGroup =~ ${literal(group)}`,
    'project id',
    'order by id asc',
  ]);
  return (await queryGraph(arm, idRowWire, query, signal)).map(({ id }) => resourceId(id));
}

const sourceRowWire = z.looseObject({
  id: z.string(),
  vmSize: maybe(z.string()),
  zones: maybe(z.array(z.string())),
  tags: tagsWire,
});

/**
 * Those of some source machines that are there, with their sizes, zones and tags, from Resource Graph (table
 * `resources`); the others are gone.
 */
export async function listSourceMachines(
  arm: ArmPipelines,
  ids: readonly ResourceId[],
  signal?: AbortSignal,
): Promise<Pick<Machine, 'id' | 'size' | 'zone' | 'tags'>[]> {
  const query = graphQuestion('resources', [
    `where ${inTexts('id', ids) ?? 'false'}`,
    "where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')",
    'project id, vmSize = tostring(properties.hardwareProfile.vmSize), zones, tags',
    'order by id asc',
  ]);
  const rows = await queryGraph(arm, sourceRowWire, query, signal);
  return rows.map(({ id, vmSize, zones, tags }) => ({
    id: resourceId(id),
    size: vmSize || null,
    zone: zones?.[0] ?? null,
    tags: tags ?? {},
  }));
}

/** An availability set, `GET …/Microsoft.Compute/availabilitySets/{set}` of 2024-03-01. */
const availabilitySetWire = z.looseObject({
  id: z.string(),
  name: maybe(z.string()),
  location: z.string(),
  /** `Aligned` for managed disks, `Classic` for unmanaged ones. */
  sku: maybe(z.looseObject({ name: maybe(z.string()) })),
});

const availabilitySetPageWire = pageOf(availabilitySetWire);

/**
 * The availability sets of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/availabilitySets` (2024-03-01).
 */
const listAvailabilitySets = listReader(
  availabilitySetPageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/availabilitySets?api-version=${MACHINE_API_VERSION}`,
  ({ id, name, location, sku }): AvailabilitySet => ({
    id: resourceId(id),
    name: name ?? nameOf(id),
    region: location,
    isForManagedDisks: sku?.name?.toLowerCase() === 'aligned',
  }),
);

/** The source VM; null when it is gone. */
export const machineQuery = queryById('machine', getMachine);

/** The names of all virtual machines of a subscription: those that a new one cannot have. */
export const machineNamesQuery = queryById('machine names', listMachineNames);

/** All virtual machines of a subscription, without their power state. */
export const machinesQuery = queryById('machines', listMachines);

/** The availability sets of a resource group. */
export const availabilitySetsQuery = queryById('availability sets', listAvailabilitySets);

type SourceFacts = Pick<Machine, 'size' | 'zone' | 'tags'>;

/** Source machines by lower-case id: those that are there with what is known of them, null for those that are gone. */
export type SourceMachines = Readonly<Record<string, SourceFacts | null>>;

/** The source machines of a page of items, asked for with that page. */
export const sourceMachinesQuery = (pageKey: QueryKey, items: readonly ProtectedItem[]) =>
  queryOptions({
    queryKey: ['source machines', ...pageKey, items.length, items[0]?.id, items.at(-1)?.id],
    queryFn: async ({ signal }): Promise<SourceMachines> => {
      const ids = items.map(({ sourceResourceId }) => sourceResourceId).filter((id) => id !== '');
      const machines = await listSourceMachines(session(), ids, signal);
      const sources: Record<string, SourceFacts | null> = {};
      for (const id of ids) sources[id.toLowerCase()] = null;
      for (const { id, ...facts } of machines) sources[id.toLowerCase()] = facts;
      return sources;
    },
  });
