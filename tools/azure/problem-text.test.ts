import { expect, test } from 'vitest';

import type { ServeProblem } from '#src/mocks/serve.ts';

import { problemText } from './problem-text.ts';

test.each<[ServeProblem, string]>([
  [
    { kind: 'hung-up', method: 'PUT', path: '/subscriptions' },
    'A client hung up before it was answered: PUT /subscriptions',
  ],
  [
    { kind: 'no-tls', reason: 'ERR_SSL_HTTP_REQUEST' },
    'A client made no secure connection: it spoke plain http.',
  ],
  [
    { kind: 'no-tls', reason: 'ECONNRESET' },
    'A client made no secure connection: does it trust the certificate (--cert-file)? ECONNRESET',
  ],
  [{ kind: 'no-tls', reason: 'ETIMEDOUT' }, 'A client made no secure connection: ETIMEDOUT'],
])('%o is one line', (problem, line) => {
  expect(problemText(problem)).toBe(line);
});
