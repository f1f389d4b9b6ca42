import { describe, expect, test } from 'vitest';
import { keysOf } from '#src/lib/data.ts';
import { wizard } from '#src/strings/wizard.ts';
import { vmChoices, vmFields } from '#src/datasources/azure-vm/choices/schema.ts';
import { withChoices } from '#src/datasources/azure-vm/choices/transitions.ts';
import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import type { VmGiven } from '#src/datasources/azure-vm/fields/field.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import { plannedRestore } from '#src/datasources/azure-vm/request/request.ts';
import { STEPS_OF_VM } from '#src/datasources/azure-vm/steps/steps.ts';
import {
  AS_NEW_VM,
  exampleDraft,
  exampleReads,
  exampleView,
  itemId,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';

const names = keysOf(FIELDS);
const reads = exampleReads({ vault: { redundancy: 'ZRS' }, zones: ['1', '2', '3'] });
const view = exampleView({ ...AS_NEW_VM, identity: 'system', diskAccess: 'public' }, reads);

describe.each(names)('the field %s', (name) => {
  const entry = FIELDS[name];

  test('holds while nothing is chosen what its schema allows', () => {
    expect(entry.schema.safeParse(entry.nothing)).toEqual({ success: true, data: entry.nothing });
  });

  test('is as in an empty draft where a stored draft holds what cannot be', () => {
    const stored = { ...exampleDraft().choices, [name]: -1 };
    expect(vmChoices(stored)[name]).toEqual(entry.nothing);
    expect(vmFields.canRead(stored)).toBe(false);
  });

  test('belongs to a step, which says its label', () => {
    expect(stepWith(STEPS_OF_VM, name)).toBe(entry.step);
    expect(vmModel.fieldLabel(name)).toBe(entry.label);
    expect(entry.label).not.toBe('');
  });

  test('is cleared for reasons that have a sentence', () => {
    expect(Object.keys(wizard.takenBack.because)).toEqual(
      expect.arrayContaining(Object.keys(entry.clearedBy ?? {})),
    );
  });
});

/** What a field adds to the request of the example. */
function partOf<Choices, Name extends keyof Choices & string>(
  table: { readonly [One in Name]: Sending<Choices[One]> },
  choices: Choices,
  name: Name,
): object {
  return table[name].request?.(choices[name], { choices: view.shown, reads }) ?? {};
}

interface Sending<Value> {
  readonly request?: (value: Value, given: VmGiven) => object;
}

test.each(names)('the request holds what %s adds to it', (name) => {
  expect(plannedRestore(view)).toMatchObject({
    ok: true,
    value: { restore: partOf(FIELDS, view.shown, name) },
  });
});

test('the request holds nothing that no field adds to it', () => {
  const planned = plannedRestore(view);
  const added = names.flatMap((name) => Object.keys(partOf(FIELDS, view.shown, name)));
  expect(planned.ok && Object.keys(planned.value.restore).toSorted()).toEqual(
    [...new Set(['kind', ...added])].toSorted(),
  );
});

describe('with another', () => {
  const full = { ...AS_NEW_VM, zone: '1', diskEncryptionSet: 'set', diskAccessId: 'access' };
  const answered = { dc: 'none', isolatedNetwork: 'yes', outage: 'zone' } as const;
  const lost = (change: Parameters<typeof withChoices>[1]) =>
    withChoices(exampleDraft({ ...full, ...answered, confirmReplace: 'testVM' }), change, 1)
      .takenBack.map(({ field }) => field)
      .toSorted();

  test.each([
    [
      'instance',
      { instance: itemId('otherVM') },
      ['confirmReplace', 'dc', 'isolatedNetwork', 'outage', 'point'],
    ],
    [
      'region',
      { regionView: 'secondary' },
      [
        'diskAccessId',
        'diskEncryptionSet',
        'isolatedNetwork',
        'point',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
    [
      'subscription',
      { subscription: OTHER_SUB },
      [
        'diskAccessId',
        'diskEncryptionSet',
        'isolatedNetwork',
        'rg',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
    ['network', { vnet: 'other' }, ['isolatedNetwork', 'subnet']],
    [
      'datasource',
      { datasource: 'azure-disk' },
      [
        'confirmReplace',
        'dc',
        'diskAccessId',
        'diskEncryptionSet',
        'instance',
        'isolatedNetwork',
        'outage',
        'point',
        'rg',
        'staging',
        'subnet',
        'vnet',
        'zone',
      ],
    ],
  ] as const)('%s these choices cannot stay', (_, change, fields) => {
    expect(lost(change)).toEqual(fields);
  });
});
