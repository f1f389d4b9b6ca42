import { commvaultLabels } from '#src/strings/commvault/fields.ts';
import { runnerLabels as runner } from '#src/strings/files/runner-labels.ts';
import { wizard } from '#src/strings/wizard.ts';

const { configuration, network } = wizard;

/** Names of the products that have rules. */
export const productLabels = { 'azure-backup': 'Azure Backup', commvault: 'Commvault' } as const;

/** Labels of the kinds of rule. */
export const kindLabels = {
  block: 'Not possible',
  'require-field': 'Required',
  'hide-field': 'Hides a field',
  default: 'Default',
  warn: 'Warning',
  info: 'Note',
  checklist: 'Afterwards',
} as const;

/** Labels of the fields that a rule applies to. */
export const fieldLabels = {
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
  consequenceRead: 'I know what can’t be undone',
  warningsRead: 'I have read the warnings',
  acceptTerms: 'Terms of the template',
  templateValues: 'Values of the template',
  templateVnet: 'Virtual network of the template',
  csrState: 'Cross Subscription Restore of the vault',
  sourceSystem: runner.sourceSystem,
  runnerSystem: runner.runnerSystem,
  runnerVersion: runner.runnerVersion,
  isOnSource: runner.isOnSource,
  deduplicated: runner.deduplicated,
  spannedVolumes: runner.spannedVolumes,
  restrictedAccount: runner.restrictedAccount,
  ...commvaultLabels,
  'job.progress': 'Progress of the job',
  'job.bytes': 'Bytes of the job',
  'job.cancel': 'Cancel of the job',
} as const;

const byName = new Map<string, string>(Object.entries(fieldLabels));

/** The label of a field of any task, for one that its own table has no label of. */
export const labelOfField = (field: string): string => byName.get(field) ?? field;
