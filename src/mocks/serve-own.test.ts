import { expect, test } from 'vitest';
import { own, ownHeader } from '#src/mocks/serve-own.ts';

const place = { address: 'https://127.0.0.1:8080', speed: 30 };
const azure = 'https://management.azure.com';

test('links of a body lead to the port, and names that look like addresses stay', () => {
  const body = {
    value: [{ vaultId: `${azure}/subscriptions/s` }],
    nextLink: `${azure}/next?a=1`,
    headers: { Location: [`${azure}/there`], 'Retry-After': ['60'] },
    retryAfter: 90,
  };
  expect(JSON.parse(own(JSON.stringify(body), place))).toEqual({
    value: [{ vaultId: `${azure}/subscriptions/s` }],
    nextLink: 'https://127.0.0.1:8080/next?a=1',
    headers: { Location: ['https://127.0.0.1:8080/there'], 'Retry-After': ['2'] },
    retryAfter: 3,
  });
});

test('text that quotes a link stays as it is', () => {
  const body = JSON.stringify({ message: `{"nextLink":"${azure}/x"}` });
  expect(own(body, place)).toBe(body);
});

test.each([
  [
    'location',
    `${azure}/subscriptions//subscriptions/s`,
    'https://127.0.0.1:8080/subscriptions//subscriptions/s',
  ],
  ['azure-asyncoperation', `${azure}/o?s=a%2B`, 'https://127.0.0.1:8080/o?s=a%2B'],
  ['retry-after', '60', '2'],
  ['retry-after', '10', '1'],
  ['x-ms-request-id', azure, azure],
])('the header %s: %s', (name, value, expected) => {
  expect(ownHeader(name, value, place)).toBe(expected);
});
