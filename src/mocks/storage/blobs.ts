import { subnetIdOf } from '#src/mocks/network/cards.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { timelineAt } from '#src/mocks/time/plan.ts';
import type { Making, State } from '#src/mocks/world/fold.ts';
import { hexFrom } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import type { AccountSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** A container that a job has left in a storage account. */
export interface StagedContainer {
  readonly account: AccountSeed;
  readonly id: string;
  readonly name: string;
  /** Simulated epoch milliseconds. */
  readonly modifiedAtMs: number;
  /** The restore that left it; null: it was always there. */
  readonly making: Making | null;
}

/** A blob in it. */
export interface StagedBlob {
  readonly type: 'BlockBlob' | 'PageBlob';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly modifiedAtMs: number;
}

/** The account of a blob endpoint's host. */
export function accountNamed({ seed }: State, name: string): AccountSeed | undefined {
  return seed.accounts.find(({ id }) => sameId(nameOf(id), name));
}

/** The containers of an account at a moment: those that were always there, and those of completed jobs. */
export function containersIn(
  state: State,
  account: AccountSeed,
  now: number,
): readonly StagedContainer[] {
  const isThere = ({ id }: { readonly id: string }): boolean =>
    !state.removals.some((one) => one.atMs <= now && sameId(one.id, id));
  const prefix = `${account.id}/blobServices/default/containers/`.toLowerCase();
  const old = (state.seed.containers ?? [])
    .filter(({ id }) => id.toLowerCase().startsWith(prefix))
    .map(({ id }) => ({ account, id, name: nameOf(id), modifiedAtMs: 0, making: null }));
  return [...old, ...stagedIn(state, account, now)].filter(isThere);
}

/** What completed *Restore disks* jobs have left in an account by a moment. */
function stagedIn(state: State, account: AccountSeed, now: number): readonly StagedContainer[] {
  return state.makings.flatMap((making) => {
    const { plan } = making;
    const uri = plan.bagAfterSuccess['Template Blob Uri'] ?? '';
    if (!URL.canParse(uri) || !sameId(new URL(uri).host.split('.')[0], nameOf(account.id)))
      return [];
    const cancelled = state.cancellations.find(({ jobId }) => jobId === plan.jobId)?.at ?? null;
    const { status, endedAtMs } = timelineAt(plan, cancelled, now);
    if (status !== 'Completed' || endedAtMs === null) return [];
    const name = plan.bagAfterSuccess['Config Blob Container Name'] ?? '';
    const id = `${account.id}/blobServices/default/containers/${name}`;
    return [{ account, id, name, modifiedAtMs: endedAtMs, making }];
  });
}

/** A blob by its names; undefined when it is not there. Names of blobs have a letter case. */
export function blobIn(
  state: State,
  container: StagedContainer,
  name: string,
): StagedBlob | undefined {
  const { making, modifiedAtMs } = container;
  if (making === null) return undefined;
  const { bagAfterSuccess: bag } = making.plan;
  const facts = factsOf(state, container, making);
  if (name === bag['Config Blob Name']) {
    return { type: 'PageBlob', bytes: configBytes(facts), modifiedAtMs };
  }
  if (nameOf(bag['Template Blob Uri'] ?? '') !== name) return undefined;
  return { type: 'BlockBlob', bytes: new TextEncoder().encode(templateText(facts)), modifiedAtMs };
}

/** What a job's template and configuration say: of the disks that it restored, else of those of its source. */
function factsOf(state: State, { account, name }: StagedContainer, making: Making): TemplateFacts {
  const { plan, made } = making;
  const source = findMachine(state, plan.machineId);
  const owner = made.disks[0]?.owner ?? source;
  const restored = made.disks.map(({ disk }) => disk);
  const disks = restored.length > 0 ? restored : (source?.disks ?? []);
  const location = plan.secondaryRegion ?? owner?.location ?? account.location;
  const place = source ?? owner;
  return {
    vmName: plan.friendlyName,
    size: owner?.size ?? '',
    osType: owner?.osType ?? 'Windows',
    zone: owner?.zone ?? null,
    location,
    subnetId: (place && subnetIdOf(state, placedIn(place, location))) ?? null,
    disks: disks
      .toSorted((a, b) => a.lun - b.lun)
      .map((disk) => ({ lun: disk.lun, name: disk.name })),
    hasUltraDisks: disks.some(({ sku }) => sku === 'UltraSSD_LRS'),
    vhdRoot: restored.length > 0 ? null : `${blobEndpoint(account)}/${name}`,
  };
}

/** In another region the source's own network is none: the first of that region stands in. */
function placedIn(machine: MachineSeed, location: string): MachineSeed {
  if (machine.location === location) return machine;
  const { network: _network, ...rest } = machine;
  return { ...rest, location };
}

/** Where an account's blobs are, without a slash at the end. */
const blobEndpoint = ({ id }: AccountSeed): string =>
  `https://${nameOf(id).toLowerCase()}.blob.core.windows.net`;

/** What a shared access signature allows (Storage, create a service SAS). */
interface SasFacts {
  /** As in `/blob/{account}/{container}/{blob}`. */
  readonly canonicalizedResource: string;
  /** `b` of a blob, `c` of a container. */
  readonly signedResource: string;
  readonly signedPermission: string;
  /** ISO text with seconds. */
  readonly signedExpiry: string;
}

/** Made from what is signed; the real one is an HMAC with the account's key. */
const signatureOf = (facts: SasFacts): string =>
  btoa(
    hexFrom(
      [
        facts.canonicalizedResource.toLowerCase(),
        facts.signedResource,
        facts.signedPermission,
        facts.signedExpiry,
      ].join('\n'),
      32,
    ),
  );

/** The token of `ListServiceSas`, in the order of the official sample (aftercare §1.5, S). */
export function sasToken(facts: SasFacts): string {
  const { signedResource, signedPermission, signedExpiry } = facts;
  const query = new URLSearchParams({
    sv: '2015-04-05',
    sr: signedResource,
    se: signedExpiry,
    sp: signedPermission,
    sig: signatureOf(facts),
  });
  return query.toString();
}

/** Whether an address brings a signature at all. */
export const hasSas = (url: URL): boolean => url.searchParams.has('sig');

/** Whether the signature of an address lets its blob be read at a moment in epoch milliseconds. */
export function allowsReading(url: URL, account: AccountSeed, now: number): boolean {
  const query = (name: string): string => url.searchParams.get(name) ?? '';
  const [, container = '', ...blob] = decodeURIComponent(url.pathname).split('/');
  const root = `/blob/${nameOf(account.id)}/${container}`;
  const facts: SasFacts = {
    canonicalizedResource: query('sr') === 'c' ? root : `${root}/${blob.join('/')}`,
    signedResource: query('sr'),
    signedPermission: query('sp'),
    signedExpiry: query('se'),
  };
  const isOwn = url.origin === blobEndpoint(account);
  return (
    isOwn &&
    query('sig') === signatureOf(facts) &&
    facts.signedPermission.includes('r') &&
    isoMs(facts.signedExpiry) > now
  );
}

/**
 * The template that *Restore disks* leaves. Its seven parameters and their defaults are known from a real
 * deployment (aftercare §1.4, P); its body was found nowhere, so all else in this file is assumed (A).
 */

/** A disk that a template attaches. */
interface TemplateDisk {
  readonly lun: number;
  readonly name: string;
}

/** What a template is made from. */
interface TemplateFacts {
  readonly vmName: string;
  readonly size: string;
  readonly osType: 'Windows' | 'Linux';
  readonly zone: string | null;
  readonly location: string;
  /** Id of the subnet that the parameters name at first; null where the region has none. */
  readonly subnetId: string | null;
  /** The first is the OS disk's. */
  readonly disks: readonly TemplateDisk[];
  readonly hasUltraDisks: boolean;
  /** Where disks that stay unmanaged lie, without the name; null: the disks are managed. */
  readonly vhdRoot: string | null;
}

const NETWORK_VERSION = '2023-09-01';
const MACHINE_VERSION = '2023-09-01';

const textParameter = (defaultValue?: string) => ({
  type: 'string',
  ...(defaultValue === undefined ? {} : { defaultValue }),
});

const groupIn = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';

/** The JSON of a template, as text of several lines. */
function templateText(facts: TemplateFacts): string {
  return `${JSON.stringify(templateOf(facts), null, 2)}\n`;
}

function templateOf(facts: TemplateFacts) {
  const { vmName, subnetId } = facts;
  const network = subnetId?.replace(/\/subnets\/[^/]+$/i, '') ?? null;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: {
      virtualMachineName: textParameter(),
      virtualNetwork: textParameter(network === null ? undefined : nameOf(network)),
      virtualNetworkResourceGroup: textParameter(network === null ? undefined : groupIn(network)),
      subnet: textParameter(subnetId === null ? undefined : nameOf(subnetId)),
      osDiskName: textParameter(facts.disks[0]?.name),
      networkInterfacePrefixName: textParameter(`${vmName}RestoredNIC`),
      publicIpAddressName: textParameter(`${vmName}Restoredip`),
    },
    variables: {
      networkInterfaceName:
        "[concat(parameters('networkInterfacePrefixName'), uniqueString(resourceGroup().id, parameters('virtualMachineName')))]",
      subnetId:
        "[resourceId(parameters('virtualNetworkResourceGroup'), 'Microsoft.Network/virtualNetworks/subnets', parameters('virtualNetwork'), parameters('subnet'))]",
    },
    resources: [addressOf(facts), interfaceOf(facts), machineOf(facts)],
  };
}

