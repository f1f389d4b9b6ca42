import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonsIn } from '#src/api/resources/deployments.ts';

const inner = { error: { code: 'DnsRecordInUse', message: 'The record is in use.' } };

test('an error in the text of a detail comes first, then what only says that something failed', () => {
  const error = {
    code: 'DeploymentFailed',
    message: 'At least one resource deployment operation failed.',
    details: [{ code: 'BadRequest', message: JSON.stringify(inner, null, 2) }],
  };
  expect(reasonsIn(error)).toEqual([
    { code: 'DnsRecordInUse', message: 'The record is in use.', target: null },
    { code: 'DeploymentFailed', message: error.message, target: null },
  ]);
});

test('a resource that ended badly gives its own details first', () => {
  const text = JSON.stringify({
    status: 'Failed',
    error: {
      code: 'ResourceDeploymentFailure',
      message: 'The resource operation completed with terminal provisioning state.',
      details: [
        { code: 'VMMarketplaceInvalidInput', message: 'A plan is missing.', target: 'vm1' },
      ],
    },
  });
  expect(
    reasonsIn({ details: [{ code: 'Conflict', message: text }] }).map(({ code }) => code),
  ).toEqual(['VMMarketplaceInvalidInput', 'ResourceDeploymentFailure']);
});

test.each([
  ['a whole body as text', JSON.stringify(inner), 'DnsRecordInUse'],
  ['keys with capitals', { Error: { Code: 'X', Message: 'm' } }, 'X'],
  ['a code alone', { code: 'X' }, 'X'],
])('reads %s', (_, error, code) => {
  expect(reasonsIn(error)).toMatchObject([{ code }]);
});

test('a sentence that starts like JSON stays a sentence', () => {
  expect(reasonsIn({ code: 'X', message: '{not JSON' })).toEqual([
    { code: 'X', message: '{not JSON', target: null },
  ]);
});

test('a reason that occurs twice is in the list once', () => {
  const one = { code: 'X', message: 'm' };
  expect(reasonsIn({ ...one, details: [one, one] })).toHaveLength(1);
});

test('no error breaks it, however deep', () => {
  fc.assert(
    fc.property(fc.anything(), (error) => {
      expect(reasonsIn(error).length).toBeLessThanOrEqual(50);
    }),
  );
  let deep: object = inner;
  for (let depth = 0; depth < 1000; depth += 1) deep = { error: { message: 'm', details: [deep] } };
  expect(reasonsIn(deep).length).toBeGreaterThan(0);
});
