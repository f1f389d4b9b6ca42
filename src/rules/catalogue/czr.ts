import {
  goesToPair,
  isCsr,
  isCzr,
  isEncrypted,
  fitsOtherZones,
  ownZone,
  zoneCanApply,
  zoneFieldVisible,
} from '../derived.ts';
import { all } from '../known.ts';
import { rules } from '../rule.ts';
import { doc000 } from '../sources.ts';

/** Availability zones, and restoring to another one (3j). */
export const czrRules = rules('czr', [
  {
    id: 'czr.field.source-pinned',
    kind: 'hide-field',
    field: 'zone',
    when: (facts, c) => !zoneCanApply(facts, c),
    source: [doc000('Restore in secondary region, zone summary')],
  },
  {
    id: 'czr.field.encrypted',
    kind: 'hide-field',
    field: 'zone',
    when: ({ vm }) => isEncrypted(vm),
    source: [
      doc000('Restore in secondary region, zone summary'),
      doc000('Restore options, Cross Zonal'),
    ],
  },
  {
    id: 'czr.field.same-region-zrs',
    kind: 'hide-field',
    field: 'zone',
    when: ({ vault }, c) => !c.secondary && vault.redundancy !== 'ZRS',
    source: [doc000('Restore in secondary region, zone summary')],
  },
  {
    id: 'czr.field.paired-region',
    kind: 'hide-field',
    field: 'zone',
    when: ({ vault, target }, c) =>
      c.secondary &&
      !all(
        () => vault.crrEnabled,
        () => target.regionHasZones,
      ),
    source: [
      doc000('Restore in secondary region, zone summary'),
      doc000('Restore options, Cross Zonal'),
    ],
  },
  {
    id: 'czr.option',
    kind: 'hide-field',
    field: 'zone',
    when: (_, c) => c.option === 'replaceDisks',
    source: [doc000('Restore in secondary region, zone summary')],
  },
  {
    id: 'czr.block.snapshot',
    kind: 'block',
    field: 'zone',
    when: (facts, c) => isCzr(facts, c) && !fitsOtherZones(facts),
    instead: [{ field: 'zone', value: null }],
    source: [doc000('Restore options, Cross Zonal'), doc000('Restore in secondary region')],
  },
  {
    id: 'czr.block.encrypted',
    kind: 'block',
    field: 'zone',
    when: (facts, c) => isCzr(facts, c) && isEncrypted(facts.vm),
    instead: [{ field: 'zone', value: null }],
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.block.redundancy',
    kind: 'block',
    field: 'zone',
    when: (facts, c) => !c.secondary && isCzr(facts, c) && facts.vault.redundancy !== 'ZRS',
    instead: [{ field: 'zone', value: null }],
    source: [doc000('Create a VM, note'), doc000('Restore in secondary region')],
  },
  {
    id: 'czr.block.secondary-no-zones',
    kind: 'block',
    field: 'zone',
    when: ({ target }, c) => c.secondary && !!c.zone && !target.regionHasZones,
    instead: [{ field: 'zone', value: null }],
    source: [
      doc000('Restore options, Cross Zonal'),
      doc000('Restore in secondary region, zone summary'),
    ],
  },
  {
    id: 'czr.managed-only',
    kind: 'block',
    field: 'zone',
    when: (facts, c) => isCzr(facts, c) && !facts.vm.isManaged,
    instead: [{ field: 'zone', value: null }],
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.non-pinned',
    kind: 'block',
    field: 'zone',
    when: ({ vm, vault }, c) =>
      !!c.zone &&
      all(
        () => vm.zone === null,
        () => vault.redundancy !== 'ZRS',
      ),
    instead: [{ field: 'zone', value: null }],
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.default-zone',
    kind: 'default',
    field: 'zone',
    when: (facts, c) => c.zone === null && zoneFieldVisible(facts, c) && facts.vm.zone !== null,
    // A zone that is down is named as the machine's own, and is not filled in.
    set: (facts, c) => (!c.secondary && facts.platform.pinnedZoneDown ? null : ownZone(facts, c)),
    source: [doc000('Create a VM'), doc000('Restore in secondary region')],
  },
  {
    id: 'czr.options.all-zones',
    kind: 'info',
    field: 'zone',
    when: (facts, c) => zoneFieldVisible(facts, c),
    source: [doc000('Create a VM'), doc000('Restore in secondary region')],
  },
  {
    id: 'czr.logical-zone',
    kind: 'info',
    field: 'zone',
    when: (_, c) => !!c.zone,
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.logical-zone.csr',
    kind: 'warn',
    field: ['zone', 'subscription'],
    when: (facts, c) => !!c.zone && isCsr(facts, c),
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.pinned-zone-down',
    kind: 'block',
    field: ['zone', 'regionView'],
    when: (facts, c) =>
      all(
        () => facts.platform.pinnedZoneDown,
        () => facts.vm.zone !== null,
        () => !goesToPair(facts, c),
        () => !(isCzr(facts, c) && zoneFieldVisible(facts, c)),
      ),
    instead: [{ field: 'regionView', value: 'secondary' }],
    source: [doc000('Restore in secondary region'), doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.same-zone',
    kind: 'info',
    field: 'zone',
    // Without a zone the request names none: which place another subscription takes is not known.
    when: (facts, c) =>
      (!!c.zone || !isCsr(facts, c)) && facts.vm.zone !== null && !isCzr(facts, c),
    source: [doc000('Restore VMs with special configurations')],
  },
  {
    id: 'czr.identity.ok',
    kind: 'info',
    field: 'identity',
    when: (facts, c) => c.identity !== 'none' && isCzr(facts, c),
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.rbac',
    kind: 'info',
    field: 'zone',
    when: (facts, c) => isCzr(facts, c),
    source: [doc000('Restore options, Cross Zonal')],
  },
  {
    id: 'czr.secondary.ok',
    kind: 'info',
    field: 'zone',
    when: (facts, c) => c.secondary && isCzr(facts, c),
    source: [doc000('Restore options, Cross Zonal')],
  },
]);