const zonesOf = ({ zone }: TemplateFacts) => (zone === null ? {} : { zones: [zone] });

const addressOf = (facts: TemplateFacts) => ({
  type: 'Microsoft.Network/publicIPAddresses',
  apiVersion: NETWORK_VERSION,
  name: "[parameters('publicIpAddressName')]",
  location: facts.location,
  sku: { name: 'Standard' },
  ...zonesOf(facts),
  properties: { publicIPAllocationMethod: 'Static' },
});

const interfaceOf = ({ location }: TemplateFacts) => ({
  type: 'Microsoft.Network/networkInterfaces',
  apiVersion: NETWORK_VERSION,
  name: "[variables('networkInterfaceName')]",
  location,
  dependsOn: [
    "[resourceId('Microsoft.Network/publicIPAddresses', parameters('publicIpAddressName'))]",
  ],
  properties: {
    ipConfigurations: [
      {
        name: 'ipconfig1',
        properties: {
          privateIPAllocationMethod: 'Dynamic',
          subnet: { id: "[variables('subnetId')]" },
          publicIPAddress: {
            id: "[resourceId('Microsoft.Network/publicIPAddresses', parameters('publicIpAddressName'))]",
          },
        },
      },
    ],
  },
});

function machineOf(facts: TemplateFacts) {
  const { disks, location, osType, size, vhdRoot } = facts;
  return {
    type: 'Microsoft.Compute/virtualMachines',
    apiVersion: MACHINE_VERSION,
    name: "[parameters('virtualMachineName')]",
    location,
    ...zonesOf(facts),
    dependsOn: [
      "[resourceId('Microsoft.Network/networkInterfaces', variables('networkInterfaceName'))]",
    ],
    properties: {
      hardwareProfile: { vmSize: size },
      ...(facts.hasUltraDisks ? { additionalCapabilities: { ultraSSDEnabled: true } } : {}),
      storageProfile: {
        osDisk: {
          name: "[parameters('osDiskName')]",
          osType,
          createOption: 'Attach',
          ...placeOf("[parameters('osDiskName')]", disks[0]?.name ?? '', vhdRoot),
        },
        dataDisks: disks.slice(1).map(({ lun, name }) => ({
          lun,
          name,
          createOption: 'Attach',
          ...placeOf(name, name, vhdRoot),
        })),
      },
      networkProfile: {
        networkInterfaces: [
          {
            id: "[resourceId('Microsoft.Network/networkInterfaces', variables('networkInterfaceName'))]",
          },
        ],
      },
    },
  };
}

