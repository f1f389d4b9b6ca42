import { expect, test } from 'vitest';
import { headlineOf } from '#src/datasources/azure-vm/deploy/JudgedPanel.tsx';
import { otherReaders } from '#src/datasources/azure-vm/deploy/TemplateSource.tsx';
import { READERS } from '#src/datasources/azure-vm/deploy/form-values.ts';
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
