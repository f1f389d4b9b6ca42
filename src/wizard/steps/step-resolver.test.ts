import { zodResolver } from '@hookform/resolvers/zod';
import { expect, test } from 'vitest';
import { draftSchema } from '#src/wizard/draft/schema.ts';

/** Refuses each of the named choices, in this order. */
const refusing = (...refused: readonly (readonly [name: string, rule: string])[]) =>
  draftSchema.shape.choices.check((payload) => {
    for (const [name, rule] of refused) {
      payload.issues.push({
        code: 'custom',
        input: payload.value,
        path: [name],
        message: rule,
      });
    }
  });

const none = { datasource: null, instance: null } as const;

const options = {
  fields: { vmName: { name: 'vmName', ref: { name: 'vmName' }, value: 'a' } },
  shouldUseNativeValidation: undefined,
} as const;

test('choices that nothing refuses are the values', async () => {
  const resolve = zodResolver(refusing());
  expect(await resolve({ ...none, vmName: 'a' }, undefined, options)).toEqual({
    values: { ...none, vmName: 'a' },
    errors: {},
  });
});

test('of a field that several rules refuse the first rule counts, with the field’s element', async () => {
  const resolve = zodResolver(
    refusing(
      ['vmName', 'target.name-taken'],
      ['vmName', 'target.name-chars'],
      ['zone', 'zone.sku'],
    ),
  );
  expect(await resolve({ ...none, vmName: 'a', zone: '1' }, undefined, options)).toEqual({
    values: {},
    errors: {
      vmName: { type: 'custom', message: 'target.name-taken', ref: { name: 'vmName' } },
      zone: { type: 'custom', message: 'zone.sku' },
    },
  });
});
