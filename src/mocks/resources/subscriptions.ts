import { list, route, type Route } from '#src/mocks/service.ts';

/** `GET /subscriptions` of 2022-12-01 (azure-contract §14). */
export const subscriptionRoutes: readonly Route[] = [
  route.get('subscriptions.list', '/subscriptions', ({ state }) =>
    list(
      state.seed.subscriptions.map(({ subscriptionId, displayName, tenantId }) => ({
        id: `/subscriptions/${subscriptionId}`,
        subscriptionId,
        tenantId,
        displayName,
        state: 'Enabled',
        authorizationSource: 'RoleBased',
      })),
    ),
  ),
];
