import { expect, test } from 'vitest';
import { canSucceed, type WayFacts, type WayOn, wayOnOf } from '#src/model/problem.ts';

/** What can be done about each problem that a request can have: one row each. */

const answered = (status: number, code: string | null = null): WayFacts => ({
  kind: 'refused',
  status,
  code,
  body: '',
});
const unanswered = (kind: WayFacts['kind'], more: Partial<WayFacts> = {}): WayFacts => ({
  kind,
  status: null,
  code: null,
  body: '',
  ...more,
});
const commvault = { service: 'Commvault' } as const;

const ROWS: readonly (readonly [what: string, facts: WayFacts, way: WayOn])[] = [
  ['Azure no longer takes the sign-in', unanswered('signedOut'), 'signIn'],
  ['401 of Azure that no kind names', answered(401), 'signIn'],
  ['a role is missing', unanswered('forbidden', { status: 403 }), 'after'],
  ['403 of another service', { ...answered(403), ...commvault }, 'after'],
  ['401 of another service', { ...answered(401), ...commvault }, 'token'],
  ['it is gone', unanswered('notFound', { status: 404 }), 'gone'],
  ['404 of another service', { ...answered(404), ...commvault }, 'gone'],
  ['it is gone for good', answered(410), 'gone'],
  ['no CommServe by that ID', unanswered('notSent', { status: 404, ...commvault }), 'gone'],
  ['no token can be had', unanswered('notSent', { notSent: 'token' }), 'signIn'],
  [
    'no token of another service',
    unanswered('notSent', { notSent: 'token', ...commvault }),
    'token',
  ],
  ['Microsoft Entra did not answer', unanswered('notSent', { notSent: 'entra' }), 'again'],
  ['offline', unanswered('notSent', { notSent: 'offline' }), 'again'],
  ['a host that no token may go to', unanswered('notSent', { notSent: 'host' }), 'setUp'],
  ['held back by the policy of the page', unanswered('notSent', { notSent: 'policy' }), 'setUp'],
  ['never left for an unknown reason', unanswered('notSent'), 'again'],
  ['no answer', unanswered('lost'), 'again'],
  [
    'an answer that broke off',
    unanswered('unreadable', { status: 200, body: '{"value":[' }),
    'again',
  ],
  ['the page of a proxy', unanswered('unreadable', { status: 200, body: '<html>' }), 'again'],
  [
    'JSON of another form',
    unanswered('unreadable', { status: 200, body: '{"value":1}' }),
    'change',
  ],
  ['code that is not there any more', unanswered('notLoaded'), 'reload'],
  ['an error of this page', unanswered('unexpected'), 'again'],
  ['a request that is not valid', answered(400), 'change'],
  ['a request that Azure can’t do', answered(422), 'change'],
  ['a method that is not allowed', answered(405), 'change'],
  ['too slow', answered(408), 'again'],
  ['another change is in progress', answered(409), 'again'],
  ['it was changed meanwhile', answered(412), 'again'],
  ['locked by another operation', answered(423), 'again'],
  ['too many requests', answered(429), 'again'],
  ['a server error', answered(500), 'again'],
  ['a gateway without its server', answered(502), 'again'],
  ['a service that is down', answered(503), 'again'],
  ['a gateway that waits too long', answered(504), 'again'],
  ['no quota left', answered(409, 'QuotaExceeded'), 'after'],
  ['no quota left, by 400', answered(400, 'ResourceQuotaExceeded'), 'after'],
  ['a size that the region lacks', answered(409, 'SkuNotAvailable'), 'after'],
  ['a lock', answered(409, 'ScopeLocked'), 'after'],
  ['a policy', answered(403, 'RequestDisallowedByPolicy'), 'after'],
  ['a provider that is not registered', answered(409, 'MissingSubscriptionRegistration'), 'after'],
  ['a subscription that is read-only', answered(409, 'ReadOnlyDisabledSubscription'), 'after'],
  ['a group of that name elsewhere', answered(409, 'InvalidResourceLocation'), 'change'],
  ['a name that is taken', answered(409, 'StorageAccountAlreadyTaken'), 'change'],
  ['a property that can’t be changed', answered(409, 'PropertyChangeNotAllowed'), 'change'],
];

test.each(ROWS)('%s', (_, facts, way) => {
  expect(wayOnOf(facts)).toBe(way);
});

test('of these problems only those that can succeed offer to try again', () => {
  expect(ROWS).toHaveLength(44);
  const again = ROWS.filter(([, , way]) => canSucceed(way)).map(([, { status }]) => status);
  expect(again).not.toContain(404);
  expect(again).not.toContain(401);
});
