/** What the operator has chosen; `null` is "not chosen". */

export type StagingChoice = {
  region: string;
  kind: 'StorageV2' | 'Storage' | 'BlobStorage' | (string & {});
  redundancy: 'LRS' | 'GRS' | 'RA-GRS' | 'ZRS' | 'GZRS' | 'RA-GZRS';
  tier: 'Standard' | 'Premium';
  hasNetworkRules: boolean;
  allowSharedKey: boolean;
};

export type VnetChoice = {
  region: string;
  subscription: string;
  active: boolean;
  affinityGroup: boolean;
};

export const DATASOURCES_OF_RULES = ['azure-vm', 'azure-disk'] as const;

/** Choices as a rule reads them, every property of an account or a network known. */
export type FullChoices = {
  product: 'azure-backup' | 'commvault';
  datasource: (typeof DATASOURCES_OF_RULES)[number] | null;
  scenario: 'entire-vm' | 'disk' | 'files' | 'encrypted' | 'cross-region' | 'bare-metal' | null;
  client: 'portal' | 'rest' | 'powershell' | 'cli';
  action: 'submit' | 'deployTemplate' | 'setCsr' | null;
  instance: string | null;
  recoveryPointId: string | null;
  sourceResourceId: string | null;
  group: 'createNew' | 'replaceExisting' | null;
  option: 'createVm' | 'restoreDisks' | 'replaceDisks' | null;
  /** Restore in the vault's secondary region. */
  secondary: boolean;
  viewRegion: 'primary' | 'secondary';
  region: string | null;
  subscription: string | null;
  subscriptionTenant: string | null;
  zone: string | null;
  vmName: string | null;
  vmSize: string | null;
  rg: string | null;
  rgIsNew: boolean;
  vnet: VnetChoice | null;
  subnet: string | null;
  staging: StagingChoice | null;
  identity: 'none' | 'system' | 'user';
  identityId: string | null;
  /** Id of the set under whose key the restored disks are encrypted. */
  diskEncryptionSet: string | null;
  restoreAsManaged: boolean | null;
  diskAccess: 'same' | 'public' | 'private' | null;
  diskAccessId: string | null;
  diskMode: 'ALR' | 'OLR';
  diskName: string | null;
  confirmReplace: boolean;
  /** Selected: the operator accepts what can't be undone. */
  consequenceRead: boolean;
  warningsRead: boolean;
  acceptTerms: boolean;
  templateValues: Readonly<Record<string, string>> | null;
  templateVnet: string | null;
  csrState: 'enabled' | 'disabled' | 'permanentlyDisabled' | null;
  cv: 'in-place' | 'out-of-place' | null;
  /** Id of the hypervisor of Commvault's that a VM is restored to. */
  hypervisor: string | null;
  /** A VM of the same name is deleted first. */
  overwrite: boolean;
  securityGroup: string | null;
  /** The system on which the script that mounts a restore point is run, and its version. */
  runnerSystem: string | null;
  runnerVersion: string | null;
  /** The script is run on the backed-up machine itself. */
  isOnSource: boolean;
};

/** Choices as the product holds them: properties of the chosen things may be not known. */
export type Choices = Omit<FullChoices, 'staging' | 'vnet' | 'subscriptionTenant'> & {
  staging: Readonly<Partial<StagingChoice>> | null;
  vnet: Readonly<Partial<VnetChoice>> | null;
  subscriptionTenant?: string | null | undefined;
};

