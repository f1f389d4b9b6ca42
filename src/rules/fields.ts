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

/** The datasources that rules tell apart. */
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

/** Field a rule may speak about → the choice it holds. */
const choiceOf = {
  datasource: 'datasource',
  scenario: 'scenario',
  regionView: 'viewRegion',
  instance: 'instance',
  point: 'recoveryPointId',
  group: 'group',
  option: 'option',
  vmName: 'vmName',
  vmSize: 'vmSize',
  subscription: 'subscription',
  rg: 'rg',
  region: 'region',
  vnet: 'vnet',
  subnet: 'subnet',
  zone: 'zone',
  staging: 'staging',
  restoreAsManaged: 'restoreAsManaged',
  identity: 'identity',
  identityId: 'identityId',
  diskEncryptionSet: 'diskEncryptionSet',
  confirmReplace: 'confirmReplace',
  diskAccess: 'diskAccess',
  diskAccessId: 'diskAccessId',
  diskMode: 'diskMode',
  diskName: 'diskName',
  consequenceRead: 'consequenceRead',
  warningsRead: 'warningsRead',
  acceptTerms: 'acceptTerms',
  templateValues: 'templateValues',
  templateVnet: 'templateVnet',
  csrState: 'csrState',
  cv: 'cv',
  hypervisor: 'hypervisor',
  overwrite: 'overwrite',
  securityGroup: 'securityGroup',
  runnerSystem: 'runnerSystem',
  runnerVersion: 'runnerVersion',
  isOnSource: 'isOnSource',
} as const satisfies Record<string, keyof Choices>;

export type ChoiceField = keyof typeof choiceOf;
export type ChoiceValue<F extends ChoiceField = ChoiceField> = Choices[(typeof choiceOf)[F]];

/** Fields of a job's screen, hidden or shown by rules like any other. */
type JobField = 'job.progress' | 'job.bytes' | 'job.cancel';
/** What the operator answers about the machine whose files are recovered: rules read it as facts. */
type AnswerField = 'sourceSystem' | 'deduplicated' | 'spannedVolumes' | 'restrictedAccount';
export type FieldName = ChoiceField | JobField | AnswerField;

/** Whether a field holds a choice (and so can be cleared, filled in or required). */
export function isChoiceField(field: string): field is ChoiceField {
  return Object.hasOwn(choiceOf, field);
}

/** The value of a field. A restore in the secondary region counts as its view, however it came about. */
export function valueOf(choices: Choices, field: ChoiceField): ChoiceValue {
  if (field === 'regionView' && choices.secondary) return 'secondary';
  return choices[choiceOf[field]];
}

/** A copy with the field set. What is seen in one region is restored there: `regionView` sets both. */
export function withValue(choices: Choices, field: ChoiceField, value: ChoiceValue): Choices {
  const next: Choices = { ...choices, [choiceOf[field]]: value };
  return field === 'regionView' ? { ...next, secondary: value === 'secondary' } : next;
}

const clearedNotToNull: Partial<Record<ChoiceField, ChoiceValue>> = {
  identity: 'none',
  regionView: 'primary',
  diskMode: 'ALR',
  confirmReplace: false,
  consequenceRead: false,
  warningsRead: false,
  acceptTerms: false,
  isOnSource: false,
  overwrite: false,
};

/** What a cleared field holds: null, or the word that stands for "nothing" (rules.md §1). */
export function clearedValue(field: ChoiceField): ChoiceValue {
  return clearedNotToNull[field] ?? null;
}

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

/** Which fields a step asks for, in the order of the page: a rule about a field speaks in its step. */
export const STEP_FIELDS: Readonly<Record<StepId, readonly FieldName[]>> = {
  datasource: ['datasource'],
  instance: ['regionView', 'instance'],
  'restore-point': ['point'],
  configuration: [
    'group',
    'option',
    'vmName',
    'subscription',
    'rg',
    'region',
    'vnet',
    'subnet',
    'zone',
    'staging',
    'restoreAsManaged',
    'diskEncryptionSet',
    'identity',
    'identityId',
    'confirmReplace',
    'diskMode',
    'diskName',
  ],
  'network-access': ['diskAccess', 'diskAccessId'],
  review: ['consequenceRead', 'warningsRead'],
};

/** The step that asks for a field; null for fields that no step asks for. */
export function stepAsking(field: FieldName): StepId | null {
  return STEPS.find((step) => STEP_FIELDS[step].includes(field)) ?? null;
}
