import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { boxNamed } from '#src/api/toy/id.ts';
import { ticketWire, type ToyRestoreWire } from '#src/api/toy/restores/wire.ts';

/** A restore as it was confirmed. */
export interface ToyRestore {
  /** Id of the box. */
  readonly boxId: string;
  /** Name of the restore point. */
  readonly point: string;
}

/** The body of the request. `mark` is found again on the job. */
export const toRestoreBody = ({ boxId, point }: ToyRestore, mark: string): ToyRestoreWire => ({
  box: boxNamed(boxId),
  point,
  mark,
});

/** Sends the one request of a restore; the ticket under which it is followed. @throws ArmError. */
export async function startToyRestore(
  shelf: ArmPipelines,
  restore: ToyRestore,
  mark: string,
): Promise<number> {
  const body = toRestoreBody(restore, mark);
  const request = { method: 'POST', url: '/restores', body, starts: true } as const;
  return (await sendFor(shelf, ticketWire, request)).ticket;
}

/** The number of the job that came of a ticket; null: none yet. @throws ArmError as every read. */
export async function jobOfTicket(
  shelf: ArmPipelines,
  ticket: number,
  signal?: AbortSignal,
): Promise<number | null> {
  const url = `/tickets/${ticket}`;
  return (await sendFor(shelf, ticketWire, { method: 'GET', url, signal })).job;
}