/** Nothing selected: what a task does not ask for stays so. */
export const NO_CHOICES: Choices = {
  product: 'azure-backup',
  datasource: null,
  scenario: null,
  client: 'portal',
  action: null,
  instance: null,
  recoveryPointId: null,
  sourceResourceId: null,
  group: null,
  option: null,
  secondary: false,
  viewRegion: 'primary',
  region: null,
  subscription: null,
  subscriptionTenant: null,
  zone: null,
  vmName: null,
  vmSize: null,
  rg: null,
  rgIsNew: false,
  vnet: null,
  subnet: null,
  staging: null,
  identity: 'none',
  identityId: null,
  diskEncryptionSet: null,
  restoreAsManaged: null,
  diskAccess: null,
  diskAccessId: null,
  diskMode: 'ALR',
  diskName: null,
  confirmReplace: false,
  consequenceRead: false,
  warningsRead: false,
  acceptTerms: false,
  templateValues: null,
  templateVnet: null,
  csrState: null,
  cv: null,
  hypervisor: null,
  overwrite: false,
  securityGroup: null,
  runnerSystem: null,
  runnerVersion: null,
  isOnSource: false,
};

/** The six steps, for every datasource, in their order. The ids are the last part of the address. */
export const STEPS = [
  'datasource',
  'instance',
  'restore-point',
  'configuration',
  'network-access',
  'review',
] as const;
export type StepId = (typeof STEPS)[number];

interface Field {
  readonly choice: keyof Choices;
  /** As the documents print it. */
  readonly label: string;
  /** The step that asks for it: a rule about the field speaks there. */
  readonly step?: StepId;
}

/** The fields that hold a choice and that rules may speak about, those of a step in the order of its page. */
export const FIELDS = {
  datasource: { choice: 'datasource', label: 'Datasource type', step: 'datasource' },
  regionView: { choice: 'viewRegion', label: 'Primary or Secondary Region', step: 'instance' },
  instance: { choice: 'instance', label: 'Backup instance', step: 'instance' },
  point: { choice: 'recoveryPointId', label: 'Restore point', step: 'restore-point' },
  group: { choice: 'group', label: 'Restore configuration', step: 'configuration' },
  option: { choice: 'option', label: 'Restore Type', step: 'configuration' },
  vmName: { choice: 'vmName', label: 'Virtual machine name', step: 'configuration' },
  subscription: { choice: 'subscription', label: 'Subscription', step: 'configuration' },
  rg: { choice: 'rg', label: 'Resource group', step: 'configuration' },
  region: { choice: 'region', label: 'Region', step: 'configuration' },
  vnet: { choice: 'vnet', label: 'Virtual network', step: 'configuration' },
  subnet: { choice: 'subnet', label: 'Subnet', step: 'configuration' },
  zone: { choice: 'zone', label: 'Availability Zone', step: 'configuration' },
  staging: { choice: 'staging', label: 'Staging Location', step: 'configuration' },
  restoreAsManaged: {
    choice: 'restoreAsManaged',
    label: 'Restore as managed disks',
    step: 'configuration',
  },
  diskEncryptionSet: {
    choice: 'diskEncryptionSet',
    label: 'Disk encryption set',
    step: 'configuration',
  },
  identity: { choice: 'identity', label: 'Identities', step: 'configuration' },
  identityId: {
    choice: 'identityId',
    label: 'Managed identity resource ID',
    step: 'configuration',
  },
  diskMode: { choice: 'diskMode', label: 'Where disks are restored to', step: 'configuration' },
  diskName: { choice: 'diskName', label: 'Restored disk name', step: 'configuration' },
  diskAccess: {
    choice: 'diskAccess',
    label: 'Network access of the restored disks',
    step: 'network-access',
  },
  diskAccessId: { choice: 'diskAccessId', label: 'Disk access', step: 'network-access' },
  confirmReplace: { choice: 'confirmReplace', label: 'Confirm replacement', step: 'review' },
  consequenceRead: {
    choice: 'consequenceRead',
    label: 'I know what can’t be undone',
    step: 'review',
  },
  warningsRead: { choice: 'warningsRead', label: 'I have read the warnings', step: 'review' },
  scenario: { choice: 'scenario', label: 'Scenario' },
  vmSize: { choice: 'vmSize', label: 'VM size' },
  acceptTerms: { choice: 'acceptTerms', label: 'Terms of the template' },
  templateValues: { choice: 'templateValues', label: 'Values of the template' },
  templateVnet: { choice: 'templateVnet', label: 'Virtual network of the template' },
  csrState: { choice: 'csrState', label: 'Cross Subscription Restore of the vault' },
  cv: { choice: 'cv', label: 'Restore type' },
  hypervisor: { choice: 'hypervisor', label: 'Destination hypervisor' },
  overwrite: { choice: 'overwrite', label: 'Overwrite the existing VM' },
  securityGroup: { choice: 'securityGroup', label: 'Security group' },
  runnerSystem: { choice: 'runnerSystem', label: 'Operating system that runs the script' },
  runnerVersion: { choice: 'runnerVersion', label: 'Version' },
  isOnSource: { choice: 'isOnSource', label: 'Where do you run the script?' },
} as const satisfies Record<string, Field>;

