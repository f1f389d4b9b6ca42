import { expect, test } from 'vitest';
import { headlineOf } from '#src/datasources/azure-vm/deploy/JudgedPanel.tsx';
import { otherReaders } from '#src/datasources/azure-vm/deploy/TemplateSource.tsx';
import { READERS } from '#src/datasources/azure-vm/deploy/form-values.ts';
import { entryOf } from '#src/datasources/azure-vm/deploy/NetworkField.tsx';
import { deploy } from '#src/strings/deploy.ts';
import { claim, faultsOf } from '#src/strings/testing-claims.ts';
import type { ChangeKind } from '#src/model/deployment.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** What the page shows of a template that Azure has judged, and of who else can read it. */

const judged = (...kinds: readonly ChangeKind[]) => ({
  kind: 'judged' as const,
  valid: {
    kind: 'valid' as const,
    resources: kinds.map((_, nth) => resourceId(`/r/${String(nth)}`)),
  },
  predicted: {
    kind: 'predicted' as const,
    changes: kinds.map((kind, nth) => ({
      id: resourceId(`/r/${String(nth)}`),
      kind,
      paths: [],
      unknownBecause: kind === 'unknown' ? 'The resource would be rejected.' : null,
    })),
  },
});

test.each([
  [['created'], 'done', 'Azure accepts the template: 1 resource.'],
  [['created', 'untouched', 'changed'], 'done', 'Azure accepts the template: 3 resources.'],
  [
    ['created', 'unknown', 'unknown'],
    'warning',
    'Azure accepts the template, and can’t predict 2 of 3 resources. Read why below.',
  ],
] as const)('%j: the headline is %s', (kinds, tone, text) => {
  expect(headlineOf(judged(...kinds))).toEqual({ tone, text });
});

test('no reader is advised that is known to be shut, or is the one chosen', () => {
  const azure = 'let Azure Resource Manager read it';
  for (const reader of READERS) {
    expect(otherReaders(reader, true)).not.toContain(azure);
    expect(otherReaders(reader, false).includes(azure)).toBe(reader !== 'azure');
  }
  expect(otherReaders('azure', true)).toBe(
    'You can also read it on this page or download it with a command and choose the file here.',
  );
});

const free = { addressPrefixes: ['10.0.0.0/29'], isDelegated: false, usedAddresses: 0 };
const rows = [
  claim<Partial<typeof free>>({
    key: 'a subnet that can be selected',
    sentence: 'rg-network',
    says: (change) => {
      const subnet = { ...free, ...change, id: resourceId('/n/s'), name: 's' };
      const network = { id: resourceId('/n'), name: 'n', resourceGroup: 'rg-network' };
      const place = { subscriptionId: 's', region: 'westus', subnets: [subnet] };
      return entryOf({ network: { ...network, ...place }, subnet }).remark ?? null;
    },
    known: {},
    without: { 'a free address': { usedAddresses: 3 }, 'no service in it': { isDelegated: true } },
  }),
  claim<{ readonly isShut: boolean }>({
    key: 'instead.azure',
    sentence: otherReaders('page', false),
    says: ({ isShut }) => otherReaders('page', isShut),
    known: { isShut: false },
    without: { 'key access': { isShut: true } },
  }),
  claim<{ readonly kind: ChangeKind }>({
    key: 'judge.valid',
    sentence: deploy.judge.valid(1),
    says: ({ kind }) => headlineOf(judged(kind)).text,
    known: { kind: 'created' },
    without: { 'a prediction for each resource': { kind: 'unknown' } },
  }),
];

test.each(rows.map((row) => [row.key, row] as const))('%s shows with its facts alone', (_, row) => {
  expect(faultsOf(row)).toEqual([]);
});
