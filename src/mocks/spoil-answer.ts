import * as z from 'zod/mini';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedResponse } from '#src/mocks/service.ts';
import type { OperationEnding, WorldEvent } from '#src/mocks/world/events.ts';

/** How file recovery fails; the code and its words are guesses (G). */
const failed: OperationEnding = {
  status: 'Failed',
  error: {
    code: 'UserErrorFileRecoveryFailed',
    message: 'The disks of the recovery point could not be mounted or unmounted. Try again later.',
  },
};

const endings: Partial<Record<FaultEffect['kind'], OperationEnding>> = {
  'operation-fails': failed,
  'operation-canceled': { status: 'Canceled' },
};

/** Events of file recovery as a fault wants them; those of other work only take longer. */
export function spoilMounts(
  events: readonly WorldEvent[],
  effect: FaultEffect,
): readonly WorldEvent[] {
  if (effect.kind === 'operation-slow') return events.map((one) => slowed(one, effect.seconds));
  if (!events.some(({ type }) => type === 'point-mounted')) return events;
  const ending = endings[effect.kind];
  return ending === undefined
    ? events.map((one) => oddly(one, effect))
    : events.flatMap((one) => endedBadly(one, ending));
}

function slowed(event: WorldEvent, seconds: number): WorldEvent {
  const ms = seconds * 1000;
  if ('operationMs' in event) return { ...event, operationMs: ms };
  return event.type === 'point-mounted' ? { ...event, ms } : event;
}

function oddly(event: WorldEvent, effect: FaultEffect): WorldEvent {
  if (event.type !== 'point-mounted') return event;
  switch (effect.kind) {
    case 'session-ends':
      return { ...event, lastsMs: effect.seconds * 1000 };
    case 'odd-scripts':
      return { ...event, lacks: effect.lacks };
    default:
      return event;
  }
}

/** Nothing is mounted, and what was mounted stays so. */
function endedBadly(event: WorldEvent, ending: OperationEnding): WorldEvent[] {
  if (event.type === 'point-mounted') return [];
  return [event.type === 'operation-accepted' ? { ...event, ending } : event];
}

/** What faults do to an answer on its way to the client. */

/** Whether a fault keeps the request from being worked on at all. */
export function leavesUndone(effect: FaultEffect): boolean {
  switch (effect.kind) {
    case 'drop':
    case 'timeout':
      return true;
    case 'html-page':
    case 'never-answers':
      return effect.after !== true;
    default:
      return false;
  }
}

/** The answer as it reaches the client, after all that faults do to it. */
export function spoilAnswer(
  answer: SimulatedResponse,
  effects: readonly FaultEffect[],
): SimulatedResponse {
  const undone = effects.find(leavesUndone);
  return effects.reduce(spoilBy, undone === undefined ? answer : insteadOf(answer, undone));
}

/** Answer to a request that was never processed. */
function insteadOf(answer: SimulatedResponse, effect: FaultEffect): SimulatedResponse {
  switch (effect.kind) {
    case 'html-page':
      return pageInstead(answer, effect.status);
    case 'never-answers':
      return { ...answer, kind: 'silence' };
    default:
      return { ...answer, kind: 'connection-error' };
  }
}

/** A sign-in page of a network, which stands between the browser and Azure. */
const page =
  '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body><h1>Sign in to the network</h1></body></html>';
const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
};

/** The page of something that stands between, in place of an answer. */
const pageInstead = (answer: SimulatedResponse, status = 200): SimulatedResponse => {
  const { bytes: _bytes, ...rest } = answer;
  return { ...rest, status, headers: pageHeaders, body: page };
};

function spoilBy(response: SimulatedResponse, effect: FaultEffect): SimulatedResponse {
  if (response.kind !== 'answer') return response;
  switch (effect.kind) {
    case 'answer-lost':
      return { ...response, kind: 'connection-error' };
    case 'answer-held':
      return { ...response, kind: 'connection-error', listsHeldMs: effect.seconds * 1000 };
    case 'never-answers':
      return { ...response, kind: 'silence' };
    case 'html-page':
      return effect.after === true ? pageInstead(response, effect.status) : response;
    case 'repeated':
      return { ...response, isRepeated: true };
    case 'accepted-but-500':
      return serverError(response);
    case 'truncated-json':
      return { ...response, body: halfOf(response), ...halfBytesOf(response) };
    case 'half-body':
      // Where there can be no body, none breaks off.
      return response.status === 204
        ? response
        : { ...response, kind: 'half-body', body: halfOf(response) };
    case 'wrong-json':
      return { ...response, body: JSON.stringify({ value: 'this is not what was asked for' }) };
    case 'empty-bags':
      return { ...response, body: withEmptyBags(response.body) };
    case 'bare-source':
      return { ...response, body: withoutOptional(response.body) };
    case 'odd-ids':
      return effect.are === 'replaced'
        ? response
        : { ...response, body: withoutIds(response.body) };
    case 'hide-headers':
      return { ...response, headers: picked(response.headers, (name) => readable.test(name)) };
    case 'location-only':
      return { ...response, headers: without(response.headers, ['Azure-AsyncOperation']) };
    case 'leads-elsewhere':
      return elsewhere(response);
    default:
      return response;
  }
}

