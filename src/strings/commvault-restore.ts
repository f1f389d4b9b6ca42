import { plural } from '#src/lib/wording.ts';
import { labelOf } from '#src/rules/fields.ts';
import { notKnown } from '#src/strings/not-known.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

const { instance, 'restore-point': point } = wizard.step;

/** Texts for the wizard that restores a VM by Commvault. Steps and labels are those of Command Center. */
export const flow = sentences({
  title: 'Restore Virtual Machine with Commvault',
  step: {
    datasource: wizard.step.datasource,
    instance,
    'restore-point': point,
    destination: 'Destination',
    vm: 'Virtual machines',
    options: 'Restore options',
    review: 'Summary',
  },
  /** What is read, in sentences. */
  reads: {
    ...notKnown.reads,
    vm: 'the VM in Commvault',
    backupDisks: 'the disks in the backup',
    group: 'the VM group',
    hypervisors: 'the hypervisors',
    hypervisorVms: 'the VMs in Commvault',
    hypervisorAzureIds: 'the VMs of the hypervisor in Azure',
    accessNodes: 'the access nodes',
    azureId: 'the VM in Azure',
    machine: 'the source VM',
    disks: 'the disks of the source VM',
    interfaces: 'the NICs of the source VM',
    subnets: 'the subnets of the source VM',
    sizes: 'the VM sizes of the region',
    usages: 'the vCPU quotas',
    machineNames: 'the names of the VMs in the resource group',
    securityGroups: 'the network security groups',
    keyVaults: 'the key vaults',
  },
  field: {
    cv: labelOf('cv'),
    hypervisor: labelOf('hypervisor'),
    overwrite: labelOf('overwrite'),
    securityGroup: labelOf('securityGroup'),
    vmSize: labelOf('vmSize'),
    accessNode: 'Access node',
    vmName: 'Display name',
    subscription: 'Subscription',
    rg: 'Resource group',
    region: 'Region',
    staging: 'Storage account',
    zone: 'Availability zone',
    vnet: 'Virtual network',
    subnet: 'Subnet',
    publicIp: 'Create public IP',
    diskTypes: 'Storage types of the disks',
    asManaged: 'Restore as a managed VM',
    keyVault: 'Key vault',
    diskEncryptionSet: 'Disk encryption set',
    tags: 'Restore VM tags',
    encryptedBlobs: 'Are its blobs encrypted?',
    powerOn: 'Power on VM after restore',
    notify: 'Notify user on job completion',
    confirm: 'Confirm the deletion',
  },
  cv: { 'in-place': 'In place', 'out-of-place': 'Out of place' },
  automatic: 'Automatic',
  asSource: 'Same as the source',
  noZone: 'None',
  yes: 'Yes',
  no: 'No',
  instance: {
    label: wizard.instance.label,
    shown: (shown: string, total: string) => `${shown} of ${total} VMs`,
    none: 'No VM in this list has this name.',
    chosen: (name: string) => `Selected: ${name} (not in this list)`,
    needs: 'Select a backup instance first. It determines these options.',
  },
  point: {
    heads: ['Time', 'Backup', 'Status'],
    what: 'the restore points',
    none: 'This VM has no restore points.',
    gone: 'Commvault doesn’t list the selected restore point. Select another one. Your other selections are kept.',
    consistency: 'Commvault doesn’t report the consistency of its restore points.',
  },
  hint: {
    subscription:
      'Commvault doesn’t report the subscription of a hypervisor. Select the subscription of its credentials.',
    subscriptionOf: (name: string) => `The VMs of this hypervisor are in ${name}.`,
    confirm: (name: string) => `Type ${name} to confirm: the VM is deleted first.`,
    confirmGone: (name: string) =>
      `Type ${name} to confirm. Azure shows no VM of this ID. One that you can’t read is deleted first.`,
    inPlace: 'In place, the VM keeps its name, size, network, and zone.',
    noAccount: (region: string) =>
      `The subscription has no storage account in ${region}. Create one there.`,
    nics: (count: number) => `All ${String(count)} NICs of the VM use this subnet.`,
    fullSubnets: (count: number) =>
      plural(
        count,
        '1 subnet isn’t listed: it has no free address.',
        `${String(count)} subnets aren’t listed: they have no free address.`,
      ),
    deletes: 'A VM with the same name in the resource group is deleted.',
    inPlaceGone:
      'Azure shows no VM of this ID, so nothing is deleted. One that you can’t read is deleted first.',
    inPlaceOverwrites: 'In place, the existing VM is always deleted and created again.',
    nothingReports: 'No API reports this. Your answer is optional and stays in this browser.',
    notAnswered: 'Not answered',
  },
  disk: {
    title: 'Disks',
    os: 'OS disk',
    data: 'Data disk',
    original: (type: string) => `Original (${type})`,
  },
  plan: {
    nothing: 'Select a VM and a restore point. Your restore plan appears here.',
    inPlace: (vm: string, time: string) =>
      `Deletes ${vm} first, then creates it again as of ${time}.`,
    inPlaceGone: (vm: string, time: string) => `Creates ${vm} again as of ${time}.`,
    outOfPlace: (vm: string, to: Readonly<Record<'name' | 'time' | 'place', string>>) =>
      `Creates a new VM ${to.name} in ${to.place} from ${vm} as of ${to.time}.`,
    overwritesThis: (name: string) => `Deletes the VM ${name} there first.`,
    overwrites: (name: string) =>
      `If a VM named ${name} exists there when the restore starts, deletes it first.`,
    untouched: (vm: string) => `${vm} doesn’t change.`,
    head: 'In place: deletes the VM first',
    lineInPlaceGone: (vm: string) => `Creates ${vm} again`,
    lineInPlace: (vm: string) => `Deletes ${vm} and creates it again`,
    deleted: (vm: string) =>
      `If the restore fails or is canceled after the VM is deleted, ${vm} no longer exists.`,
    staged: (account: string) => `Disks are staged in the storage account ${account}.`,
  },
  review: {
    selected: 'Selected',
    happens: 'What happens',
    afterwards: 'Next steps',
    overwrite: (name: string) => `Confirm overwrite option: a VM named ${name} is deleted.`,
    overwriteAny: (name: string) =>
      `Confirm overwrite option: if a VM named ${name} exists when the restore starts, it’s deleted.`,
    mark: '(request ID, created when you select Restore)',
    requestNote:
      'Restore sends exactly this request. The job description gets its request ID when you select Restore.',
  },
  /** Why a field is filled in, beside it. */
  suggested: {
    source: 'As the source',
    hypervisor: 'The hypervisor’s subscription',
    name: 'From the source’s name',
    first: 'First that can be used',
    only: 'The only one in this region',
  },
} as const);

