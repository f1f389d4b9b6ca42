import { wizard } from '#src/strings/wizard.ts';

/** What the page of all constraints says. The constraints' own texts are in `rules/`. */

const plural = new Intl.PluralRules('en');

function count(many: number): string {
  return `${String(many)} ${plural.select(many) === 'one' ? 'constraint' : 'constraints'}`;
}

const { configuration, network } = wizard;

const products = { 'azure-backup': 'Azure Backup', commvault: 'Commvault' } as const;

const groups = {
  datasource: 'Datasource',
  instance: 'Backup instance',
  'restore-point': 'Restore point',
  config: 'Restore configuration',
  'create-vm': 'Create new virtual machine',
  'restore-disks': 'Restore disks',
  replace: 'Replace existing',
  crr: 'Cross Region Restore',
  csr: 'Cross Subscription Restore',
  czr: 'Cross Zonal Restore',
  staging: 'Staging Location',
  unmanaged: 'Unmanaged disks',
  encryption: 'Encryption and Key Vault',
  special: 'Special configurations',
  identity: 'Identities and permissions',
  network: 'Network access',
  review: 'Review + restore',
  disk: 'Azure Disks',
  rest: 'Request and tracking by REST',
  jobs: 'Backup jobs',
  after: 'After the restore',
  'backup-again': 'Backup of what was restored',
  commvault: 'Commvault',
  platform: 'Azure’s own limits',
} as const;

const enforcers = {
  service: 'Azure',
  portal: 'The portal',
  advice: 'Advice of Restore Center',
} as const;

export const constraints = {
  edition: '30 Nov 2024',
  subtitle: (all: number) =>
    `${count(all)} of the edition of 30 Nov 2024: what may be restored where, and who says so.`,
  search: 'Search constraints',
  filters: {
    product: 'Product',
    step: 'Step',
    group: 'Group',
    kind: 'Kind',
    document: 'Document',
    enforcedBy: 'Enforced by',
  },
  shown: (shown: number, all: number) =>
    shown === all ? count(all) : `${String(shown)} of ${count(all)}`,
  /** The way from the constraints of one product to those of another. */
  otherProduct: (product: keyof typeof products, many: number) =>
    `Show the ${count(many)} of ${products[product]}`,
  otherFits: (product: keyof typeof products, fitting: number) =>
    fitting === 1
      ? `${count(1)} of ${products[product]} fits: show it`
      : `${count(fitting)} of ${products[product]} fit: show them`,
  none: 'No constraint has all that the filters ask for.',
  noneFor: (typed: string) => `No constraint with these filters has “${typed}”.`,
  searched: (all: number) => `Texts, ids, fields and sources of ${count(all)} were searched.`,
  jump: 'Groups',
  documents: 'From the five documents',
  platform: 'From Azure itself',
  platformBody:
    'These are in none of the five documents. They come from other pages of Microsoft, or from what Azure answers.',
  groupHead: (group: keyof typeof groups, shown: number) => `${groups[group]} (${String(shown)})`,
  /** The fields that a constraint speaks about. */
  about: (fields: readonly string[]) => (fields.length === 0 ? 'No field' : fields.join(', ')),
  one: {
    title: (id: string) => `Constraint ${id}`,
    unknown: 'There is no constraint at this address',
    unknownId: (id: string) => `No constraint of this edition has the id “${id}”.`,
    unknownBody: 'It may belong to another edition, or the address is mistyped.',
    all: 'All constraints',
    example: 'the example',
  },
  parts: {
    kind: 'Kind',
    product: 'Product',
    step: 'Step',
    group: 'Group',
    field: 'Speaks about',
    instead: 'Instead',
    source: 'Source',
    enforcedBy: 'Enforced by',
    edition: 'Edition',
    id: 'Id',
  },
  /** Who refuses, and why. What the service refuses is refused by another one for another product. */
  enforced: (
    { by, why }: { readonly by: keyof typeof enforcers; readonly why: string },
    product: keyof typeof products,
  ) =>
    `${by === 'service' && product !== 'azure-backup' ? products[product] : enforcers[by]}. ${why}`,
  kinds: {
    block: 'Not possible',
    'require-field': 'Required',
    'hide-field': 'Hides a field',
    default: 'Filled in',
    warn: 'Warning',
    info: 'Note',
    checklist: 'Afterwards',
  },
  enforcers,
  products,
  steps: { ...wizard.step, jobs: groups.jobs, afterwards: groups.after },
  groups,
  fields: {
    datasource: wizard.datasource.label,
    scenario: 'Scenario',
    regionView: 'Primary or Secondary Region',
    instance: wizard.instance.label,
    point: wizard.point.label,
    group: configuration.group,
    option: configuration.option,
    vmName: configuration.vmName,
    subscription: configuration.subscription,
    rg: configuration.rg,
    region: 'Region',
    vnet: configuration.vnet,
    subnet: configuration.subnet,
    zone: configuration.zone,
    staging: configuration.staging,
    restoreAsManaged: configuration.restoreAsManaged,
    identity: configuration.identity,
    identityId: configuration.identityId,
    diskEncryptionSet: configuration.encryptionSet,
    confirmReplace: configuration.confirm,
    diskAccess: network.label,
    diskAccessId: network.diskAccess,
    diskMode: 'Where disks are restored to',
    diskName: 'Restored disk name',
    consequenceRead: 'I know what cannot be undone',
    warningsRead: 'I have read the warnings',
    acceptTerms: 'Terms of the template',
    templateValues: 'Values of the template',
    templateVnet: 'Virtual network of the template',
    csrState: 'Cross Subscription Restore of the vault',
    'job.progress': 'Progress of the job',
    'job.bytes': 'Bytes of the job',
    'job.cancel': 'Cancel of the job',
  },
} as const;
