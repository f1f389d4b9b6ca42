import { describe, expect, test } from 'vitest';
import {
  ArmError,
  armFacts,
  foreignAnswer,
  isNotFound,
  isRefusal,
  isSignedOut,
  type OwnRefusal,
  refusedAnswer,
} from '#src/api/arm/error.ts';

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
      isConflict: true,
    });
  });

  test('and keeps a message whose code is no text', () => {
    expect(facts(404, { error: { code: 404, message: 'Gone.' } })).toMatchObject({
      code: null,
      message: 'Gone.',
    });
  });
});

describe('an answer in no form of Azure’s errors isn’t taken for Azure’s', () => {
  const FOREIGN: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a page of a proxy', '<html>502 Bad Gateway</html>'],
    ['cut JSON', '{"error":{"code":"Conf'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an error that is text', '{"error":"invalid_request"}'],
    ['empty texts', '{"error":{"code":"","message":""}}'],
  ];
  test.each(FOREIGN)('%s', (_, body) => {
    for (const status of [400, 401, 403, 404, 409, 412, 429, 502]) {
      const error = refusedAnswer(status, body, 'request-1');
      expect(error.facts).toEqual({
        kind: 'refused',
        status,
        code: null,
        message: `Something between this page and Azure answered ${String(status)}.`,
        requestId: 'request-1',
        missingAction: null,
        body,
        isForeign: true,
      });
      expect([isRefusal(error), isNotFound(error), isSignedOut(error.facts)]).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  test('and keeps its words: a bare message is no error of Azure’s', () => {
    expect(facts(403, { message: `Keep out: ${denied}` })).toMatchObject({
      message: `Something between this page and Azure answered 403: Keep out: ${denied}`,
      isForeign: true,
      missingAction: null,
    });
  });

  test('and a code, or words in an envelope, are', () => {
    expect(facts(409, { code: 'Conflict' })).toMatchObject({
      message: 'Azure answered 409 without a message.',
    });
    const own = [{ code: 'Conflict' }, { error: { message: 'Busy.' } }];
    expect(own.map((body) => facts(409, body).isForeign)).toEqual([undefined, undefined]);
  });

  test('and the answer to a HEAD has no form', () => {
    const error = refusedAnswer(404, '', null, { hasNoBody: true });
    expect(error.facts.message).toBe('Azure answered 404 without a message.');
    expect(isNotFound(error)).toBe(true);
  });

  test('and another service is named by its own reader', () => {
    const own = { status: 409, code: '5', message: null };
    const of = (one: OwnRefusal) =>
      refusedAnswer(409, '', null, { service: 'Commvault', own: one }).facts;
    expect(of(own)).toMatchObject({ message: 'Commvault answered 409 without a message.' });
    expect(of(own).isForeign).toBeUndefined();
    expect(of({ ...own, ...foreignAnswer(409, 'Commvault') })).toMatchObject({
      message: 'Something between this page and Commvault answered 409.',
      isForeign: true,
    });
  });
});

describe('a refusal is of 4xx, and the service’s own', () => {
  test.each([
    [400, true],
    [401, true],
    [404, true],
    [408, false],
    [409, true],
    [429, true],
    [499, true],
    [500, false],
    [503, false],
    [302, false],
  ])('%i: %s', (status, expected) => {
    expect(isRefusal(refusedAnswer(status, '{"code":"C"}', null))).toBe(expected);
  });

  test('no failure of what was accepted, and nothing without an answer', () => {
    const { facts: refused } = refusedAnswer(409, '{"code":"C"}', null);
    expect(isRefusal(new ArmError({ ...refused, status: null }))).toBe(false);
    for (const kind of ['lost', 'notSent', 'unreadable'] as const)
      expect(isRefusal(new ArmError({ ...refused, kind }))).toBe(false);
    expect(isRefusal(new Error('bug'))).toBe(false);
  });
});

describe('a conflict may be with what the request itself has done', () => {
  const isConflict = (status: number, code: string | null, copyCodes?: readonly string[]) =>
    refusedAnswer(status, JSON.stringify({ error: { code, message: 'M' } }), null, { copyCodes })
      .facts.isConflict ?? false;

  test.each([
    [409, 'Conflict', true],
    [412, 'PreconditionFailed', true],
    [409, 'CloudConflictError', true],
    [409, null, true],
    [400, 'CloudInvalidInputError', false],
    [404, 'ResourceNotFound', false],
    [403, 'AuthorizationFailed', false],
    [429, 'TooManyRequests', false],
    [500, 'InternalError', false],
  ])('%i %s: %s', (status, code, expected) => {
    expect(isConflict(status, code)).toBe(expected);
  });

  test.each([
    'QuotaExceeded',
    'ScopeLocked',
    'RequestDisallowedByPolicy',
    'MissingSubscriptionRegistration.NotRegistered',
    'SkuNotAvailable',
    'ZonalAllocationFailed',
  ])('no copy of it has caused %s', (code) => {
    expect(isConflict(409, code)).toBe(false);
  });

  test('by the codes of its own operation, whatever their status', () => {
    const codes = ['CloudInvalidInputError'];
    expect(isConflict(400, 'CloudInvalidInputError', codes)).toBe(true);
    expect(isConflict(400, 'AnotherError', codes)).toBe(false);
    expect(isConflict(409, 'Conflict', codes)).toBe(true);
  });

  test('is none in what something else answers', () => {
    expect(refusedAnswer(409, '<html>', null).facts.isConflict).toBeUndefined();
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
  expect(isNotFound(refusedAnswer(status, '{"code":"C"}', null))).toBe(expected);
});

test('an error of ours is none of Azure’s', () => {
  expect(armFacts(new Error('bug'))).toBeNull();
  expect(isNotFound(undefined)).toBe(false);
});
