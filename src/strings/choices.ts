import { listText } from '#src/lib/wording.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { plain } from '#src/rules/facts/words.ts';
import { labelOf } from '#src/rules/fields.ts';
import { datasources } from '#src/strings/datasources.ts';
import { whereToRun } from '#src/strings/file-runner.ts';
import { productLabels } from '#src/strings/rule-source.ts';
import { sentences } from '#src/strings/sentences.ts';
import { wizard } from '#src/strings/wizard.ts';

/** A choice of the form as a person reads it. */
interface ChoiceWords {
  readonly label: string;
  /** Values that have words of their own. */
  readonly values?: Readonly<Record<string, string>>;
  /** Text for no selection. */
  readonly none?: string;
}

const { configuration, network } = wizard;
const yesNo = { true: configuration.yes, false: configuration.no };
const regions = { primary: 'Primary Region', secondary: 'Secondary Region' };
const csrStates = { enabled: 'On', disabled: 'Off', permanentlyDisabled: 'Permanently disabled' };

/** Every choice that the rules read, by its name there. */
const choiceWords = {
  product: { label: 'Product', values: productLabels },
  datasource: {
    label: labelOf('datasource'),
    values: datasources,
  },
  scenario: {
    label: labelOf('scenario'),
    values: {
      'entire-vm': 'Entire VM',
      disk: 'One disk',
      files: 'Files in the VM',
      encrypted: 'Encrypted VM',
      'cross-region': 'Another region',
      'bare-metal': 'Bare metal',
    },
    none: 'None named',
  },
  client: {
    label: 'Client',
    values: { portal: 'Portal', rest: 'REST', powershell: 'PowerShell', cli: 'Azure CLI' },
  },
  action: {
    label: 'Action',
    values: {
      submit: 'Select Restore',
      deployTemplate: 'Deploy the template',
      setCsr: 'Set Cross Subscription Restore of the vault',
    },
    none: 'Make selections',
  },
  instance: { label: labelOf('instance') },
  recoveryPointId: { label: labelOf('point') },
  sourceResourceId: { label: 'Source VM' },
  group: {
    label: labelOf('group'),
    values: {
      createNew: configuration.createNew,
      replaceExisting: configuration.replaceExisting,
    },
  },
  option: {
    label: labelOf('option'),
    values: {
      createVm: configuration.createVm,
      restoreDisks: configuration.restoreDisks,
      replaceDisks: configuration.replaceDisks,
    },
  },
  secondary: { label: 'Restore in the secondary region', values: yesNo },
  viewRegion: { label: labelOf('regionView'), values: regions },
  region: { label: labelOf('region') },
  subscription: { label: labelOf('subscription') },
  subscriptionTenant: { label: 'Tenant of the subscription' },
  zone: { label: labelOf('zone') },
  vmName: { label: labelOf('vmName') },
  vmSize: { label: 'VM size' },
  rg: { label: labelOf('rg') },
  rgIsNew: { label: 'New resource group', values: yesNo },
  vnet: { label: labelOf('vnet'), values: { chosen: 'Selected' } },
  subnet: { label: labelOf('subnet') },
  staging: { label: labelOf('staging'), values: { chosen: 'Selected' } },
  identity: { label: labelOf('identity'), values: configuration.identities },
  identityId: { label: labelOf('identityId') },
  diskEncryptionSet: { label: labelOf('diskEncryptionSet') },
  restoreAsManaged: { label: labelOf('restoreAsManaged'), values: yesNo },
  diskAccess: {
    label: labelOf('diskAccess'),
    values: { same: network.same, public: network.public, private: network.private },
  },
  diskAccessId: { label: labelOf('diskAccessId') },
  diskMode: {
    label: labelOf('diskMode'),
    values: { ALR: 'To a new disk', OLR: 'Over the source disk' },
  },
  diskName: { label: labelOf('diskName') },
  confirmReplace: { label: labelOf('confirmReplace'), values: yesNo },
  consequenceRead: { label: labelOf('consequenceRead'), values: yesNo },
  warningsRead: { label: labelOf('warningsRead'), values: yesNo },
  acceptTerms: { label: labelOf('acceptTerms'), values: yesNo },
  templateValues: {
    label: labelOf('templateValues'),
    values: { chosen: 'Filled in' },
    none: 'Not filled in',
  },
  templateVnet: { label: labelOf('templateVnet') },
  csrState: { label: labelOf('csrState'), values: csrStates },
  hypervisor: { label: labelOf('hypervisor') },
  overwrite: { label: labelOf('overwrite'), values: yesNo },
  securityGroup: { label: labelOf('securityGroup') },
  cv: {
    label: 'Commvault restore',
    values: { 'in-place': 'In place', 'out-of-place': 'Out of place' },
  },
  runnerSystem: { label: labelOf('runnerSystem'), values: systemNames },
  runnerVersion: { label: labelOf('runnerVersion') },
  isOnSource: {
    label: labelOf('isOnSource'),
    values: { true: whereToRun.yes, false: whereToRun.no },
  },
} as const satisfies Record<string, ChoiceWords>;

/** The name of a choice. */
export function choiceLabel(name: keyof typeof choiceWords): string {
  return choiceWords[name].label;
}

/** The selected value: "Restore disks". A resource without a name of its own is "Selected". */
export function choiceValue(name: keyof typeof choiceWords, value: unknown): string {
  const { values = {}, none = 'Not selected' }: ChoiceWords = choiceWords[name];
  if (value === null || value === undefined) return none;
  const text = typeof value === 'object' ? 'chosen' : plain(value);
  return values[text] ?? text;
}

/** Whether a name is one of a choice that has words. */
export function hasChoiceWords(name: string): name is keyof typeof choiceWords {
  return name in choiceWords;
}

/** A choice and its value in one line, by its name in the rules: "Restore Type: Restore disks". */
export function choiceSentence(name: string, value: unknown): string {
  const choice = name.replace(/^c\./, '');
  return hasChoiceWords(choice)
    ? `${choiceLabel(choice)}: ${choiceValue(choice, value)}`
    : `${name}: ${JSON.stringify(value) ?? ''}`;
}

/** Texts for choices that a restore doesn’t use, or that a list doesn’t have. */
export const unusedChoices = sentences({
  title: 'Selected, but not used',
  line: (chosen: readonly string[], why: string) => `${listText(chosen)}: ${why}`,
  chosen: (field: string, value: string) => `${field} ${value}`,
  onlySnapshot: 'this restore point is only a snapshot.',
  alsoSnapshot: 'this restore point is also a snapshot.',
  usePoint: (time: string) => `Use ${time}`,
  gone: (place: string) => `not listed in ${place}. Select another one.`,
  pointGone: 'not listed in the vault. Select another one.',
  somewhere: 'the subscription',
} as const);

/** Short names of restore options. */
export const restoreKinds = { createVm: 'New VM', restoreDisks: 'Disks', replaceDisks: 'Replace' };

/** Texts for the menu beside Restore. */
export const restoreOptions = sentences({
  /** As the documents print them. */
  labels: {
    createVm: 'Create new virtual machine',
    restoreDisks: 'Restore disks',
    replaceDisks: 'Replace disk/s',
  },
  files: 'Files',
  recoverFiles: 'Recover files',
  needsSource: 'The source VM no longer exists.',
  menuOf: 'Restore options',
  of: (name: string) => `Restore ${name}`,
  /** After what the button beside it is called. */
  menu: (restore: string) => `${restore}: options`,
  heldBack: (restore: string, reason: string) => `${restore}: ${reason}`,
});
