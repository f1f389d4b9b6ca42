import { goesToPair, isCsr, isEncrypted, laysVhds } from '../derived.ts';
import { either } from '../known.ts';
import { asDisks, beside, rules } from '../rule.ts';
import { doc000, doc001 } from '../sources.ts';

/** Replace existing (3g). */
export const replaceRules = rules('replace', [
  {
    id: 'replace.source.exists',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && !vm.exists,
    instead: beside,
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
  },
  {
    id: 'replace.encrypted',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && isEncrypted(vm),
    instead: asDisks,
    source: [
      doc000('Restore options, Replace existing'),
      doc001('Restore entire encrypted VM at alternate location'),
    ],
  },
  {
    id: 'replace.unmanaged',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && !vm.isManaged,
    instead: beside,
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
  },
  {
    id: 'replace.classic',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.deployment === 'classic',
    instead: beside,
    source: [doc000('Restore options, Replace existing')],
  },
  {
    id: 'replace.generalized',
    kind: 'block',
    field: 'option',
    when: ({ vm }, c) => c.option === 'replaceDisks' && vm.isGeneralized,
    instead: beside,
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
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
    instead: beside,
    source: [
      doc000('Restore options, Cross Region'),
      doc000('Restore VMs with special configurations'),
      doc001('Restore entire VM to another region at alternate location'),
    ],
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
    instead: beside,
    source: [doc000('Replace existing disks')],
  },
  {
    id: 'replace.staging.required',
    kind: 'require-field',
    field: 'staging',
    when: (_, c) => c.option === 'replaceDisks' && c.staging === null,
    source: [doc000('Replace existing disks')],
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
    instead: asDisks,
    source: [doc000('Restore options, Replace existing'), doc001('Replace source VM')],
  },
  {
    id: 'replace.destructive.confirm',
    kind: 'require-field',
    field: 'confirmReplace',
    when: (_, c) => c.option === 'replaceDisks' && !c.confirmReplace,
    source: [doc000('Restore options, Replace existing')],
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
