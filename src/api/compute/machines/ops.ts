import { armFacts, isNotFound } from '#src/api/arm/error.ts';
import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { toMachine } from '#src/api/compute/machines/map.ts';
import { machinePageWire, machineWire } from '#src/api/compute/machines/wire.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/target.ts';

/** Answers of 404 that speak of the address, so that nobody knows about the machine (azure-contract §12). */
const ABOUT_THE_ADDRESS = ['InvalidResourceType', 'SubscriptionNotFound'];

/**
 * Reads the source VM with its state: `GET …/virtualMachines/{vm}?$expand=instanceView` (2024-03-01).
 * Null: it is gone, which is an answer and no error, since backups outlive their machines.
 */
export async function getMachine(
  arm: ArmPipelines,
  id: ResourceId,
  signal?: AbortSignal,
): Promise<Machine | null> {
  const url = `${id}?$expand=instanceView&api-version=2024-03-01`;
  try {
    return toMachine(await sendFor(arm, machineWire, { method: 'GET', url, signal }));
  } catch (error) {
    if (isGone(error)) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return isNotFound(error) && !ABOUT_THE_ADDRESS.includes(armFacts(error)?.code ?? '');
}

/**
 * The names of all virtual machines of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export async function listMachineNames(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-01`;
  return namesAt(arm, url, signal);
}

/**
 * The names of the virtual machines of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Compute/virtualMachines` (2024-03-01).
 */
export async function listMachineNamesOfGroup(
  arm: ArmPipelines,
  group: ResourceId,
  signal?: AbortSignal,
): Promise<string[]> {
  const url = `${group}/providers/Microsoft.Compute/virtualMachines?api-version=2024-03-01`;
  return namesAt(arm, url, signal);
}

async function namesAt(arm: ArmPipelines, url: string, signal?: AbortSignal): Promise<string[]> {
  const list = await wholeList(arm, machinePageWire, url, signal);
  return list.map(({ id, name }) => name ?? nameOf(id));
}
