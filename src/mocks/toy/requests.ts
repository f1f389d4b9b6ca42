import * as z from 'zod/mini';
import { isWorn } from '#src/mocks/toy/boxes.ts';
import { type Answer, type Call, ok, param, type Route } from '#src/mocks/service.ts';
import { jobsNow } from '#src/mocks/toy/jobs.ts';
import { TOY_ORIGIN } from '#src/mocks/toy/origin.ts';
import { refusal } from '#src/mocks/toy/refusal.ts';
import { restoresOf } from '#src/mocks/toy/restores.ts';
import { boxSeeds } from '#src/mocks/toy/seed.ts';

const wish = z.object({ box: z.string(), point: z.string(), mark: z.nullable(z.string()) });
type Wish = z.infer<typeof wish>;

/** The numbers of jobs go on from those of before this world. */
const FIRST_JOB = 7;

/** Why the shelf does not restore a box; null: it does. */
function refusalOf({ state, now }: Call, { box, point }: Wish): Answer | null {
  const seed = boxSeeds.find((one) => one.box === box);
  if (seed === undefined) return refusal(404, 'NoSuchBox', 'There is no such box.');
  const chosen = seed.points.find((one) => one.point === point);
  if (chosen === undefined) return refusal(404, 'NoSuchPoint', 'The box has no such point.');
  if (isWorn(state, chosen, now)) return refusal(422, 'PointWorn', 'The point is worn out.');
  const done = jobsNow({ state, now }).filter(({ endedAt }) => endedAt !== null);
  const isOpen = restoresOf(state).some(
    (one) => one.box === box && !done.some(({ number }) => number === one.job),
  );
  return isOpen ? refusal(409, 'BoxOpen', 'The box is being restored already.') : null;
}

function restore(call: Call): Answer {
  const wanted = wish.safeParse(jsonOf(call.request.body)).data;
  if (wanted === undefined) return refusal(400, 'NotUnderstood', 'The body is not understood.');
  const refused = refusalOf(call, wanted);
  if (refused !== null) return refused;
  const before = restoresOf(call.state).length;
  const [ticket, job] = [before + 1, before + FIRST_JOB];
  const event = { ticket, job, ...wanted };
  return {
    status: 202,
    body: { ticket, job: null },
    events: [{ type: 'service-event', at: call.now, service: TOY_ORIGIN, event }],
  };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function ticketNow(call: Call): Answer {
  const found = restoresOf(call.state).find(
    ({ ticket }) => String(ticket) === param(call, 'ticket'),
  );
  if (found === undefined) return refusal(404, 'NoSuchTicket', 'There is no such ticket.');
  const isThere = jobsNow(call).some(({ number }) => number === found.job);
  return ok({ ticket: found.ticket, job: isThere ? found.job : null });
}

export const requestRoutes: readonly Route[] = [
  {
    operation: 'toyRestores.start',
    method: 'POST',
    path: '/restores',
    action: 'restores/write',
    handle: restore,
  },
  {
    operation: 'toyRestores.ticket',
    method: 'GET',
    path: '/tickets/{ticket}',
    action: 'restores/read',
    handle: ticketNow,
  },
];
