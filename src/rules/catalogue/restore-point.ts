import { asManaged, isCsr, fitsOtherZones } from '../derived.ts';
import { pointRequiredRules } from './point-required.ts';
import { beside, rules } from '../rule.ts';
import { doc000, doc004, ours } from '../sources.ts';

/** Restore point step (3c). */
export const restorePointRules = [
  ...pointRequiredRules,
  ...rules('restore-point', [
    {
      id: 'point.identity',
      kind: 'info',
      field: 'point',
      when: (_, c) => c.recoveryPointId !== null,
      source: [doc004('Example response')],
    },
    {
      id: 'point.columns',
      kind: 'info',
      field: 'point',
      when: () => true,
      source: [doc004('Example response')],
    },
    {
      id: 'point.consistency.crash',
      kind: 'info',
      field: 'point',
      when: ({ point }) => point.consistency === 'CrashConsistent',
      source: [doc004('Example response')],
    },
    {
      id: 'point.tier.snapshot-only.no-replace',
      kind: 'block',
      field: ['option', 'point'],
      when: ({ point }, c) => c.option === 'replaceDisks' && !point.transferToVaultDone,
      instead: beside,
      source: [doc000('Choose a VM restore configuration, note')],
    },
    {
      id: 'point.secondary.vault-only',
      kind: 'block',
      field: ['point', 'regionView'],
      when: ({ point }, c) => c.secondary && point.tier === 'Snapshot',
      instead: [{ field: 'point' }],
      source: [doc000('Restore options, Cross Region')],
    },
    {
      id: 'point.secondary.time',
      kind: 'info',
      field: 'point',
      when: (_, c) => c.secondary,
      source: [doc000('Restore options, Cross Region')],
    },
    {
      id: 'point.secondary.rpo',
      kind: 'info',
      field: 'point',
      when: (_, c) => c.secondary,
      source: [doc000('Restore in secondary region')],
    },
    {
      id: 'point.secondary.too-new',
      kind: 'warn',
      field: 'point',
      when: ({ point }, c) => c.secondary && point.ageHours < 12 && !point.inSecondary,
      instead: [{ field: 'point' }],
      source: [doc000('Restore in secondary region')],
    },
    {
      id: 'point.not-in-secondary',
      kind: 'block',
      field: ['point', 'regionView'],
      when: ({ point }, c) => c.secondary && !point.inSecondary,
      instead: [{ field: 'point' }],
      source: [doc000('Restore options, Cross Region')],
    },
    {
      id: 'point.csr.snapshot',
      kind: 'block',
      field: ['point', 'subscription'],
      when: (facts, c) => isCsr(facts, c) && facts.point.tier === 'Snapshot',
      instead: [{ field: 'subscription', value: null }],
      source: [doc000('Restore options, Cross Subscription')],
    },
    {
      id: 'point.csr.mixed',
      kind: 'warn',
      field: ['point', 'subscription'],
      when: (facts, c) => isCsr(facts, c) && facts.point.tier === 'SnapshotAndVault',
      source: [doc000('Restore options, Cross Subscription')],
    },
    {
      id: 'point.czr.vault-only',
      kind: 'hide-field',
      field: 'zone',
      when: (facts) => !fitsOtherZones(facts),
      source: [doc000('Restore in secondary region, zone summary')],
    },
    {
      id: 'point.unmanaged.vault-only',
      kind: 'block',
      field: ['point', 'restoreAsManaged'],
      when: (facts, c) => asManaged(facts, c) && facts.point.tier === 'Snapshot',
      instead: [{ field: 'restoreAsManaged', value: false }],
      source: [doc000('Restoring unmanaged VMs and disks as managed')],
    },
    {
      id: 'point.names.instant',
      kind: 'info',
      field: 'point',
      when: () => true,
      source: [doc000('Restore disks')],
    },
    {
      id: 'point.archive',
      kind: 'block',
      field: 'point',
      when: ({ policy, point }) =>
        policy.archive && point.tier === 'Archive' && !point.isRehydrated,
      instead: [{ field: 'point' }],
      source: [ours('Not from the documents (gap G-01)')],
    },
  ]),
];
