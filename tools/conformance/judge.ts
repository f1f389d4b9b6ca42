import * as z from 'zod/mini';

import { DAY_MS } from '#src/lib/time.ts';
import { parseFilter } from '#src/mocks/filter.ts';
import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedRequest, SimulatedResponse } from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import { parseFilterDate } from '#src/mocks/time/text.ts';

import { describe, identify } from './identify.ts';
import { isAbsent, type Operation } from './operations.ts';
import { at, elementsOf, readSample, type Sample, type SampleAnswer, textAt } from './sample.ts';
import * as world from './world.ts';

/** What becomes of a sample: of which operation it is, and how our schemas and the worlds take it. */

/** Moments after the beginning of an operation at which each of its statuses can be true. */
const MOMENTS_MS = [0, 5000, 30_000, 60_000, 120_000, 600_000, 3_600_000, DAY_MS];

/**
 * What the simulated Azure answers in a world, at each moment that could matter. An operation under way is looked at
 * repeatedly, last when its subject is gone. Another request is sent twice, the second time a day later, and followed
 * to its end where it is accepted, for official samples have that status beside the 202. Null: the world doesn't start it.
 */
function answersIn(
  here: world.World,
  sample: Sample,
  operation: Operation,
): readonly SimulatedResponse[] | null {
  const words = world.wordsFor(here, operation);
  const request = world.requestOf(sample, operation, words);
  const starter = operation.traits.get('started by');
  let { state } = here;
  const send = (asked: SimulatedRequest, ms: number): SimulatedResponse => {
    const { response, events } = simulate(asked, state, here.nowMs + ms);
    state = world.withEvents(state, events);
    return response;
  };
  if (starter === undefined) {
    const [first, ...others] = [send(request, 0), send(request, DAY_MS)];
    const address = first?.headers['Location'];
    const isFollowed = first?.status === 202 && address !== undefined;
    return [first, ...others, ...(isFollowed ? [send(world.sent('GET', address), DAY_MS)] : [])];
  }
  const { response, events } = simulate(world.own(starter, words), state, here.nowMs);
  if (response.status >= 400) return null;
  // It gets the id that the request has.
  const named = events.map((event) =>
    'operationId' in event ? { ...event, operationId: world.OPERATION } : event,
  );
  state = world.withEvents(state, named);
  const answers = MOMENTS_MS.map((ms) => send(request, ms));
  state = world.withoutItem(state, here.nowMs + 1);
  return [...answers, send(request, DAY_MS)];
}

/** The worlds of a sample, at times at which its filter finds what it looks for; else points are old enough for the archive. */
function worldsOf({ plain }: Sample): Iterable<world.World> {
  const filter = parseFilter(plain.get('$filter') ?? null);
  const fromMs = parseFilterDate(filter?.get('starttime') ?? filter?.get('startdate') ?? '');
  const pastMs = (fromMs ?? Date.UTC(2024, 1, 1)) + 3_600_000;
  return world.worldsAt(pastMs + (fromMs === null ? 100 * DAY_MS : 60_000), pastMs);
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

/** Where a world answers otherwise than a sample. */
function complaintsOf(
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

/** The complaints of the first world that has none, or else the fewest. */
function fewestComplaints(sample: Sample, operation: Operation): readonly string[] {
  let fewest: readonly string[] | undefined;
  try {
    for (const here of worldsOf(sample)) {
      const responses = answersIn(here, sample, operation);
      if (responses === null) continue;
      const complaints = complaintsOf(sample, operation, responses);
      if (complaints.length < (fewest?.length ?? Infinity)) fewest = complaints;
      if (complaints.length === 0) break;
    }
  } catch (error) {
    // A sample on which something breaks fails alone: the others of its folder are still judged.
    return [`it broke: ${error instanceof Error ? error.message : String(error)}`];
  }
  return fewest ?? ['no world takes the request that starts it'];
}

/** A sample's file and of which operation it is: an entry of the report. */
export interface Entry {
  readonly file: string;
  readonly kind: 'conforms' | 'fails' | 'absent' | 'unreadable';
  /** Azure's ids, several where the sample doesn't decide; of what isn't ours or no sample, what it is. */
  readonly operation: string;
  /** What our schemas can't read. */
  readonly schemas: readonly string[];
  /** Where the simulated Azure answers otherwise. */
  readonly simulator: readonly string[];
}

function judgeAs(operation: Operation, sample: Sample, file: string): Entry {
  const schemas = sample.answers.flatMap(({ status, body }) => {
    const complaint = unreadable(operation, status, body);
    return complaint === null ? [] : [`${status}: ${complaint}`];
  });
  const simulator = fewestComplaints(sample, operation);
  const kind = schemas.length + simulator.length === 0 ? 'conforms' : 'fails';
  return { file, kind, operation: operation.id, schemas, simulator };
}

/** Judges the text of a sample file, `indexed` the index's word for it; where several operations fit alike, it conforms if to one. */
export function judge(text: string, file: string, indexed = ''): Entry {
  const sample = readSample(text);
  const nothing = { file, schemas: [], simulator: [] };
  if ('problem' in sample) return { ...nothing, kind: 'unreadable', operation: sample.problem };
  const { fitting, misnamed } = identify(sample, file, indexed);
  const all = fitting.filter((one) => !isAbsent(one)).map((one) => judgeAs(one, sample, file));
  const best = all.find(({ kind }) => kind === 'conforms') ?? all[0];
  if (best !== undefined)
    return { ...best, operation: [...new Set(all.map(({ operation }) => operation))].join(' | ') };
  const names = fitting.map(({ id, method, path }) => `${id}, ${method} ${path}`);
  if (names.length > 0) return { ...nothing, kind: 'absent', operation: names.join(' | ') };
  const [claimed] = misnamed;
  if (claimed !== undefined) {
    const simulator = [`the sample doesn’t fit ${claimed.method} ${claimed.path}`];
    return { ...nothing, kind: 'fails', operation: claimed.id, simulator };
  }
  const name = indexed === '' ? '' : `${indexed}, `;
  return { ...nothing, kind: 'absent', operation: `${name}${describe(sample)}` };
}