export type ChoiceField = keyof typeof FIELDS;
export type ChoiceValue<F extends ChoiceField = ChoiceField> =
  Choices[(typeof FIELDS)[F]['choice']];

/**
 * Other fields: the power of the machine whose disks are replaced, which an action changes; what the operator answers
 * about the machine whose files are recovered, which rules read as facts; and those of a job's screen, hidden or shown
 * by rules like any other.
 */
const OTHER_LABELS = {
  powerState: 'Power state of the source VM',
  sourceSystem: 'Operating system of the backed-up VM',
  deduplicated: 'Are the files on a deduplicated volume?',
  spannedVolumes: 'Does the VM have volumes that span several disks?',
  restrictedAccount: 'Does the storage account of its disks accept selected networks only?',
  'job.progress': 'Progress of the job',
  'job.bytes': 'Bytes of the job',
  'job.cancel': 'Cancel of the job',
} as const;

export type FieldName = ChoiceField | keyof typeof OTHER_LABELS;

/** Whether a field holds a choice (and so can be cleared, filled in or required). */
export function isChoiceField(field: string): field is ChoiceField {
  return Object.hasOwn(FIELDS, field);
}

export function labelOf(field: FieldName): string {
  return isChoiceField(field) ? FIELDS[field].label : OTHER_LABELS[field];
}

const isOther = (field: string): field is keyof typeof OTHER_LABELS =>
  Object.hasOwn(OTHER_LABELS, field);

/** The label of a field of any task, for one that its own table has no label of. */
export const labelOfField = (field: string): string =>
  isChoiceField(field) || isOther(field) ? labelOf(field) : field;

/** The value of a field. A restore in the secondary region counts as its view, however it came about. */
export function valueOf(choices: Choices, field: ChoiceField): ChoiceValue {
  if (field === 'regionView' && choices.secondary) return 'secondary';
  return choices[FIELDS[field].choice];
}

/** A copy with the field set. What is seen in one region is restored there: `regionView` sets both. */
export function withValue(choices: Choices, field: ChoiceField, value: ChoiceValue): Choices {
  const next: Choices = { ...choices, [FIELDS[field].choice]: value };
  return field === 'regionView' ? { ...next, secondary: value === 'secondary' } : next;
}

/** What a cleared field holds: null, or the word that stands for "nothing" (rules.md §1). */
export function clearedValue(field: ChoiceField): ChoiceValue {
  return NO_CHOICES[FIELDS[field].choice];
}

/** The step that asks for a field; null for fields that no step asks for. */
export function stepAsking(field: FieldName): StepId | null {
  if (!isChoiceField(field)) return null;
  const { step }: Field = FIELDS[field];
  return step ?? null;
}

const inStep = (step: StepId): readonly ChoiceField[] =>
  Object.keys(FIELDS)
    .filter(isChoiceField)
    .filter((field) => stepAsking(field) === step);

/** Which fields a step asks for, in the order of the page. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly FieldName[]>> = {
  datasource: inStep('datasource'),
  instance: inStep('instance'),
  'restore-point': inStep('restore-point'),
  configuration: inStep('configuration'),
  'network-access': inStep('network-access'),
  review: inStep('review'),
};
