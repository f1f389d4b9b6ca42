import { describe, expect, test } from 'vitest';
import { entraFacts, stepAfterFrame, stepAfterRefresh } from '#src/api/arm/entra.ts';
import { troubleOf } from '#src/api/arm/sign-in.ts';

const DESCRIPTION =
  'AADSTS65001: The user or administrator has not consented. Trace ID: 11111111-aaaa-4aaa-8aaa-000000000001 ' +
  'Correlation ID: 22222222-bbbb-4bbb-8bbb-000000000002 Timestamp: 2026-11-22 12:00:00Z';

/** An error as the library throws it. */
const thrown = (errorCode: string, more: Readonly<Record<string, string>> = {}): Error =>
  Object.assign(new Error(errorCode), { errorCode, ...more });

describe('the facts of an error', () => {
  test('are Entra’s number and the ids to pass on', () => {
    const error = thrown('access_denied', {
      errorMessage: DESCRIPTION,
      correlationId: 'of-the-page',
    });
    expect(entraFacts(error)).toMatchObject({
      code: 'access_denied',
      number: 65_001,
      traceId: '11111111-aaaa-4aaa-8aaa-000000000001',
      correlationId: '22222222-bbbb-4bbb-8bbb-000000000002',
      claims: null,
    });
  });

  test('are the library’s own where Entra gave none', () => {
    const error = thrown('timed_out', { correlationId: 'of-the-page', traceId: '', claims: '' });
    expect(entraFacts(error)).toMatchObject({
      number: null,
      traceId: null,
      correlationId: 'of-the-page',
      claims: null,
    });
  });

  test.each([new Error('odd'), 'odd'])('are the message of anything else: %s', (error) => {
    expect(entraFacts(error)).toMatchObject({ code: '', message: 'odd' });
  });
});

describe('the next step', () => {
  const cases: readonly [string, string, string][] = [
    ['invalid_grant', 'frame', 'redirect'],
    ['no_tokens_found', 'frame', 'redirect'],
    ['refresh_token_expired', 'frame', 'redirect'],
    ['interaction_required', 'redirect', 'redirect'],
    ['login_required', 'redirect', 'redirect'],
    ['consent_required', 'redirect', 'redirect'],
    ['timed_out', 'redirect', 'redirect'],
    ['monitor_window_timeout', 'redirect', 'redirect'],
    ['no_network_connectivity', 'later', 'later'],
    ['network_error', 'later', 'later'],
    ['unauthorized_client', 'stop', 'stop'],
    ['something_new', 'redirect', 'redirect'],
  ];

  test.each(cases)('after %s is %s, and after the frame %s', (code, refresh, frame) => {
    const facts = entraFacts(thrown(code));
    expect(stepAfterRefresh(facts)).toBe(refresh);
    expect(stepAfterFrame(facts)).toBe(frame);
  });

  test('after a refresh token that Entra calls bad is the frame', () => {
    const facts = entraFacts(thrown('interaction_required', { subError: 'bad_token' }));
    expect(stepAfterRefresh(facts)).toBe('frame');
  });
});

describe('a trouble', () => {
  test.each([
    ['unauthorized_client', 700_016, 'application'],
    ['invalid_request', 90_002, 'tenant'],
    ['invalid_request', 9_002_326, 'platform'],
    ['invalid_request', 50_011, 'address'],
    ['access_denied', 65_004, 'consent'],
    ['interaction_required', 50_105, 'assignment'],
    ['invalid_grant', 50_020, 'account'],
    ['access_denied', 53_003, 'policy'],
    ['access_denied', 1, 'other'],
  ])('of %s with %i is one of the %s', (code, number, kind) => {
    const error = thrown(code, { errorMessage: `AADSTS${String(number)}: Refused.` });
    expect(troubleOf(entraFacts(error)).kind).toBe(kind);
  });

  test.each([
    ['consent_required', 'consent'],
    ['user_cancelled', 'notFinished'],
    ['timed_out', 'unreachable'],
    ['network_error', 'unreachable'],
    ['state_mismatch', 'other'],
  ])('of %s without a number is one of the %s', (code, kind) => {
    expect(troubleOf(entraFacts(thrown(code))).kind).toBe(kind);
  });
});