const halfOf = ({ body }: SimulatedResponse): string | null =>
  body?.slice(0, body.length / 2) ?? null;

const halfBytesOf = ({ bytes }: SimulatedResponse): Pick<SimulatedResponse, 'bytes'> =>
  bytes === undefined ? {} : { bytes: bytes.slice(0, bytes.length / 2) };

/** Headers that a page may read of every answer (Fetch Standard, CORS-safelisted response-header name). */
const readable =
  /^(cache-control|content-language|content-length|content-type|expires|last-modified|pragma|access-control-.*)$/i;

type Headers = SimulatedResponse['headers'];

const picked = (headers: Headers, isKept: (name: string) => boolean): Headers =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => isKept(name)));

const without = (headers: Headers, names: readonly string[]): Headers =>
  picked(headers, (name) => !names.includes(name));

/** A host whose name starts like Azure's own, under a domain that can’t be registered. */
const ELSEWHERE = 'https://management.azure.com.elsewhere.example';
const addresses = ['Azure-AsyncOperation', 'Location'];

/** The same answer, which goes on at another host; a list has one more page there. */
function elsewhere(response: SimulatedResponse): SimulatedResponse {
  const headers = Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [
      name,
      addresses.includes(name) ? value.replace(/^https:\/\/[^/]+/, ELSEWHERE) : value,
    ]),
  );
  const list = listShape.safeParse(parseJson(response.body ?? '')).data;
  const body =
    list === undefined
      ? response.body
      : JSON.stringify({ ...list, nextLink: `${ELSEWHERE}/?$skipToken=1` });
  return { ...response, headers, body };
}

/** A 500 in place of the answer, without the addresses that the answer gave. */
function serverError(response: SimulatedResponse): SimulatedResponse {
  const error = { code: 'InternalServerError', message: 'The server met an unexpected condition.' };
  const otherHeaders = without(response.headers, [
    'Azure-AsyncOperation',
    'Location',
    'Retry-After',
  ]);
  return {
    ...response,
    status: 500,
    headers: { ...otherHeaders, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error }),
  };
}

/** Jobs without the id that each plane writes in a letter case of its own. */
const withoutIds = (body: string | null): string | null =>
  body?.replaceAll(/"(activityI[dD])":"[^"]*"/g, '"$1":null') ?? null;

const idShape = z.looseObject({
  id: z.string(),
  name: z.optional(z.string()),
  location: z.optional(z.string()),
  properties: z.optional(z.record(z.string(), z.unknown())),
});

/** What each keeps of its properties, by the end of its id: what its schema requires, and an item its VM. */
const REQUIRED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\/virtualMachines\/[^/]+$/i, []],
  [/\/disks\/[^/]+$/i, []],
  [/\/networkInterfaces\/[^/]+$/i, []],
  [/\/protectedItems\/[^/]+$/i, ['protectedItemType', 'sourceResourceId']],
  [/\/recoveryPoints\/[^/]+$/i, ['objectType']],
];

/** Sources of restores, alone or in lists, without all that may be left out; other bodies as they are. */
function withoutOptional(body: string | null): string | null {
  const value = parseJson(body ?? '');
  const list = listShape.safeParse(value).data;
  const bare = list === undefined ? bareOne(value) : { ...list, value: list.value.map(bareOne) };
  return bare === undefined ? body : JSON.stringify(bare);
}

function bareOne(value: unknown): unknown {
  const one = idShape.safeParse(value).data;
  const names = REQUIRED.find(([end]) => end.test(one?.id ?? ''))?.[1];
  if (one === undefined || names === undefined) return value;
  const { id, name, location, properties = {} } = one;
  const needed = Object.entries(properties).filter(([key]) => names.includes(key));
  return { id, name, location, properties: Object.fromEntries(needed) };
}

const jobShape = z.looseObject({
  properties: z.looseObject({
    extendedInfo: z.looseObject({ propertyBag: z.optional(z.unknown()) }),
  }),
});
const listShape = z.looseObject({ value: z.array(z.unknown()) });

/** A job, or a list of jobs, that tells nothing beyond its first properties; other bodies as they are. */
function withEmptyBags(body: string | null): string | null {
  const value = parseJson(body ?? '');
  const list = listShape.safeParse(value).data;
  const emptied =
    list === undefined ? emptyJob(value) : { ...list, value: list.value.map(emptyJob) };
  return emptied === undefined ? body : JSON.stringify(emptied);
}

/** The jobs of machines keep an empty bag and an empty list of tasks (azure-contract §9, S), those of disks nothing. */
function emptyJob(value: unknown): unknown {
  const job = jobShape.safeParse(value).data;
  if (job === undefined) return value;
  const { properties } = job;
  const hasBag = properties.extendedInfo.propertyBag !== undefined;
  const extendedInfo = hasBag ? { tasksList: [], propertyBag: {} } : null;
  return { ...job, properties: { ...properties, extendedInfo } };
}
