import * as z from 'zod/mini';

import { parseFilter } from '#src/mocks/filter.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedResponse, SimulatedRequest } from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import { parseFilterDate } from '#src/mocks/time/text.ts';
import type { State } from '#src/mocks/world/fold.ts';

import { describe, identify, isAbsent, isOfPlane } from './identify.ts';
import { type Operation, type OwnRequest, ownRequest } from './operations.ts';
import { at, elementsOf, objectOf, readSample, textAt, withAt } from './sample.ts';
import type { JsonObject, Sample, SampleAnswer } from './sample.ts';
import * as world from './world.ts';

/** What becomes of a sample: the worlds get its request, with their names in the place of its own. */

const DAY_MS = 86_400_000;
/** Moments after the beginning of an operation at which each of its statuses can be true. */
const MOMENTS_MS = [0, 5000, 30_000, 60_000, 120_000, 600_000, 3_600_000, DAY_MS];
/** Versions that are sent where a sample names none, or one of the other plane (azure-contract §9). */
const VERSIONS = { primary: '2024-04-01', secondary: '2023-01-15' };
const GUID = 'c0ffee00-0000-4000-a000-000000000004';

/** A request as the simulated Azure gets it from a client. */
function simulated(
  { method, path, body }: OwnRequest,
  version: string,
  query: Iterable<readonly [string, string]> = [],
): SimulatedRequest {
  const url = new URL(path, 'https://management.azure.com');
  for (const [name, value] of query) url.searchParams.set(name, value);
  url.searchParams.set('api-version', version);
  return {
    method,
    url,
    headers: new Map([
      ['authorization', 'Bearer conformance'],
      ['content-type', 'application/json'],
      ['x-ms-client-request-id', GUID],
    ]),
    body: body === undefined ? '' : JSON.stringify(body),
    requestId: GUID,
    isRead: method === 'GET',
    remaining: { of: 'reads', left: 1000 },
    graphQuota: null,
    jobReads: null,
  };
}

type Names = ReadonlyMap<string, string>;

/** What stands in a body under some names, in the worlds' words. */
const BY_KEY: Names = new Map([
  ['recoveryPointId', world.POINT],
  ['containerName', world.CONTAINER],
  ['protectedItemName', world.ITEM],
  ['jobName', world.JOB],
  ['subscriptions', world.SUBSCRIPTION],
  ['subscriptionId', world.SUBSCRIPTION],
  ['resourceGroupName', world.NAME],
  ['resourceName', world.NAME],
  ['region', world.REGION],
  ['location', world.REGION],
  ['uri', world.TEMPLATE],
  ['vmSize', world.SIZE],
  ['zones', world.ZONE],
  ['canonicalizedResource', `/blob/${world.NAME}/${world.NAME}`],
  ['audience', `https://RecoveryServices/IaasCoord/aadmgmt/${world.SECONDARY_REGION}`],
]);
const BY_KEY_IN_SECONDARY: Names = new Map([
  ...BY_KEY,
  ['region', world.SECONDARY_REGION],
  // Official samples have a machine's id here (azure-contract §9).
  ['resourceId', world.VAULT],
]);
/** A machine that a restore makes isn't there before it: its own name stays. */
const NAMES_WITHOUT_MACHINE: Names = new Map(
  [...world.NAMES].filter(([type]) => type !== 'virtualmachines'),
);

/** An id with the worlds' names in the place of the sample's; its form stays. */
const idInWorld = (id: string, names: Names = world.NAMES): string =>
  id.replaceAll(/(^|\/)([\w.]+)\/([^/]+)/g, (whole, before: string, type: string) => {
    const name = names.get(type.toLowerCase());
    return name === undefined ? whole : `${before}${type}/${name}`;
  });

