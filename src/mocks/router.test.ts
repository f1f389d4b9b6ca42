import { describe, expect, test } from 'vitest';
import { matchRoute, normalPath } from '#src/mocks/simulate.ts';
import { type Route, ok } from '#src/mocks/service.ts';

const route = (method: Route['method'], path: string): Route => ({
  operation: `${method} ${path}`,
  method,
  path,
  action: 'action',
  handle: () => ok(null),
});
const routes = [
  route('GET', '/subscriptions'),
  route('GET', '/subscriptions/{subscriptionId}/resourceGroups/{Name}'),
  route('PUT', '/subscriptions/{subscriptionId}/resourceGroups/{Name}'),
];
const found = (method: string, path: string) => {
  const match = matchRoute(routes, method, normalPath(path));
  return match && [match.route.operation, match.params];
};

describe('a route', () => {
  test('takes its method and path in any letter case, and what varies as it was sent', () => {
    const params = { subscriptionId: 'AbC', Name: 'My RG' };
    for (const method of ['GET', 'PUT'])
      expect(found(method, '/SUBSCRIPTIONS/AbC/resourcegroups/My%20RG/')).toEqual([
        `${method} /subscriptions/{subscriptionId}/resourceGroups/{Name}`,
        params,
      ]);
    expect(found('GET', '/subscriptions')).toEqual(['GET /subscriptions', {}]);
  });

  test('takes no other method, no longer or shorter path, and no empty part', () => {
    expect(found('DELETE', '/subscriptions/a/resourceGroups/b')).toBeUndefined();
    expect(found('GET', '/subscriptions/a/resourceGroups/b/c')).toBeUndefined();
    expect(found('GET', '/subscriptions/a/resourceGroups')).toBeUndefined();
    expect(found('GET', '/subscriptions//resourceGroups/b')).toBeUndefined();
  });
});