/** Where a disk is: the id of a managed one, whose name may be an expression, or the address of a blob. */
function placeOf(name: string, fileName: string, vhdRoot: string | null) {
  if (vhdRoot !== null) return { vhd: { uri: `${vhdRoot}/${fileName}.vhd` } };
  const inside = name.startsWith('[') ? name.slice(1, -1) : `'${name.replaceAll("'", "''")}'`;
  return { managedDisk: { id: `[resourceId('Microsoft.Compute/disks', ${inside})]` } };
}

/** Pages of a page blob. */
const PAGE_BYTES = 512;

/**
 * The source's configuration as *Restore disks* leaves it: UTF-16LE, filled up with NULs to the end of a
 * page (aftercare §1.3, R and D). Which keys beyond the documented ones it has is a guess (G).
 */
function configBytes(facts: TemplateFacts): Uint8Array<ArrayBuffer> {
  const { disks, osType, size, location, vmName, vhdRoot } = facts;
  const vhdOf = (name: string) => ({ vhd: { Uri: `${vhdRoot ?? ''}/${name}.vhd` } });
  const [osDisk, ...dataDisks] = disks;
  const text = JSON.stringify({
    name: vmName,
    location,
    'properties.hardwareProfile': { vmSize: size },
    'properties.StorageProfile': {
      osDisk: {
        osType,
        name: osDisk?.name ?? '',
        ...vhdOf(osDisk?.name ?? ''),
        createOption: 'Attach',
      },
      DataDisks: dataDisks.map(({ lun, name }) => ({ Lun: lun, name, ...vhdOf(name) })),
    },
  });
  const bytes = new Uint8Array(Math.ceil((text.length * 2) / PAGE_BYTES) * PAGE_BYTES);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), true);
  }
  return bytes;
}
