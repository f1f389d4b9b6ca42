import * as z from 'zod/mini';

import { DAY_MS } from '#src/lib/time.ts';
import { parseFilter } from '#src/mocks/filter.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedResponse, SimulatedRequest } from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import { parseFilterDate } from '#src/mocks/time/text.ts';

import { describe, identify } from './identify.ts';
import { isAbsent, isOfPlane, isSecondary, type Operation, ownRequest } from './operations.ts';
import { at, elementsOf, objectOf, readSample, textAt } from './sample.ts';
import type { Sample, SampleAnswer } from './sample.ts';
import * as world from './world.ts';

/** What becomes of a sample: the worlds get its request, with their names in the place of its own. */

/** Moments after the beginning of an operation at which each of its statuses can be true. */
const MOMENTS_MS = [0, 5000, 30_000, 60_000, 120_000, 600_000, 3_600_000, DAY_MS];
/** Versions that are sent where a sample names none, or one of the other plane (azure-contract §9). */
const VERSIONS = { primary: '2024-04-01', secondary: '2023-01-15' };
const GUID = 'c0ffee00-0000-4000-a000-000000000004';

/** A request as the simulated Azure gets it from a client. */
function simulated(
  {
    method,
    path,
    body,
  }: { readonly method: string; readonly path: string; readonly body?: unknown },
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
  // A page token is good for the service that gave it: the list is requested from its start.
  ['$skipToken', ''],
  ['audience', `https://RecoveryServices/IaasCoord/aadmgmt/${world.SECONDARY_REGION}`],
]);
/** The same, and the names in addresses, for a request of the secondary region. */
const BY_KEY_IN_SECONDARY: Names = new Map([
  ...BY_KEY,
  ['region', world.SECONDARY_REGION],
  // Official samples have a machine's id here (azure-contract §9).
  ['resourceId', world.VAULT],
]);
const NAMES_IN_SECONDARY: Names = new Map([...world.NAMES, ['locations', world.SECONDARY_REGION]]);
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

/** Disks that a request attaches or detaches are the first that the worlds have, or have attached. */
const DISK_LISTS: Names = new Map([
  ['dataDisksToAttach', ''],
  ['dataDisksToDetach', 'attached-'],
]);

/** A body with the worlds' names, also where they are keys (identities are). */
function inWorld(value: unknown, byKey: Names, key = ''): unknown {
  if (typeof value === 'string') {
    const isMade = key === 'targetVirtualMachineId';
    return byKey.get(key) ?? idInWorld(value, isMade ? NAMES_WITHOUT_MACHINE : world.NAMES);
  }
  if (Array.isArray(value)) {
    const prefix = DISK_LISTS.get(key);
    const namesAt = (index: number): Names =>
      prefix === undefined ? byKey : new Map([...byKey, ['diskId', world.diskId(index, prefix)]]);
    return elementsOf(value).map((one, index) => inWorld(one, namesAt(index), key));
  }
  const object = objectOf(value);
  if (object === null) return value;
  const entries = Object.entries(object);
  return Object.fromEntries(
    entries.map(([name, one]) => [idInWorld(name), inWorld(one, byKey, name)]),
  );
}

/** A path with the worlds' names; what a request makes has the sample's. */
function pathOf({ path, traits }: Operation, given: Names, names: Names): string {
  return path.replaceAll(/([^/]+)\/\{([^}]+)\}/g, (_, type: string, name: string) => {
    const known = name === 'operationId' ? world.OPERATION : names.get(type.toLowerCase());
    const value = (traits.get('makes') === name ? undefined : known) ?? given.get(name) ?? '';
    return `${type}/${encodeURIComponent(value)}`;
  });
}

/** A request of ours with the worlds' names. */
function own(text: string, version = VERSIONS.primary): SimulatedRequest {
  const { method, path, body } = ownRequest(text);
  return simulated({ method, path: idInWorld(path), body: inWorld(body, BY_KEY) }, version);
}

