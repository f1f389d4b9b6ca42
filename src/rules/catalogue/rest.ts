import { isDisaster, isOutsideVaultRegion, isZoneRedundant } from '../derived.ts';
import { either } from '../known.ts';
import { rules } from '../rule.ts';
import { restTypeRules } from './rest-type.ts';
import { doc000, doc004 } from '../sources.ts';

/** The requests as document 004 prints them (3s). */
export const restRules = [
  ...rules('rest', [
    {
      id: 'rest.list',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Select Recovery point'), doc004('Responses')],
    },
    {
      id: 'rest.fabric',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Select Recovery point')],
    },
    {
      id: 'rest.trigger',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Restore disks')],
    },
    {
      id: 'rest.object-type',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Example request')],
    },
  ]),
  ...restTypeRules,
  ...rules('rest', [
    {
      id: 'rest.body.required.disks',
      kind: 'require-field',
      field: null,
      when: (_, c) =>
        c.client === 'rest' &&
        c.option === 'restoreDisks' &&
        [c.recoveryPointId, c.sourceResourceId, c.staging, c.region].some((value) => !value),
      source: [doc004('Example request')],
    },
    {
      id: 'rest.body.required.vm',
      kind: 'require-field',
      field: null,
      when: (_, c) =>
        c.client === 'rest' &&
        c.option === 'createVm' &&
        [
          c.recoveryPointId,
          c.sourceResourceId,
          c.vmName,
          c.rg,
          c.staging,
          c.vnet,
          c.subnet,
          c.region,
        ].some((value) => !value),
      source: [doc004('Restore as another virtual machine')],
    },
    {
      id: 'rest.body.false-flags',
      kind: 'default',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Example request')],
    },
    {
      id: 'rest.async.202',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Response')],
    },
    {
      id: 'rest.async.poll',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.async.job-id',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.vmconfig.after',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest' && c.option === 'restoreDisks',
      source: [doc004('Example responses')],
    },
    {
      id: 'rest.storage',
      kind: 'block',
      field: 'staging',
      when: (facts, c) =>
        c.client === 'rest' &&
        c.staging !== null &&
        !c.secondary &&
        either(
          () => isZoneRedundant(c.staging?.redundancy ?? ''),
          () => isOutsideVaultRegion(facts, c) && !isDisaster(facts, c),
        ),
      instead: [{ field: 'staging' }],
      source: [doc004('Restore disks'), doc000('Restore VMs with special configurations')],
    },
    {
      id: 'rest.vm-response',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest' && c.option === 'createVm',
      source: [doc004('Restore as another virtual machine')],
    },
    {
      id: 'rest.scope',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Introduction')],
    },
    {
      id: 'rest.next-links',
      kind: 'info',
      field: null,
      when: (_, c) => c.client === 'rest',
      source: [doc004('Create request body'), doc004('Example responses')],
    },
  ]),
];
