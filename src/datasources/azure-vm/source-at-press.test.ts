import { expect, test } from 'vitest';
import { readSource, sourceText } from '#src/datasources/azure-vm/sent-restore.ts';
import { exampleCard, exampleReads } from '#src/datasources/azure-vm/testing.ts';

const card = (address: string, isStatic: boolean) => ({
  ...exampleCard,
  hasStaticAddress: isStatic,
  addresses: [{ address, isStatic }],
});

test('the settings of the source are read as they were written', () => {
  const reads = exampleReads({
    machine: {
      availabilitySet: 'set-a',
      hybridBenefit: true,
      extensions: ['Monitor'],
      nicCount: 2,
    },
    cards: [card('10.0.0.4', true), card('10.0.0.5', false)],
  });
  expect(readSource(sourceText(reads))).toMatchObject({
    availabilitySet: 'set-a',
    hybridBenefit: true,
    extensions: ['Monitor'],
    nicCount: 2,
    addresses: ['10.0.0.4'],
    policyName: 'DefaultPolicy',
  });
});

test('a NIC that wasn’t read leaves the addresses open, and a VM that is gone all', () => {
  const reads = exampleReads({ machine: { nicCount: 2 }, cards: [card('10.0.0.4', true)] });
  expect(readSource(sourceText(reads))?.addresses).toBeNull();
  expect(sourceText(exampleReads({ machine: null }))).toBeUndefined();
});

test.each([undefined, '', '{', '{}', '{"disks":1}'])('a draft with %j knows nothing', (text) => {
  expect(readSource(text)).toBeNull();
});
