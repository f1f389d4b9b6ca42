import * as z from 'zod/mini';

import type { SimulatedResponse } from '#src/mocks/service.ts';

import { parseJson } from '#src/mocks/json.ts';

import { at, elementsOf, firstText } from './json.ts';
import type { Operation } from './operation.ts';
import type { Sample, SampleAnswer } from './sample.ts';

/** What is wrong with an answer, in words; null when nothing is. */
type Complaint = string | null;

/** Reads a body as our client reads it. */
function unreadable(operation: Operation, status: number, body: unknown): Complaint {
  const schema = operation.answers[status]?.schema ?? null;
  if (schema === null || body === undefined || body === null) return null;
  const read = z.safeParse(schema, body);
  if (read.success) return null;
  return read.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.map(String).join('.') || 'body'}: ${message}`)
    .join('; ');
}

const isError = ({ status }: SampleAnswer): boolean => status >= 400;

/** What our schemas cannot read of the answers of a sample. */
export function schemaComplaints(sample: Sample, operation: Operation): readonly string[] {
  return sample.answers.flatMap((answer) => {
    const complaint = isError(answer) ? null : unreadable(operation, answer.status, answer.body);
    return complaint === null ? [] : [`${answer.status}: ${complaint}`];
  });
}

function refusalIn(response: SimulatedResponse): string {
  const error = at(parseJson(response.body ?? ''), 'error');
  const [code, message] = [firstText(error, 'code'), firstText(error, 'message')];
  if (code === '') return String(response.status);
  // Messages of real services have line breaks; a file has one line here.
  return `${response.status} ${code} (${message.replaceAll(/\s+/g, ' ')})`;
}

function missingHeaders({ headers }: SampleAnswer, response: SimulatedResponse): Complaint {
  const given = new Set(Object.keys(response.headers).map((name) => name.toLowerCase()));
  const missing = Object.keys(headers).filter((name) => !given.has(name.toLowerCase()));
  return missing.length === 0 ? null : `without the header ${missing.join(', ')}`;
}

/** An answer as the sample's: its headers, and what our schema needs of it, in every element of a list. */
function unlike(
  operation: Operation,
  answer: SampleAnswer,
  response: SimulatedResponse,
): Complaint {
  const headers = missingHeaders(answer, response);
  if (headers !== null) return headers;
  const { schema = null } = operation.answers[answer.status] ?? {};
  // A sample may tell null or an empty body where nothing is sent that anybody reads.
  if (schema === null || answer.body === undefined || answer.body === null) return null;
  const body = parseJson(response.body ?? '');
  if (body === undefined) return 'without a body';
  const isEmptied = (path: string): boolean =>
    elementsOf(at(answer.body, path)).length > 0 && elementsOf(at(body, path)).length === 0;
  if (operation.isList === true && isEmptied('value')) return 'with an empty list';
  return unreadable(operation, answer.status, body);
}

/** Where the simulated Azure answers otherwise than a sample. */
export function simulatorComplaints(
  sample: Sample,
  operation: Operation,
  responses: readonly SimulatedResponse[],
): readonly string[] {
  return sample.answers.flatMap((answer) => {
    if (isError(answer)) return [];
    const same = responses.filter(({ status }) => status === answer.status);
    if (same.length === 0) {
      const refusals = [...new Set(responses.map(refusalIn))];
      return [`${answer.status} is not answered, but ${refusals.join(', ')}`];
    }
    const complaints = same.map((response) => unlike(operation, answer, response));
    const [complaint] = complaints;
    return complaint === undefined || complaints.includes(null)
      ? []
      : [`${answer.status} is answered ${complaint ?? ''}`];
  });
}
