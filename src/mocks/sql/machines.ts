import type { SqlMachineWire } from '#src/api/sql.ts';
import { resourceNotFound } from '#src/mocks/errors.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import { writtenPart } from '#src/mocks/network/machine-parts.ts';
import { groupListPath, resourceIn } from '#src/mocks/resource-lists.ts';
import { ok, param, route, type Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import { SQL_TYPE as type, sqlProperties, sqlWireOf } from '#src/mocks/sql/wire.ts';
import { putting } from '#src/mocks/writes/handling.ts';
import { nameOf } from '#src/model/resource-id.ts';

const path = `${groupListPath(type)}/{name}`;

/** A registration of an id; one whose machine is gone is gone too (G). */
function shownSqlMachine(state: State, id: string): SqlMachineWire | undefined {
  const part = writtenPart(state, id);
  const own = `${groupOf(id)}/providers/Microsoft.Compute/virtualMachines/${nameOf(id)}`;
  const named = textIn(inside(part?.model, 'properties')['virtualMachineResourceId']) ?? own;
  const machine = findMachine(state, named);
  if (machine?.exists !== true) return undefined;
  if (part !== undefined) return sqlWireOf(part);
  const { sqlLicense, location } = machine;
  return sqlLicense === undefined
    ? undefined
    : sqlWireOf({ id, model: { location, properties: sqlProperties(machine.id, sqlLicense) } });
}

/** Registrations of machines with the SQL IaaS Agent extension, of Microsoft.SqlVirtualMachine 2023-10-01. */
export const sqlRoutes: readonly Route[] = [
  route.get('sqlMachines.get', path, (call) => {
    const found = shownSqlMachine(call.state, resourceIn(call, type));
    return found === undefined
      ? resourceNotFound(type, param(call, 'name'), param(call, 'rg'))
      : ok(found);
  }),
  route.put(
    'sqlMachines.put',
    path,
    putting('sql', (call) => resourceIn(call, type)),
  ),
];
