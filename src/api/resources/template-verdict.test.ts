import { describe, expect, test } from 'vitest';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import {
  pollPrediction,
  pollTemplateValidation,
  predictChanges,
  validateTemplate,
} from '#src/api/resources/template-verdict.ts';
import { deploymentId } from '#src/api/resources/deployments.ts';
import { resourceId } from '#src/model/resource-id.ts';

const id = deploymentId(resourceId('/subscriptions/1/resourceGroups/rg'), 'one');
const order = { source: { kind: 'text', template: {} }, values: {} } as const;
const place = 'https://management.azure.com/subscriptions/1/operationresults/2?api-version=1';
const accepted = () => answer(202, '', { Location: place, 'Retry-After': '7' });
const valid = { id, properties: { validatedResources: [{ id: '/a/b' }, {}] } };

describe('a validation that takes its time', () => {
  test('is followed at the place that Azure named, also when a later answer names none', async () => {
    const { arm, sent } = testArm(
      inTurn(
        accepted,
        () => answer(202),
        () => answer(200, valid),
      ),
    );
    const first = await validateTemplate(arm, id, order);
    const next = { pollUrl: place, pollKind: 'location', retryAfterMs: 7000 };
    expect(first).toEqual({ kind: 'pending', next });
    if (first.kind !== 'pending') return;
    expect(await pollTemplateValidation(arm, first.next)).toEqual(first);
    expect(await pollTemplateValidation(arm, first.next)).toEqual({
      kind: 'valid',
      resources: ['/a/b'],
    });
    expect(sent.map(({ method, url }) => [method, url === place])).toEqual([
      ['POST', false],
      ['GET', true],
      ['GET', true],
    ]);
  });

  test('whose place cannot be read is no answer', async () => {
    const { arm } = testArm(() => answer(202));
    await expect(validateTemplate(arm, id, order)).rejects.toThrow('doesn’t say where');
  });
});

test('a validation may report its errors with a 200', async () => {
  const error = { code: 'InvalidTemplate', message: 'm' };
  const { arm } = testArm(() => answer(200, { id, properties: { error } }));
  expect(await validateTemplate(arm, id, order)).toEqual({
    kind: 'rejected',
    reasons: [{ ...error, target: null }],
  });
});

test('a prediction that failed gives its reasons, and one of unknown words its own', async () => {
  const failed = { status: 'Failed', error: { code: 'X', message: 'm' } };
  const strange = {
    status: 'Succeeded',
    properties: {
      changes: [
        { resourceId: '/a', changeType: 'Replace' },
        { resourceId: '/b', changeType: 'Modify', delta: [{ path: 'tags.x' }] },
        { changeType: 'Create' },
      ],
    },
  };
  const { arm } = testArm(
    inTurn(
      () => answer(200, failed),
      () => answer(200, strange),
    ),
  );
  expect(await predictChanges(arm, id, order)).toMatchObject({ reasons: [{ code: 'X' }] });
  const operation = { pollUrl: place, pollKind: 'location', retryAfterMs: 0 } as const;
  expect(await pollPrediction(arm, operation)).toEqual({
    kind: 'predicted',
    changes: [
      { id: '/a', kind: 'unknown', paths: [], unknownBecause: null },
      { id: '/b', kind: 'changed', paths: ['tags.x'], unknownBecause: null },
    ],
  });
});

test.each([401, 403, 404, 409])('a refusal by %i is not about the template', async (status) => {
  const { arm } = testArm(() => answer(status, { error: { code: 'X', message: 'm' } }));
  await expect(validateTemplate(arm, id, order)).rejects.toMatchObject({ facts: { status } });
});
