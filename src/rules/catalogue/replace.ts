import { goesToPair, isCsr, isEncrypted, laysVhds } from '../derived.ts';
import { either } from '../known.ts';
import { advice, portal, rules, service } from '../rule.ts';
import { doc000, doc001 } from '../sources.ts';

/** Replace existing (3g). */
export const replaceRules = rules('replace', [
  {
    id: 'replace.source.exists',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && !vm.exists,
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
    enforcedBy: service(
      'The current machine must exist; a job fails with UserErrorBcmDatasourceNotPresent.',
    ),
  },
  {
    id: 'replace.encrypted',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && isEncrypted(vm),
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: 'restoreDisks' },
    ],
    source: [
      doc000('Restore options, Replace existing'),
      doc001('Restore entire encrypted VM at alternate location'),
    ],
    enforcedBy: service('Replace existing is supported for unencrypted managed machines.'),
  },
  {
    id: 'replace.unmanaged',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && !vm.isManaged,
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
    enforcedBy: service('The document calls unmanaged machines unsupported.'),
  },
  {
    id: 'replace.classic',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.deployment === 'classic',
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [doc000('Restore options, Replace existing')],
    enforcedBy: service('The document calls classic machines unsupported.'),
  },
  {
    id: 'replace.generalized',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.isGeneralized,
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
    enforcedBy: service('The document calls generalized machines unsupported.'),
  },
  {
    id: 'replace.custom-image.allowed',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.fromCustomImage,
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'replace.linked-resources.allowed',
    kind: 'info',
    field: 'option',
    when: ({ vm }, c) =>
      c.option === 'replaceDisks' &&
      either(
        () => vm.hasUserIdentity,
        () => vm.hasKeyVaultLink,
      ),
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'replace.no-secondary',
    kind: 'block',
    field: ['option', 'regionView'],
    when: (facts, c) => c.option === 'replaceDisks' && goesToPair(facts, c),
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [
      doc000('Restore options, Cross Region'),
      doc000('Restore VMs with special configurations'),
      doc001('Restore entire VM to another region at alternate location'),
    ],
    enforcedBy: service('The documents offer it in the machine’s own region only.'),
  },
  {
    id: 'replace.hide-target-fields',
    kind: 'hide-field',
    field: ['vmName', 'rg', 'vnet', 'subnet', 'subscription', 'zone'],
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Replace existing disks')],
  },
  {
    id: 'replace.zone.not-applicable',
    kind: 'hide-field',
    field: 'zone',
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Restore in secondary region, zone summary')],
  },
  {
    id: 'replace.subscription.not-applicable',
    kind: 'block',
    field: ['option', 'subscription'],
    when: (facts, c) => c.option === 'replaceDisks' && isCsr(facts, c),
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: null },
    ],
    source: [doc000('Replace existing disks')],
    enforcedBy: portal('The option has no subscription field.'),
  },
  {
    id: 'replace.staging.required',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.option === 'replaceDisks' && c.staging === null,
    source: [doc000('Replace existing disks')],
    enforcedBy: service('The body of a restore names the storage account.'),
  },
  {
    id: 'replace.presnapshot',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'replace.originals-kept',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
  },
  {
    id: 'replace.vhd.vault-under-4tb',
    kind: 'info',
    field: 'staging',
    when: (facts, c) => c.option === 'replaceDisks' && laysVhds(facts, c),
    source: [doc000('Storage accounts, Replace disk')],
  },
  {
    id: 'replace.vhd.cleanup',
    kind: 'checklist',
    field: null,
    when: (facts, c) => c.option === 'replaceDisks' && laysVhds(facts, c),
    source: [doc000('Storage accounts, Replace disk')],
  },
  {
    id: 'replace.disk-count',
    kind: 'warn',
    field: 'point',
    when: ({ point, vm }, c) => c.option === 'replaceDisks' && point.diskCount !== vm.diskCount,
    instead: [
      { field: 'group', value: 'createNew' },
      { field: 'option', value: 'restoreDisks' },
    ],
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
  },
  {
    id: 'replace.destructive.confirm',
    kind: 'require-field',
    field: 'confirmReplace',
    when: (_, c) => c.option === 'replaceDisks' && !c.confirmReplace,
    source: [doc000('Restore options, Replace existing')],
    enforcedBy: advice('Our own question; Azure does not ask it.'),
  },
  {
    id: 'replace.extensions.fine',
    kind: 'checklist',
    field: null,
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Post-restore steps')],
  },
  {
    id: 'replace.originals.where',
    kind: 'info',
    field: null,
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Storage accounts, Replace disk'), doc000('Replace existing disks')],
  },
]);
