import { describe, expect, test } from 'vitest';
import { vmPlanLinesOf, planLine, planSentence } from '#src/datasources/azure-vm/plan.tsx';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { explainRules, findingsOf } from '#src/wizard/explain/findings.ts';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  exampleReads,
  exampleView,
} from '#src/datasources/azure-vm/testing.ts';
import { vmSumOf } from '#src/datasources/azure-vm/checks/lines.ts';
import { linesFor } from '#src/datasources/azure-vm/checks/testing.ts';

/** The source VM was VM: plan, checks and headline agree. */

const gone: Pick<Reads, 'machine'> = { machine: { state: 'known', value: null } };
const seen = (choices: Partial<VmChoices>) => exampleView(choices, { ...exampleReads(), ...gone });
const everything = (choices: Partial<VmChoices>): string => {
  const { created, changed, untouched, lost } = vmPlanLinesOf(seen(choices));
  return [planSentence(seen(choices)), ...created, ...changed, ...untouched, ...lost].join(' ');
};

describe('a replacement', () => {
  test('replaces nothing, and says why', () => {
    expect(planSentence(seen(AS_REPLACEMENT))).toBe(
      'testVM no longer exists, so its disks can’t be replaced. Create new restores it.',
    );
    expect(planLine(seen(AS_REPLACEMENT))).toMatch(/^testVM no longer exists · /);
    expect(vmPlanLinesOf(seen(AS_REPLACEMENT))).toEqual({
      created: [],
      changed: ['No existing resource'],
      untouched: ['The backup of testVM and its restore points'],
      lost: [],
    });
  });

  test('is not ready, and no line says that the machine runs or is off', () => {
    const lines = linesFor({ choices: AS_REPLACEMENT, reads: gone });
    expect(vmSumOf(lines).verdict).toBe('notPossible');
    expect(lines.map(({ id }) => id)).not.toContain('power');
  });

  test('offers Create new, with what was chosen kept', () => {
    const before = { ...AS_REPLACEMENT, vmName: 'newVM' };
    const view = seen(before);
    const [refused] = findingsOf(view.settled).refused;
    expect(refused?.rule.id).toBe('replace.source.exists');
    expect(explainRules(view, refused === undefined ? [] : [refused.rule]).instead).toMatchObject({
      label: 'Create new',
      field: 'option',
    });
    const beside = withChoices(view.draft, { group: 'createNew', option: null }, 1);
    const { point, staging, rg, vmName } = view.draft.choices;
    expect(beside.choices).toMatchObject({ point, staging, rg, vmName });
    expect(beside.takenBack).toEqual([]);
  });
});

describe.each([
  ['disks', {}],
  ['a new machine', AS_NEW_VM],
  ['unmanaged disks', { restoreAsManaged: false }],
] as const)('%s beside it', (_, choices) => {
  test('say that it no longer exists, and never that it is not touched', () => {
    expect(everything(choices)).toContain('testVM no longer exists.');
    expect(everything(choices)).not.toContain('not touched');
    expect(everything(choices)).not.toContain('testVM and its disks');
  });

  test('are still possible, with a warning', () => {
    const lines = linesFor({ choices, reads: gone });
    expect(vmSumOf(lines).verdict).toBe('readyWithWarnings');
  });
});