/** A body with the worlds' names, also where they are keys (identities are). */
function inWorld(value: unknown, byKey: Names, key = ''): unknown {
  if (typeof value === 'string') {
    const isMade = key === 'targetVirtualMachineId';
    return byKey.get(key) ?? idInWorld(value, isMade ? NAMES_WITHOUT_MACHINE : world.NAMES);
  }
  if (Array.isArray(value)) return elementsOf(value).map((one) => inWorld(one, byKey, key));
  const entries = Object.entries(objectOf(value) ?? {});
  if (objectOf(value) === null) return value;
  return Object.fromEntries(
    entries.map(([name, one]) => [idInWorld(name), inWorld(one, byKey, name)]),
  );
}

/** Disks that a request attaches or detaches are the first that the worlds have, or have attached. */
const disksIn = (body: JsonObject, list: string, prefix: string): JsonObject =>
  list in body
    ? {
        [list]: elementsOf(body[list]).map((disk, index) => ({
          ...objectOf(disk),
          diskId: world.diskId(index, prefix),
        })),
      }
    : {};

function bodyOf({ body }: Sample, { traits }: Operation): JsonObject | undefined {
  if (!traits.has('body') || body === null) return undefined;
  const byKey = traits.get('plane') === 'secondary' ? BY_KEY_IN_SECONDARY : BY_KEY;
  const sent = {
    ...objectOf(inWorld(body, byKey)),
    ...disksIn(body, 'dataDisksToAttach', ''),
    ...disksIn(body, 'dataDisksToDetach', 'attached-'),
  };
  // A page token is good for the service that gave it: the list is requested from its start.
  const token = 'options.$skipToken';
  return at(sent, token) === undefined ? sent : withAt(sent, token, undefined);
}

/** A path with the worlds' names; what a request makes has the sample's. */
function pathOf({ path, traits }: Operation, given: Names): string {
  const made = traits.has('makes') ? path.slice(path.lastIndexOf('{') + 1, -1) : '';
  const isElsewhere = traits.get('plane') === 'secondary';
  return path.replaceAll(/([^/]+)\/\{([^}]+)\}/g, (_, type: string, name: string) => {
    const known = isElsewhere && type === 'locations' ? world.SECONDARY_REGION : nameIn(type, name);
    const value = (name === made ? undefined : known) ?? given.get(name) ?? '';
    return `${type}/${encodeURIComponent(value)}`;
  });
}

const nameIn = (type: string, name: string): string | undefined =>
  name === 'operationId' ? world.OPERATION : world.NAMES.get(type.toLowerCase());

/** A request of ours with the worlds' names. */
function own(text: string, version = VERSIONS.primary): SimulatedRequest {
  const { method, path, body } = ownRequest(text);
  return simulated({ method, path: idInWorld(path), body: inWorld(body, BY_KEY) }, version);
}

function requestOf(sample: Sample, operation: Operation, state: State, nowMs: number) {
  const { plain, version } = sample;
  const { method, path, traits } = operation;
  const query = [...plain].filter(
    ([name]) => !path.includes(`{${name}}`) && !/^\$skipToken$/i.test(name),
  );
  let body = bodyOf(sample, operation);
  const sealing = traits.get('sealed by');
  if (body !== undefined && sealing !== undefined) {
    // The simulated Azure's own token is sent in the place of the sample's.
    const { response } = simulate(own(sealing, VERSIONS.secondary), state, nowMs);
    const token = at(parseJson(response.body ?? ''), 'properties.accessTokenString');
    body = withAt(body, 'crossRegionRestoreAccessDetails.accessTokenString', token);
  }
  const plane = traits.get('plane') === 'secondary' ? 'secondary' : 'primary';
  const isUsable = version !== '' && isOfPlane(operation, version);
  const request = { method, path: pathOf(operation, plain), body };
  return simulated(request, isUsable ? version : VERSIONS[plane], query);
}

/**
 * What the simulated Azure answers in a world, at each moment that could matter: an operation under way is looked at
 * repeatedly, last when its subject is gone; another request is sent twice, the second time a day later, and followed
 * to its end where it is accepted, for official samples have that status beside the 202.
 */
