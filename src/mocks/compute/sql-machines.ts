import {
  sqlMachineRequestWire,
  type SqlMachineRequestWire,
  type SqlMachineWire,
} from '#src/api/sql.ts';
import { collection } from '#src/mocks/collection.ts';
import { machineThere } from '#src/mocks/compute/machines.ts';
import { wrongBody } from '#src/mocks/errors.ts';
import { inside, textIn } from '#src/mocks/json.ts';
import {
  firstRefusal,
  judgeConflict,
  judgeGroup,
  judgeLink,
  judgePolicies,
  judgeRegion,
  missingReference,
  refuse,
} from '#src/mocks/judge-write.ts';
import { writtenPart } from '#src/mocks/network/machine-parts.ts';
import type { Answer, Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import type { MachineSeed, PartSeed } from '#src/mocks/world/seed.ts';
import { asRefused, type ResourceWrite, type WriteOutcome, written } from '#src/mocks/write.ts';
import { sameRegion } from '#src/model/places.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const SQL_TYPE = 'Microsoft.SqlVirtualMachine/sqlVirtualMachines';

/** Simulated milliseconds until a machine is registered (G). */
const REGISTER_MS = 60_000;

/**
 * Registers a machine as a SQL virtual machine: `PUT …/sqlVirtualMachines/{name}` (2023-10-01). Shape S; codes of
 * refusals are guesses (G).
 */
export function writeSqlMachine(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const parsed = sqlMachineRequestWire.safeParse(body);
  const general = firstRefusal([
    () => judgeGroup(state, id, 'write'),
    () => judgeRegion(state, write, undefined),
    () => judgePolicies(state, write),
  ]);
  if (general !== null) return asRefused(general);
  if (!parsed.success) return asRefused(wrongBody('a SQL virtual machine', parsed.error));
  const refusal = judgeMachine(state, at, id, parsed.data);
  if (refusal !== null) return asRefused(refusal);
  const { location, properties } = parsed.data;
  const { virtualMachineResourceId: machineId, sqlServerLicenseType } = properties;
  const model = { location, properties: sqlProperties(machineId, sqlServerLicenseType ?? 'PAYG') };
  const part: PartSeed = { id, model };
  const isNew = writtenPart(state, id) === undefined;
  const parts = [part, extensionOn(machineId, location)];
  const shown = sqlWireOf({ ...part, writeState: isNew ? 'Creating' : 'Updating' });
  return written(shown, { at, id, ms: REGISTER_MS, isNew, parts });
}

/** A registration puts its extension on the machine (documentation of SQL Server on Azure VMs). */
const extensionOn = (machineId: string, location: string): PartSeed => ({
  id: `${machineId}/extensions/SqlIaasExtension`,
  model: {
    location,
    properties: {
      publisher: 'Microsoft.SqlServer.Management',
      type: 'SqlIaaSAgent',
      typeHandlerVersion: '2.0',
      autoUpgradeMinorVersion: true,
    },
  },
});

function judgeMachine(
  state: State,
  at: number,
  id: string,
  { location, properties }: SqlMachineRequestWire,
): Answer | null {
  const wanted = properties.virtualMachineResourceId;
  const machine = machineThere(state, wanted);
  if (machine === undefined) return missingReference(id, wanted);
  return firstRefusal([
    () =>
      judgeLink(state, id, {
        action: 'Microsoft.Compute/virtualMachines/write',
        scope: machine.id,
      }),
    () => judgeConflict(state, at, machine.id),
    () =>
      sameRegion(machine.location, location)
        ? null
        : refuse(
            400,
            'InvalidResourceLocation',
            `The virtual machine ${nameOf(machine.id)} is in ${machine.location}, not in ${location}.`,
          ),
    () =>
      isShutDown(machine)
        ? refuse(409, 'VmNotRunning', `The virtual machine ${nameOf(machine.id)} is not running.`)
        : null,
    () =>
      isRegisteredElsewhere(state, id, machine)
        ? refuse(
            409,
            'SqlVirtualMachineAlreadyExists',
            `The virtual machine ${nameOf(machine.id)} is registered already, as another SQL virtual machine.`,
          )
        : null,
  ]);
}

/** Whether another resource registers the machine: one that was written, or that of its own name. */
function isRegisteredElsewhere({ seed }: State, id: string, machine: MachineSeed): boolean {
  const own = machine.id.replace(/Microsoft\.Compute\/virtualMachines/i, SQL_TYPE);
  const isWritten = (seed.written?.parts ?? []).some(
    (part) =>
      !sameId(part.id, id) &&
      /\/sqlVirtualMachines\/[^/]+$/i.test(part.id) &&
      sameId(textIn(inside(part.model, 'properties')['virtualMachineResourceId']), machine.id),
  );
  return isWritten || (machine.sqlLicense !== undefined && !sameId(own, id));
}

/** A registration of an id; one whose machine is gone is gone too (G). */
function shownSqlMachine(state: State, id: string): SqlMachineWire | undefined {
  const part = writtenPart(state, id);
  const own = `${groupOf(id)}/providers/Microsoft.Compute/virtualMachines/${nameOf(id)}`;
  const named = textIn(inside(part?.model, 'properties')['virtualMachineResourceId']) ?? own;
  const machine = machineThere(state, named);
  if (machine === undefined) return undefined;
  if (part !== undefined) return sqlWireOf(part);
  const { sqlLicense, location } = machine;
  return sqlLicense === undefined
    ? undefined
    : sqlWireOf({ id, model: { location, properties: sqlProperties(machine.id, sqlLicense) } });
}

/** Registrations of machines with the SQL IaaS Agent extension, of Microsoft.SqlVirtualMachine 2023-10-01. */
export const sqlMachineRoutes: readonly Route[] = collection({
  type: SQL_TYPE,
  name: 'sqlMachines',
  find: shownSqlMachine,
  writes: { kind: 'sql', put: writeSqlMachine },
});

/** A SQL virtual machine as it is read (2023-10-01, S). */
function sqlWireOf({ id, model, writeState }: PartSeed): SqlMachineWire {
  const states = { Creating: 'Provisioning', Updating: 'Updating', Failed: 'Failed' } as const;
  return {
    ...model,
    id,
    name: nameOf(id),
    type: SQL_TYPE,
    properties: {
      ...inside(model, 'properties'),
      provisioningState: writeState === undefined ? 'Succeeded' : states[writeState],
    },
  };
}

/** What a registration says, whoever made it. */
const sqlProperties = (machineId: string, license: string) => ({
  virtualMachineResourceId: machineId,
  sqlServerLicenseType: license,
  sqlManagement: 'Full',
  leastPrivilegeMode: 'NotSet',
  enableAutomaticUpgrade: true,
});