/** What a sample sends, in a world's words. */
function requestOf(sample: Sample, operation: Operation, { state, nowMs }: world.World) {
  const { method, path, traits } = operation;
  const [names, byKey, usualVersion] = isSecondary(operation)
    ? [NAMES_IN_SECONDARY, new Map(BY_KEY_IN_SECONDARY), VERSIONS.secondary]
    : [world.NAMES, new Map(BY_KEY), VERSIONS.primary];
  const sealing = traits.get('sealed by');
  if (sealing !== undefined) {
    // The simulated Azure's own token is sent in the place of the sample's.
    const { response } = simulate(own(sealing, VERSIONS.secondary), state, nowMs);
    const token = textAt(parseJson(response.body ?? ''), 'properties.accessTokenString');
    byKey.set('accessTokenString', token);
  }
  const body = traits.has('body') ? inWorld(sample.body, byKey) : undefined;
  const query = [...sample.plain].filter(
    ([name]) => !path.includes(`{${name}}`) && !/^\$skipToken$/i.test(name),
  );
  const isUsable = sample.version !== '' && isOfPlane(operation, sample.version);
  const version = isUsable ? sample.version : usualVersion;
  return simulated({ method, path: pathOf(operation, sample.plain, names), body }, version, query);
}

/** What the simulated Azure answers in a world, at each moment that could matter. */
function answersIn(
  one: world.World,
  sample: Sample,
  operation: Operation,
): readonly SimulatedResponse[] {
  const request = requestOf(sample, operation, one);
  const starter = operation.traits.get('started by');
  return starter === undefined ? answersTo(request, one) : answersWhile(starter, request, one);
}

/** An operation under way is looked at repeatedly, last when its subject is gone. */
function answersWhile(
  starter: string,
  request: SimulatedRequest,
  { state, nowMs }: world.World,
): readonly SimulatedResponse[] {
  const start = starter === 'a job' ? null : simulate(own(starter), state, nowMs);
  if (start !== null && start.response.status >= 400) return [start.response];
  // It gets the id that the request has.
  const events = (start?.events ?? []).map((event) =>
    'operationId' in event ? { ...event, operationId: world.OPERATION } : event,
  );
  const begun = world.withEvents(state, events);
  const removal = { type: 'resource-removed', at: nowMs + 1, id: world.ITEM_ID } as const;
  const over = world.withEvents(begun, [removal]);
  return [
    ...MOMENTS_MS.map((ms) => simulate(request, begun, nowMs + ms).response),
    simulate(request, over, nowMs + DAY_MS).response,
  ];
}

/**
 * Another request is sent twice, the second time a day later, and followed to its end where it is accepted, for
 * official samples have that status beside the 202.
 */
function answersTo(
  request: SimulatedRequest,
  { state, nowMs }: world.World,
): readonly SimulatedResponse[] {
  const { response, events } = simulate(request, state, nowMs);
  const aDayLater = (asked: SimulatedRequest): SimulatedResponse =>
    simulate(asked, world.withEvents(state, events), nowMs + DAY_MS).response;
  const answers = [response, aDayLater(request)];
  const address = response.headers['Location'];
  if (response.status !== 202 || address === undefined) return answers;
  const { pathname, searchParams } = new URL(address);
  const version = searchParams.get('api-version') ?? '';
  return [
    ...answers,
    aDayLater(simulated({ method: 'GET', path: pathname }, version, searchParams)),
  ];
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

/** In which world a sample conforms, or else fails in the fewest ways, and in which. */
function simulatorOf(sample: Sample, operation: Operation): Pick<Entry, 'world' | 'simulator'> {
  let best: Pick<Entry, 'world' | 'simulator'> | undefined;
  try {
    for (const one of world.worldsAt(timesOf(sample))) {
      const simulator = complaints(sample, operation, answersIn(one, sample, operation));
      if (simulator.length === 0) return { world: one.name, simulator };
      if (best === undefined || simulator.length < best.simulator.length)
        best = { world: one.name, simulator };
    }
  } catch (error) {
    // A sample on which something breaks fails alone: the others of its folder are still judged.
    const broken = error instanceof Error ? error.message : String(error);
    return { world: '', simulator: [`it broke: ${broken}`] };
  }
  return best ?? { world: '', simulator: [] };
}

function judgeAs(operation: Operation, sample: Sample, file: string): Entry {
  const schemas = sample.answers.flatMap(({ status, body }) => {
    const complaint = unreadable(operation, status, body);
    return complaint === null ? [] : [`${status}: ${complaint}`];
  });
  const found = simulatorOf(sample, operation);
  const isSame = schemas.length + found.simulator.length === 0;
  return { file, kind: isSame ? 'conforms' : 'fails', operation: operation.id, schemas, ...found };
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
    .map((operation) => judgeAs(operation, sample, file));
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