/** Texts about the connection to a CommServe. */
export const connection = sentences({
  title: 'Commvault connection',
  commServe: 'CommServe',
  accessToken: 'Access token',
  accessHint:
    'Create it in Command Center. It stays in the memory of your open tabs and isn’t stored.',
  accessError: 'Enter an access token. It has no spaces.',
  refreshToken: 'Refresh token',
  refreshHint: 'Optional. Renews the access token when it expires.',
  connect: 'Connect',
  test: 'Test connection',
  forget: 'Forget tokens',
  status: {
    noToken: 'Not connected. Enter an access token.',
    notTested: 'Token entered. The connection isn’t tested.',
    testing: 'Testing the connection',
    connected: (vms: string) => `Connected. The CommServe reports ${vms} VMs.`,
  },
  note: {
    title: 'Not connected to Commvault',
    body: (host: string) => `This tab has no valid token for the CommServe ${host}.`,
    notNamed: (host: string) => `This deployment has no CommServe at ${host}.`,
    toSettings: 'Enter a token in Settings',
  },
  address: 'Address',
  /** Why a test failed, and what to do. */
  trouble: {
    noToken: { title: 'No valid token', advice: 'Enter an access token.' },
    policy: {
      title: 'This page can’t reach the CommServe',
      advice:
        'The headers of this site don’t allow its address. Ask the administrator of this deployment to run npm run headers and deploy the result.',
    },
    hidden: {
      title: 'The browser hides the answer (CORS)',
      advice:
        'The CommServe answers but doesn’t allow this site to read it. Ask its administrator to allow the origin of this site. During maintenance, its answers might be hidden, too.',
    },
    unreachable: {
      title: 'Couldn’t reach the CommServe',
      advice:
        'Open its address in a new tab. A certificate warning means the browser doesn’t trust its certificate. If nothing loads, check the network, VPN and firewalls.',
    },
    token: {
      title: 'The CommServe rejected the token',
      advice:
        'It might be expired, replaced, or from another tenant. Create a new token and enter it.',
    },
    firewall: {
      title: 'The request was rejected (403)',
      advice:
        'A firewall in front of the CommServe rejects some requests, whatever the token. Ask its administrator.',
    },
    maintenance: {
      title: 'The CommServe returned a web page',
      advice: 'It’s probably in maintenance. Test the connection again later.',
    },
    elsewhere: {
      title: 'This isn’t a CommServe',
      advice:
        'The address in config.json might be wrong. Ask the administrator of this deployment.',
    },
    refused: {
      title: 'The CommServe rejected the request',
      advice: 'Nothing was changed.',
    },
  },
} as const);

/** Why Restore isn't available yet at Review of a restore by Commvault. */
export const sending = {
  reads: 'Restore is available after the data for the checks is read.',
  unread: 'The request needs data that couldn’t be read. Reload the page. Your draft is saved.',
} as const;