function answersIn(
  { state: before, nowMs }: world.World,
  sample: Sample,
  operation: Operation,
): readonly SimulatedResponse[] {
  const starter = operation.traits.get('started by');
  const request = requestOf(sample, operation, before, nowMs);
  const ask = (state: State, ms: number) => simulate(request, state, nowMs + ms);
  if (starter !== undefined) {
    const start = starter === 'a job' ? null : simulate(own(starter), before, nowMs);
    if (start !== null && start.response.status >= 400) return [start.response];
    // It gets the id that the request has.
    const events = (start?.events ?? []).map((event) =>
      'operationId' in event ? { ...event, operationId: world.OPERATION } : event,
    );
    const begun = world.withEvents(before, events);
    const removal = { type: 'resource-removed', at: nowMs + 1, id: world.ITEM_ID } as const;
    const over = ask(world.withEvents(begun, [removal]), DAY_MS).response;
    return [...MOMENTS_MS.map((ms) => ask(begun, ms).response), over];
  }
  const first = ask(before, 0);
  const later = world.withEvents(before, first.events);
  const answers = [first.response, ask(later, DAY_MS).response];
  const address = first.response.headers['Location'];
  if (first.response.status !== 202 || address === undefined) return answers;
  const { pathname, searchParams } = new URL(address);
  const version = searchParams.get('api-version') ?? '';
  const end = simulated({ method: 'GET', path: pathname }, version, searchParams);
  return [...answers, simulate(end, later, nowMs + DAY_MS).response];
}

/** Times at which a filter finds what it looks for: points are old enough to be moved to the archive, jobs are new. */
function timesOf({ plain }: Sample): world.Times {
  const filter = parseFilter(plain.get('$filter') ?? null);
  const from = filter?.get('starttime') ?? filter?.get('startdate');
  const fromMs = from === undefined ? null : parseFilterDate(from);
  const pastMs = (fromMs ?? Date.UTC(2024, 1, 1)) + 3_600_000;
  const nowMs = pastMs + 100 * DAY_MS;
  return { pastMs, nowMs, jobsMs: fromMs === null ? nowMs - 30_000 : pastMs };
}

