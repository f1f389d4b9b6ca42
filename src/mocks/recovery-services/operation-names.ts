import { list, type Route } from '#src/mocks/service.ts';

/** What the official list leaves out (S): rights to points, cross-region and validation. */
const missing = /accessToken|Crr|CrossRegion|AadProperties|Validate/;

/** The list of what roles may allow on vaults, made from the operations that there are. */
export function operationNameRoute(others: readonly Route[]): Route {
  const actions = new Set(others.map(({ action }) => action));
  const names = [...actions].filter((action) => !missing.test(action)).toSorted();
  return {
    operation: 'operations.list',
    method: 'GET',
    path: '/providers/Microsoft.RecoveryServices/operations',
    action: 'Microsoft.RecoveryServices/operations/read',
    handle: () => list(names.map(entryOf)),
  };
}

/** The official list spells the namespace in lower case (S). */
function entryOf(action: string) {
  const name = action.replace('Microsoft.RecoveryServices', 'microsoft.recoveryservices');
  const [operation = '', resource = ''] = action.split('/').toReversed();
  return {
    name,
    display: { provider: 'microsoft.recoveryservices', resource, operation, description: name },
    origin: 'user',
  };
}
