import { nameOf } from '#src/model/resource-id.ts';

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
export interface TemplateFacts {
  readonly vmName: string;
  readonly size: string;
  readonly osType: 'Windows' | 'Linux';
  readonly zone: string | null;
  readonly location: string;
  /** Id of the subnet that the parameters name at first; null where the region has none. */
  readonly subnetId: string | null;
  /** The first is the OS disk's. */
  readonly disks: readonly TemplateDisk[];
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
export function templateText(facts: TemplateFacts): string {
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
export function configBytes(facts: TemplateFacts): Uint8Array<ArrayBuffer> {
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