/** What our client can't read of a body; null when it reads it, or doesn't read any. */
function unreadable(operation: Operation, status: number, body: unknown): string | null {
  const schema = operation.answers.get(status) ?? null;
  if (schema === null || body === undefined || body === null) return null;
  const issues = z.safeParse(schema, body).error?.issues.slice(0, 3) ?? [];
  const words = issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`,
  );
  return words.length === 0 ? null : words.join('; ');
}

/** In what an answer differs from the sample's: headers, and what our schema needs of it, in every element of a list. */
function unlike(
  operation: Operation,
  { status, headers, body: told }: SampleAnswer,
  response: SimulatedResponse,
): string | null {
  const given = new Set(Object.keys(response.headers).map((name) => name.toLowerCase()));
  const missing = Object.keys(headers).filter((name) => !given.has(name.toLowerCase()));
  if (missing.length > 0) return `without the header ${missing.join(', ')}`;
  // A sample may have null or an empty body where nothing is sent that anybody reads.
  const isRead = (operation.answers.get(status) ?? null) !== null;
  if (!isRead || told === undefined || told === null) return null;
  const body = parseJson(response.body ?? '');
  if (body === undefined) return 'without a body';
  const [wanted, found] = [told, body].map((page) => elementsOf(at(page, 'value')).length);
  if (operation.isList && wanted !== 0 && found === 0) return 'with an empty list';
  return unreadable(operation, status, body);
}

function refusalIn({ status, body }: SimulatedResponse): string {
  const error = at(parseJson(body ?? ''), 'error');
  const code = textAt(error, 'code');
  // Messages of real services have line breaks; a file has one line here.
  const message = textAt(error, 'message').replaceAll(/\s+/g, ' ');
  return code === '' ? String(status) : `${status} ${code} (${message})`;
}

/** Where the simulated Azure answers otherwise than a sample. */
function complaints(
  { answers }: Sample,
  operation: Operation,
  responses: readonly SimulatedResponse[],
): readonly string[] {
  return answers.flatMap((answer) => {
    const same = responses.filter(({ status }) => status === answer.status);
    if (same.length === 0) {
      const refusals = [...new Set(responses.map(refusalIn))];
      return [`${answer.status} is not answered, but ${refusals.join(', ')}`];
    }
    const found = same.map((response) => unlike(operation, answer, response));
    return found.includes(null) ? [] : [`${answer.status} is answered ${found[0] ?? ''}`];
  });
}

/** A sample's file, of which operation it is, in which world it conforms: an entry of the report. */
export interface Entry {
  readonly file: string;
  readonly kind: 'conforms' | 'fails' | 'absent' | 'unreadable';
  /** Azure's ids, several where the sample doesn't decide; of what isn't ours or no sample, what it is. */
  readonly operation: string;
  /** The world in which it conforms, or fails in the fewest ways. */
  readonly world: string;
  /** What our schemas can't read. */
  readonly schemas: readonly string[];
  /** Where the simulated Azure answers otherwise. */
  readonly simulator: readonly string[];
}

function askIn(file: string, sample: Sample, operation: Operation): Entry {
  const schemas = sample.answers.flatMap(({ status, body }) => {
    const complaint = unreadable(operation, status, body);
    return complaint === null ? [] : [`${status}: ${complaint}`];
  });
  const entry = { file, kind: 'fails', operation: operation.id, schemas } as const;
  let best: Entry | undefined;
  try {
    for (const one of world.worldsAt(timesOf(sample))) {
      const simulator = complaints(sample, operation, answersIn(one, sample, operation));
      if (best === undefined || simulator.length < best.simulator.length)
        best = { ...entry, world: one.name, simulator };
      if (simulator.length === 0) break;
    }
  } catch (error) {
    // A sample on which something breaks fails alone: the others of its folder are still judged.
    const broken = error instanceof Error ? error.message : String(error);
    best = { ...entry, world: '', simulator: [`it broke: ${broken}`] };
  }
  const found: Entry = best ?? { ...entry, world: '', simulator: [] };
  const isSame = schemas.length + found.simulator.length === 0;
  return isSame ? { ...found, kind: 'conforms' } : found;
}

/** Judges the text of a sample file, `indexed` the index's word for it; where several operations fit alike, it conforms if to one. */
export function judge(text: string, file: string, indexed = ''): Entry {
  const sample = readSample(text);
  const nothing = { file, world: '', schemas: [], simulator: [] };
  if ('problem' in sample) return { ...nothing, kind: 'unreadable', operation: sample.problem };
  const { fitting, misnamed } = identify(sample, file, indexed);
  const absent = fitting.filter(isAbsent);
  if (absent.length > 0 && absent.length === fitting.length) {
    const names = absent.map(({ id, method, path }) => `${id}, ${method} ${path}`);
    return { ...nothing, kind: 'absent', operation: names.join(' | ') };
  }
  const all = fitting
    .filter((operation) => !isAbsent(operation))
    .map((operation) => askIn(file, sample, operation));
  const best = all.find(({ kind }) => kind === 'conforms') ?? all[0];
  if (best !== undefined)
    return { ...best, operation: [...new Set(all.map(({ operation }) => operation))].join(' | ') };
  const [claimed] = misnamed;
  if (claimed !== undefined) {
    const { id, method, path } = claimed;
    const simulator = [`the sample doesn’t fit ${method} ${path}`];
    return { ...nothing, kind: 'fails', operation: id, simulator };
  }
  const name = indexed === '' ? '' : `${indexed}, `;
  return { ...nothing, kind: 'absent', operation: `${name}${describe(sample)}` };
}
