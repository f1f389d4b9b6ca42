import { sameRegion } from '#src/model/places.ts';
import { isCrrVnetKnown, isCustomerKeyed, isDisaster, isGeo } from '../derived.ts';
import { all, either } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Cross Region Restore (3h). */
export const crrRules = rules('crr', [
  {
    id: 'crr.enabled',
    kind: 'block',
    field: 'regionView',
    when: ({ vault }, c) => c.secondary && !vault.crrEnabled,
    instead: [{ field: 'regionView', value: 'primary' }],
    source: [doc000('Cross Region Restore')],
  },
  {
    id: 'crr.paired-only',
    kind: 'block',
    field: 'region',
    when: ({ vault }, c) => c.secondary && !sameRegion(c.region, vault.secondaryRegion),
    instead: [{ field: 'region', set: ({ vault }) => vault.secondaryRegion }],
    source: [doc000('Cross Region Restore')],
  },
  {
    id: 'crr.secondary-data-to-secondary',
    kind: 'block',
    field: 'regionView',
    when: (_, c) => c.viewRegion === 'secondary' && !c.secondary,
    instead: [{ field: 'regionView', value: 'secondary' }],
    source: [doc000('View backup items in secondary region, note')],
  },
  {
    id: 'crr.ultra-disks',
    kind: 'block',
    field: 'regionView',
    when: ({ vm }, c) => c.secondary && vm.hasUltraDisks,
    instead: [{ field: 'regionView', value: 'primary' }],
    source: [doc000('Cross Region Restore, note')],
  },
  {
    id: 'crr.options',
    kind: 'info',
    field: 'option',
    when: (_, c) => c.secondary,
    source: [doc000('Restore options, Cross Region')],
  },
  {
    id: 'crr.identity',
    kind: 'block',
    field: 'identity',
    when: (_, c) => c.secondary && c.identity !== 'none',
    instead: [{ field: 'identity', value: 'none' }],
    source: [doc000('Restore VMs with managed identities, note')],
  },
  {
    id: 'crr.identity.hide',
    kind: 'hide-field',
    field: ['identity', 'identityId'],
    when: (_, c) => c.secondary,
    source: [doc000('Restore VMs with managed identities, note')],
  },
  {
    id: 'crr.staging.secondary-region',
    kind: 'block',
    field: 'staging',
    when: ({ vault }, c) =>
      c.secondary && c.staging !== null && !sameRegion(c.staging.region, vault.secondaryRegion),
    instead: [{ field: 'staging' }],
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.params-secondary-only',
    kind: 'info',
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [doc000('Restore in secondary region')],
  },
  {
    id: 'crr.vnet.auto',
    kind: 'default',
    field: 'vnet',
    when: (facts, c) => c.secondary && c.option === 'createVm' && isCrrVnetKnown(facts),
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.vnet.no-default',
    kind: 'warn',
    field: 'vnet',
    when: (facts, c) => c.secondary && c.option === 'createVm' && !isCrrVnetKnown(facts),
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.vnet.template',
    kind: 'warn',
    always: true,
    field: 'templateVnet',
    when: (_, c) => c.secondary && c.option === 'restoreDisks',
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.no-cancel',
    kind: 'warn',
    always: true,
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.cmk-becomes-non-cmk',
    kind: 'warn',
    field: 'regionView',
    when: ({ vm, vault }, c) =>
      c.secondary &&
      all(
        () => isCustomerKeyed(vm),
        () => !vault.cmkEnabled,
      ),
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.roles-same',
    kind: 'info',
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [doc000('Restore in secondary region, note')],
  },
  {
    id: 'crr.roles-who',
    kind: 'warn',
    field: 'regionView',
    when: ({ operator }, c) =>
      c.secondary &&
      !either(
        () => operator.isBackupAdmin,
        () => operator.isAppAdmin,
      ),
    source: [doc000('Restore options, Cross Region')],
  },
  {
    id: 'crr.all-vms',
    kind: 'info',
    field: 'instance',
    when: (_, c) => c.secondary,
    source: [doc000('Restore options, Cross Region')],
  },
  {
    id: 'crr.vault-tier-only',
    kind: 'info',
    field: 'point',
    when: (_, c) => c.secondary,
    source: [doc000('Restore options, Cross Region')],
  },
  {
    id: 'crr.outage-not-needed',
    kind: 'info',
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'crr.grs-only',
    kind: 'block',
    field: 'regionView',
    when: (facts, c) => c.secondary && !isGeo(facts),
    instead: [{ field: 'regionView', value: 'primary' }],
    source: [
      doc000('Restore VMs with special configurations'),
      doc000('Restore in secondary region, note'),
    ],
  },
  {
    id: 'crr.datacenter-disaster',
    kind: 'info',
    field: 'staging',
    when: (facts) =>
      all(
        () => facts.platform.primaryDown,
        () => isGeo(facts),
        () => !facts.vault.crrEnabled,
      ),
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'crr.disaster.staging',
    kind: 'require-field',
    field: 'staging',
    when: (facts, c) =>
      c.staging === null &&
      all(
        () => facts.platform.primaryDown,
        () => isGeo(facts),
      ),
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'crr.jobs-view',
    kind: 'info',
    field: null,
    when: (_, c) => c.secondary,
    source: [doc000('Monitoring secondary region restore jobs')],
  },
  {
    id: 'crr.before-you-begin',
    kind: 'info',
    field: 'regionView',
    when: ({ vault }) => !vault.crrEnabled,
    source: [doc000('Cross Region Restore')],
  },
  {
    id: 'crr.disaster.staging-region',
    kind: 'block',
    field: 'staging',
    when: (facts, c) =>
      c.staging !== null &&
      isDisaster(facts, c) &&
      !sameRegion(c.staging.region, facts.vault.secondaryRegion),
    instead: [{ field: 'staging' }],
    source: [doc000('Restore VMs with special configurations')],
  },
]);
