import { whereToRun } from '#src/strings/files/runner-labels.ts';
import { systemNames } from '#src/rules/facts/vm.ts';
import { datasources } from '#src/strings/datasources.ts';
import { fieldLabels as fields, productLabels } from '#src/strings/rule-labels.ts';
import { plain } from '#src/rules/facts/words.ts';
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
export const choiceWords = {
  product: { label: 'Product', values: productLabels },
  datasource: {
    label: fields.datasource,
    values: datasources,
  },
  scenario: {
    label: fields.scenario,
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
  instance: { label: fields.instance },
  recoveryPointId: { label: fields.point },
  sourceResourceId: { label: 'Source VM' },
  group: {
    label: fields.group,
    values: {
      createNew: configuration.createNew,
      replaceExisting: configuration.replaceExisting,
    },
  },
  option: {
    label: fields.option,
    values: {
      createVm: configuration.createVm,
      restoreDisks: configuration.restoreDisks,
      replaceDisks: configuration.replaceDisks,
    },
  },
  secondary: { label: 'Restore in the secondary region', values: yesNo },
  viewRegion: { label: fields.regionView, values: regions },
  region: { label: fields.region },
  subscription: { label: fields.subscription },
  subscriptionTenant: { label: 'Tenant of the subscription' },
  zone: { label: fields.zone },
  vmName: { label: fields.vmName },
  vmSize: { label: 'VM size' },
  rg: { label: fields.rg },
  rgIsNew: { label: 'New resource group', values: yesNo },
  vnet: { label: fields.vnet, values: { chosen: 'Selected' } },
  subnet: { label: fields.subnet },
  staging: { label: fields.staging, values: { chosen: 'Selected' } },
  identity: { label: fields.identity, values: configuration.identities },
  identityId: { label: fields.identityId },
  diskEncryptionSet: { label: fields.diskEncryptionSet },
  restoreAsManaged: { label: fields.restoreAsManaged, values: yesNo },
  diskAccess: {
    label: fields.diskAccess,
    values: { same: network.same, public: network.public, private: network.private },
  },
  diskAccessId: { label: fields.diskAccessId },
  diskMode: {
    label: fields.diskMode,
    values: { ALR: 'To a new disk', OLR: 'Over the source disk' },
  },
  diskName: { label: fields.diskName },
  confirmReplace: { label: fields.confirmReplace, values: yesNo },
  consequenceRead: { label: fields.consequenceRead, values: yesNo },
  warningsRead: { label: fields.warningsRead, values: yesNo },
  acceptTerms: { label: fields.acceptTerms, values: yesNo },
  templateValues: {
    label: fields.templateValues,
    values: { chosen: 'Filled in' },
    none: 'Not filled in',
  },
  templateVnet: { label: fields.templateVnet },
  csrState: { label: fields.csrState, values: csrStates },
  hypervisor: { label: fields.hypervisor },
  overwrite: { label: fields.overwrite, values: yesNo },
  securityGroup: { label: fields.securityGroup },
  cv: {
    label: 'Commvault restore',
    values: { 'in-place': 'In place', 'out-of-place': 'Out of place' },
  },
  runnerSystem: { label: fields.runnerSystem, values: systemNames },
  runnerVersion: { label: fields.runnerVersion },
  isOnSource: {
    label: fields.isOnSource,
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
export function isChoice(name: string): name is keyof typeof choiceWords {
  return name in choiceWords;
}

/** A choice and its value in one line, by its name in the rules: "Restore Type: Restore disks". */
export function choiceSentence(name: string, value: unknown): string {
  const choice = name.replace(/^c\./, '');
  return isChoice(choice)
    ? `${choiceLabel(choice)}: ${choiceValue(choice, value)}`
    : `${name}: ${JSON.stringify(value) ?? ''}`;
}
