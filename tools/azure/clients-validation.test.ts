import type {
  OperationStatus,
  OperationStatusValidateOperationExtendedInfo,
  ValidateOperationResponse,
} from '@azure/arm-recoveryservicesbackup';
import { describe, expect, onTestFinished, test } from 'vitest';

import { exampleItem } from '#src/mocks/testing-example.ts';

import { clientsAt, fast, sourceOf } from './testing-clients.ts';
import { operationIn, requestOf, type Wish } from './testing-restores.ts';

/** Validation of restores by Azure's own client: what is wrong is found inside a 200. */

const connected = clientsAt(onTestFinished);

const source = sourceOf('testVM');
const validationOf = (wish: Wish) => ({
  id: `${exampleItem}/recoveryPoints/${source.points[0] ?? ''}`,
  properties: {
    objectType: 'ValidateIaasVMRestoreOperationRequest' as const,
    restoreRequest: requestOf(source, 0, wish),
  },
});

/** What is wished, and words of what is found; null where nothing is. */
const cases: readonly (readonly [string, Wish, string | null])[] = [
  ['a good restore', {}, null],
  ['a wrong region', { region: 'eastus' }, 'region'],
  [
    'a group that is not there',
    { targetResourceGroupId: `/subscriptions/${source.subscription}/resourceGroups/nowhere` },
    'nowhere',
  ],
];

/** The codes of what was found, and whether its text has the words. */
const resultsOf = (response: ValidateOperationResponse | undefined, words: string | null) =>
  response?.validationResults?.map(({ code, message }) => [code, message?.includes(words ?? '')]);

describe.each(cases)('%s', (_, wish, words) => {
  const found = words === null ? [] : [['CloudInvalidInputError', true]];

  test('is validated at once', async () => {
    const { operation } = (await connected()).backup;
    const { validateOperationResponse } = await operation.validate(
      ...source.vault,
      validationOf(wish),
    );
    expect(resultsOf(validateOperationResponse, words)).toEqual(found);
  });

  test('is validated by an operation, with its status and its result', async () => {
    const { backup } = await connected({ speed: fast });
    let address = '';
    const poller = await backup.validateOperation.beginTrigger(
      ...source.vault,
      validationOf(wish),
      { onResponse: ({ headers }) => (address ||= headers.get('azure-asyncoperation') ?? '') },
    );
    await poller.pollUntilDone();
    expect(poller.getOperationState().status).toBe('succeeded');
    const operation = operationIn(address);
    const { status, properties } = await backup.validateOperationStatuses.get(
      ...source.vault,
      operation,
    );
    expect(status).toBe('Succeeded');
    if (!isValidation(properties)) throw new Error('The status tells of no validation.');
    expect(resultsOf(properties.validateOperationResponse, words)).toEqual(found);
    const result = await backup.validateOperationResults.get(...source.vault, operation);
    expect(resultsOf(result.validateOperationResponse, words)).toEqual(found);
  });
});

const isValidation = (
  properties: OperationStatus['properties'],
): properties is OperationStatusValidateOperationExtendedInfo =>
  properties?.objectType === 'OperationStatusValidateOperationExtendedInfo';
