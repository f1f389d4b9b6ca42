import { elementsOf, firstText, type JsonObject, objectOf, textsIn } from './json.ts';

/** One answer of a sample. */
export interface SampleAnswer {
  readonly status: number;
  readonly headers: JsonObject;
  /** Undefined: the answer has no body. */
  readonly body: unknown;
}

/** A request of an operation, as its parameters, with the answers that Azure can give to it. */
export interface Sample {
  readonly parameters: JsonObject;
  /** The operation that the file itself names, as newer ones do; empty when it names none. */
  readonly operation: string;
  readonly answers: readonly SampleAnswer[];
}

export type Reading =
  | { readonly sample: Sample; readonly problem: null }
  | { readonly sample: null; readonly problem: string };

const refused = (problem: string): Reading => ({ sample: null, problem });

function parsed(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Some samples write a list without the envelope in which Azure answers every list. */
const enveloped = (body: unknown): unknown => (Array.isArray(body) ? { value: body } : body);

/** Reads the text of a sample file: `parameters`, and `responses` by their status. */
export function readSample(text: string): Reading {
  // Some editors put a byte order mark at the start of a file; JSON has none.
  const json = parsed(text.replace(/^\uFEFF/, ''));
  if ('error' in json) return refused(`This is no JSON: ${json.error}.`);
  const parameters = objectOf(objectOf(json.value)?.['parameters']);
  if (parameters === null) return refused('This is no sample: it has no object "parameters".');
  const responses = objectOf(objectOf(json.value)?.['responses']);
  if (responses === null) return refused('This is no sample: it has no object "responses".');
  const entries = Object.entries(responses);
  const strange = entries.find(([status]) => !/^[1-5]\d\d$/.test(status));
  if (strange !== undefined) return refused(`"${strange[0]}" in "responses" is no status.`);
  if (entries.length === 0) return refused('This is no sample: "responses" is empty.');
  const answers = entries.map(([status, answer]) => ({
    status: Number(status),
    headers: objectOf(objectOf(answer)?.['headers']) ?? {},
    body: enveloped(objectOf(answer)?.['body']),
  }));
  const operation = firstText(json.value, 'operationId');
  return { sample: { parameters, operation, answers }, problem: null };
}

/** The body that a sample sends: the one parameter that is an object, or that of a given name. */
export function bodyOf({ parameters }: Sample, name = 'parameters'): JsonObject | null {
  const objects = Object.entries(parameters).flatMap(([key, value]) => {
    const object = objectOf(value);
    return object === null ? [] : [{ key, object }];
  });
  return (objects.find(({ key }) => key === name) ?? objects[0])?.object ?? null;
}

/** The api-version that a sample sends; empty when it names none. */
export function versionOf({ parameters }: Sample): string {
  const version = parameters['api-version'];
  return typeof version === 'string' ? version : '';
}

/** Parameters that stand in the address, as text: all but the body. */
export function plainParameters({ parameters }: Sample): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
}

/**
 * Parameters of the address, where it counts: those of the path that an old sample leaves out stand in
 * its body under their names.
 */
export function addressParameters(sample: Sample, body?: string): ReadonlyMap<string, string> {
  const inBody = textsIn(bodyOf(sample, body)).map(({ key, text }) => [key, text] as const);
  return new Map([...inBody.filter(([key]) => IN_BODY.has(key)), ...plainParameters(sample)]);
}

/** What bodies repeat of the address. */
const IN_BODY: ReadonlySet<string> = new Set([
  'recoveryPointId',
  'protectedItemName',
  'containerName',
]);

/** Bodies of successful answers, lists taken apart: what could be resources. */
export function answeredThings({ answers }: Sample): readonly JsonObject[] {
  return answers
    .filter(({ status }) => status < 300)
    .flatMap(({ body }) => {
      const value = objectOf(body)?.['value'];
      return Array.isArray(value) ? elementsOf(value) : [body];
    })
    .map(objectOf)
    .filter((thing) => thing !== null);
}
