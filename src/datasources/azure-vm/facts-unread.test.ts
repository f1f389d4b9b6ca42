import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { vmFactsOf } from '#src/datasources/azure-vm/facts.ts';
import { NOTHING_READ, type Reads } from '#src/datasources/azure-vm/reads.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { exampleDraft, exampleReads } from '#src/datasources/azure-vm/testing.ts';
import { knownOf } from '#src/datasources/azure-vm/testing-known.ts';

const { choices: CHOSEN } = exampleDraft();
const factsWith = (reads: Reads, choices: Partial<VmChoices> = {}) =>
  vmFactsOf(reads, { ...CHOSEN, ...choices });
describe('where nothing was read', () => {
  test('only facts that need no read are known', () => {
    const reads: Reads = { ...NOTHING_READ, at: instant(0) };
    const groups = new Set(knownOf(factsWith(reads)).map((name) => name.split('.')[0]));
    expect(groups).toEqual(new Set(['platform', 'policy']));
  });

  test('a point that is not in the list is as unknown as one not read', () => {
    expect(knownOf({ point: factsWith(exampleReads(), { point: '7' }).point })).toEqual([]);
    expect(knownOf({ point: factsWith(exampleReads(), { point: null }).point })).toEqual([]);
  });
});
