import {
  type ActionRecord,
  onRecords,
  openStep,
  recordOf,
  type StepRecord,
} from '#src/actions/record.ts';
import {
  attempts,
  type DeployAttempt,
  onAttempts,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import {
  diskActionId,
  type DiskOrder,
  MAKES_MACHINE,
  onDiskOrders,
  ordersOf,
} from '#src/datasources/azure-vm/disks/stored-orders.ts';
import {
  onStepOrders,
  stepActionId,
  type StepOrder,
  stepOrdersOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import type { Afterwards } from '#src/datasources/job.ts';
import { protectedItemId } from '#src/api/recovery-services/items.ts';
import { instant } from '#src/lib/time.ts';
import type { AfterAction, AfterState, StepCheck } from '#src/model/next-steps.ts';
import { nameOf, resourceId } from '#src/model/resource-id.ts';
import { afterwards as words } from '#src/strings/afterwards.ts';

/** What this browser did after the restore of a VM: with its disks, its template and its next steps. */
export const vmAfterwards: Afterwards = {
  of: (jobId) => [
    ...ordersOf(jobId).flatMap(ofDisks),
    ...attempts(jobId).map(ofTemplate),
    ...stepOrdersOf(jobId).flatMap(ofStep),
  ],
  listen: [onRecords, onDiskOrders, onStepOrders, onAttempts],
};

function ofDisks(order: DiskOrder): AfterAction[] {
  const id = diskActionId(order);
  const hasMachine =
    recordOf(id)?.steps.some((step) => MAKES_MACHINE.includes(step.id) && step.state === 'done') ??
    false;
  return ofRecord(id, {
    kind: order.kind,
    machineId: hasMachine ? order.machineId : null,
    check: checkOfDisks(order),
  });
}

/** What a read finds of disks that were put to use; that one was detached is no state that lasts. */
function checkOfDisks(order: DiskOrder): StepCheck | null {
  const { kind, machineId } = order;
  if (kind === 'detach') return null;
  const diskId = kind === 'build' ? order.osDiskId : order.diskId;
  return { kind: 'attached', diskId, machineId };
}

function ofTemplate(attempt: DeployAttempt): AfterAction {
  const { id, at, end } = attempt;
  const [machine] = end?.machines ?? [];
  const machineId = machine === undefined ? null : resourceId(machine);
  return {
    id,
    kind: 'deploy',
    sentence: words.deployed(nameOf(id)),
    state: templateState(attempt),
    at: instant(end?.at ?? at),
    machineId,
    check: machineId && { kind: 'machine', machineId },
  };
}

/** How far a deployment has come by what is kept of it. */
export function templateState({ state, end }: Pick<DeployAttempt, 'state' | 'end'>): AfterState {
  if (end !== undefined) return end.isGood ? 'done' : 'failed';
  return ({ sent: 'unknown', started: 'accepted', refused: 'refused' } as const)[state];
}

const ofStep = (order: StepOrder): AfterAction[] =>
  ofRecord(stepActionId(order), { kind: order.kind, machineId: null, check: checkOfStep(order) });

/** What a read finds of a step that was carried out; roles and sign-ins are read by their steps, or by none. */
function checkOfStep(order: StepOrder): StepCheck | null {
  switch (order.kind) {
    case 'protect': {
      const { machineId, vaultId } = order;
      return { kind: 'protection', machineId, itemId: protectedItemId(vaultId, machineId) };
    }
    case 'address':
      return { kind: 'address', machineId: order.machineId, wanted: [order.address] };
    case 'license':
      return { kind: 'license', machineId: order.machineId, wanted: order.license };
    case 'sql':
      return { kind: 'sql', machineId: order.machineId, wanted: true };
    case 'reset':
    case 'revoke':
      return null;
  }
}

/** An action as its record has it; none where it was given up. */
function ofRecord(
  id: string,
  rest: Pick<AfterAction, 'kind' | 'machineId' | 'check'>,
): AfterAction[] {
  const record = recordOf(id);
  if (record === null) return [];
  const { sentence, startedAt, steps } = record;
  const at = openStep(record)?.at ?? Math.max(startedAt, ...steps.map((step) => step.at));
  return [{ id, sentence, state: recordState(record), at: instant(at), ...rest }];
}

/** How far an action has come by the record of its requests. */
export function recordState(record: Pick<ActionRecord, 'steps'>): AfterState {
  const open = openStep(record);
  switch (open?.state) {
    case undefined:
    case 'done':
      return record.steps.every(({ wasSo }) => wasSo === true) ? 'wasSo' : 'done';
    case 'refused':
    case 'unknown':
      return record.steps.some(isOwnResult) ? 'partly' : open.state;
    case 'waiting':
    case 'sent':
    case 'unread':
      return 'open';
  }
}

const isOwnResult = ({ state, wasSo }: StepRecord): boolean => state === 'done' && wasSo !== true;
