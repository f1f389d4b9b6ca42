import { describe, expect, test } from 'vitest';
import { armFacts, isNotFound, refusedAnswer } from '#src/api/arm/error.ts';

const facts = (status: number, body: unknown) =>
  refusedAnswer(status, typeof body === 'string' ? body : JSON.stringify(body), 'request-1').facts;

const denied =
  "The client 'a@b.c' with object id 'x' does not have authorization to perform action 'Microsoft.RecoveryServices/vaults/read' over scope '/subscriptions/a' or the scope is invalid.";

describe('a refusal says code and message', () => {
  const busy = { code: 'Conflict', message: 'Busy.' };
  const FORMS: readonly (readonly [string, object])[] = [
    ['in an envelope', { error: busy }],
    ['without the envelope', busy],
    ['with capital keys, as some gateways write', { Code: 'Conflict', Message: 'Busy.' }],
    ['with capital keys in an envelope', { error: { Code: 'Conflict', Message: 'Busy.' } }],
    [
      'with unknown keys, and nulls',
      { error: { ...busy, target: null, details: null, innerError: 5 }, x: 1 },
    ],
    ['as gateways of older services write', { ErrorCode: 'Conflict', Message: 'Busy.' }],
    ['the same in an envelope', { error: { ErrorCode: 'Conflict', ErrorMessage: 'Busy.' } }],
    ['in an envelope with a capital', { Error: { Code: 'Conflict', Message: 'Busy.' } }],
    [
      'with an advice (Data Protection)',
      { error: { ...busy, recommendedAction: ['Wait.'], isRetryable: true } },
    ],
    [
      'with a target and details',
      { error: { ...busy, target: 'vm', details: [{ code: 'Inner', message: 'Why.' }] } },
    ],
    [
      'whose words are in its details alone',
      { error: { ...busy, message: '', details: [{}, { code: 'Inner', message: 'Busy.' }] } },
    ],
    ['whose words and code are inside', { error: { innererror: busy } }],
    [
      'whose words are two deep',
      { code: 'Conflict', innerError: { details: [{ Message: 'Busy.' }] } },
    ],
  ];

  test('in each of the forms', () => {
    console.log(`Forms of an error: ${String(FORMS.length)} rows.`);
    expect(FORMS).toHaveLength(13);
  });

  test.each(FORMS)('%s', (_, body) => {
    expect(facts(409, body)).toEqual({
      kind: 'refused',
      status: 409,
      code: 'Conflict',
      message: 'Busy.',
      requestId: 'request-1',
      missingAction: null,
      body: JSON.stringify(body),
    });
  });

  test('and keeps a message whose code is no text', () => {
    expect(facts(404, { error: { code: 404, message: 'Gone.' } })).toMatchObject({
      code: null,
      message: 'Gone.',
    });
  });
});

describe('a refusal without words says its status and keeps the answer', () => {
  test.each([
    ['nothing', ''],
    ['a page of a proxy', '<html>502 Bad Gateway</html>'],
    ['cut JSON', '{"error":{"code":"Conf'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an error that is text', '{"error":"invalid_request"}'],
    ['empty texts', '{"error":{"code":"","message":""}}'],
  ])('%s', (_, body) => {
    expect(facts(502, body)).toMatchObject({
      code: null,
      message: 'Azure answered 502 without a message.',
      body,
    });
  });
});

describe('the action that a person lacks', () => {
  test('stands between the first quotes after the word', () => {
    expect(
      facts(403, { error: { code: 'AuthorizationFailed', message: denied } }).missingAction,
    ).toBe('Microsoft.RecoveryServices/vaults/read');
  });

  test('is the one on the linked resource, not the one that the person may do', () => {
    const message =
      "The client 'a@b.c' with object id 'x' has permission to perform action 'Microsoft.RecoveryServices/restore/action' on scope '/a'; however, it does not have permission to perform action(s) 'Microsoft.Network/virtualNetworks/subnets/join/action' on the linked scope(s) '/b' (respectively).";
    expect(
      facts(403, { error: { code: 'LinkedAuthorizationFailed', message } }).missingAction,
    ).toBe('Microsoft.Network/virtualNetworks/subnets/join/action');
  });

  test.each([
    [403, 'You shall not pass.'],
    [403, undefined],
    [401, denied],
    [409, denied],
  ])('is not named by %i "%s"', (status, message) => {
    expect(facts(status, { error: { code: 'X', message } }).missingAction).toBeNull();
  });
});

test.each([
  [404, true],
  [403, false],
  [410, false],
  [500, false],
])('%i: the thing is not there: %s', (status, expected) => {
  expect(isNotFound(refusedAnswer(status, '', null))).toBe(expected);
});

test('an error of ours is none of Azure’s', () => {
  expect(armFacts(new Error('bug'))).toBeNull();
  expect(isNotFound(undefined)).toBe(false);
});
