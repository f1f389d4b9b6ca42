import { listReader } from '#src/api/arm/reader.ts';
import { armFacts, isNotFound } from '#src/api/arm/error.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { powerOf, toMachine } from '#src/api/compute/machines/map.ts';
import {
  machinePageWire,
  type MachineRowWire,
  machineWire,
  wholeMachinePageWire,
} from '#src/api/compute/machines/wire.ts';
import { CLASSIC_MACHINE_API_VERSION, MACHINE_API_VERSION } from '#src/api/compute/version.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';

/** Codes of 404 that concern the address, which leave the machine unknown (azure-contract §12). */
const ABOUT_THE_ADDRESS = ['InvalidResourceType', 'SubscriptionNotFound'];

/**
 * Reads the source VM with its state: `GET …/Microsoft.Compute/virtualMachines/{vm}?$expand=instanceView`
 * (2024-03-01), a classic one as {@link classicAddress} says. Null: it is gone, which is an answer and
 * no error, since backups outlive their machines.
 */
export async function getMachine(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Machine | null> {
  const url = isClassic(id)
    ? classicAddress(id)
    : `${id}?$expand=instanceView&api-version=${MACHINE_API_VERSION}`;
  try {
    return toMachine(await sendFor(arm, machineWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

/**
 * Reads whether a VM runs: `GET …/virtualMachines/{vm}?$expand=instanceView` (2024-03-01). Null: it does not
 * report that. @throws ArmError, also for a VM that is not there.
 */
export async function getPowerState(arm: ArmPipelines, id: ResourceId): Promise<string | null> {
  const url = `${id}?$expand=instanceView&api-version=${MACHINE_API_VERSION}`;
  return powerOf(await sendFor(arm, machineWire, { method: 'GET', url }));
}

const isClassic = (id: ResourceId): boolean => /\/providers\/Microsoft\.ClassicCompute\//i.test(id);

/**
 * Where a classic VM is read: `GET …/Microsoft.ClassicCompute/virtualMachines/{vm}?$expand=instanceView`
 * (2017-04-01). That it is expanded like others is a guess (G).
 */
function classicAddress(id: ResourceId): string {
  return `${id}?$expand=instanceView&api-version=${CLASSIC_MACHINE_API_VERSION}`;
}

function isGone(error: unknown): boolean {
  return isNotFound(error) && !ABOUT_THE_ADDRESS.includes(armFacts(error)?.code ?? '');
}

/**
 * The names of all virtual machines of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export const listMachineNames = listReader(
  machinePageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  nameIn,
);

/**
 * All virtual machines of a subscription, without their power state: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export const listMachines = listReader(
  wholeMachinePageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  toMachine,
);

/**
 * The names of the virtual machines of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export const listMachineNamesOfGroup = listReader(
  machinePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  nameIn,
);

/** A VM of a list, with when Azure created it; null: not reported. */
export interface DatedMachine {
  readonly name: string;
  readonly createdAt: Instant | null;
}

/** The same with when each was created (`properties.timeCreated`, S). */
export const listDatedMachinesOfGroup = listReader(
  machinePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
  (row): DatedMachine => ({
    name: nameIn(row),
    createdAt: parseInstant(row.properties?.timeCreated),
  }),
);

function nameIn({ id, name }: MachineRowWire): string {
  return name ?? nameOf(id);
}
