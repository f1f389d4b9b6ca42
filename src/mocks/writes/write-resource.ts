import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { failure } from '#src/mocks/errors.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { asRefused } from '#src/mocks/writes/judge.ts';
import { writeAddress } from '#src/mocks/writes/write-address.ts';
import { writeExtension } from '#src/mocks/writes/write-extension.ts';
import { writeInterface } from '#src/mocks/writes/write-interface.ts';
import { writeMachine } from '#src/mocks/writes/write-machine.ts';
import { writeSqlMachine } from '#src/mocks/writes/write-sql-machine.ts';
import type { ResourceWrite, WriteOutcome } from '#src/mocks/writes/write.ts';

type Write = (state: State, at: number, write: ResourceWrite) => WriteOutcome;

/** Types that can be written, in lower case. */
const writers: Readonly<Partial<Record<string, Write>>> = {
  'microsoft.compute/virtualmachines': writeMachine,
  'microsoft.compute/virtualmachines/extensions': writeExtension,
  'microsoft.network/networkinterfaces': writeInterface,
  'microsoft.network/publicipaddresses': writeAddress,
  'microsoft.sqlvirtualmachine/sqlvirtualmachines': writeSqlMachine,
};

/**
 * Writes a resource whole, as a PUT does: the one way into the world for routes and deployments. Refuses from the
 * facts of the world. Pure; `at` in simulated epoch milliseconds; `state` is the world as it is seen then
 * (`stateAt`).
 */
export function writeResource(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const type = parseResourceId(write.id)?.type ?? '';
  const writer = writers[type.toLowerCase()];
  if (writer !== undefined) return writer(state, at, write);
  const [provider = '', ...rest] = type.split('/');
  return asRefused(
    failure(
      400,
      'InvalidResourceType',
      `The resource type '${rest.join('/')}' could not be found in the namespace '${provider}' for api version '${write.apiVersion}'.`,
    ),
  );
}
