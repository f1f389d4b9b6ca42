import { objectIn } from '#src/mocks/json.ts';

import { field } from '../program.ts';

/** Official samples as they are written, and looking into JSON of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys, no list, text or anything else. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of a list; none when it is no list. */
export const elementsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

/** What a dotted path leads to, as `properties.objectType`; undefined when it leads nowhere. */
export const at = (value: unknown, path: string): unknown => path.split('.').reduce(field, value);

/** The text that a dotted path leads to; empty when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** A request of an operation, as its parameters, with the answers that Azure can give to it. */
export type Sample = ReturnType<typeof sampleOf>;
export type SampleAnswer = ReturnType<typeof answerOf>;

/** Some samples write a list without the envelope in which Azure answers every list; undefined: there is no body. */
const answerOf = ([status, answer]: readonly [string, unknown]) => ({
  status: Number(status),
  headers: objectIn(at(answer, 'headers')),
  body: Array.isArray(at(answer, 'body')) ? { value: at(answer, 'body') } : at(answer, 'body'),
});

function sampleOf(parameters: JsonObject, responses: JsonObject, operation: string) {
  const plain = Object.entries(parameters).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  // Not those of errors: a sample doesn't show what would cause one.
  const answers = Object.entries(responses)
    .map(answerOf)
    .filter(({ status }) => status < 400);
  const bodies = answers.flatMap(({ status, body }) => (status < 300 ? [body] : []));
  return {
    /** Parameters that stand in the address, as text: all but the body. */
    plain: new Map(plain.map(([name, value]) => [name, String(value)])),
    /** The one parameter that is an object. */
    body: Object.values(parameters).find(isObject) ?? null,
    /** The api-version that it sends; empty when it names none. */
    version: textAt(parameters, 'api-version'),
    /** The operation that the file itself names, as newer ones do; empty when it names none. */
    operation,
    answers,
    /** Bodies of successful answers, lists taken apart: what could be resources. */
    things: bodies
      .flatMap((body) => (Array.isArray(at(body, 'value')) ? at(body, 'value') : body))
      .filter(isObject),
  };
}

/** Reads the text of a sample file: `parameters`, and `responses` by their status; or says what is wrong with it. */
export function readSample(text: string): Sample | { readonly problem: string } {
  let json: unknown;
  try {
    // Some editors put a byte order mark at the start of a file; JSON has none.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problem: `This is no JSON: ${error instanceof Error ? error.message : ''}.` };
  }
  const [parameters, responses] = [at(json, 'parameters'), at(json, 'responses')];
  const noObject = (name: string) => ({
    problem: `This is no sample: it has no object "${name}".`,
  });
  if (!isObject(parameters)) return noObject('parameters');
  if (!isObject(responses)) return noObject('responses');
  const statuses = Object.keys(responses);
  const strange = statuses.find((status) => !/^[1-5]\d\d$/.test(status));
  if (strange !== undefined) return { problem: `"${strange}" in "responses" is no status.` };
  if (statuses.length === 0) return { problem: 'This is no sample: "responses" is empty.' };
  return sampleOf(parameters, responses, textAt(json, 'operationId'));
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

/** The operations that an `INDEX.md` gives to files, by its columns `file` and `operation`, wherever they stand. */
export function readIndex(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trimStart().startsWith('|'));
  const heading = lines.findIndex((line) => cellsOf(line).includes('operation'));
  const columns = cellsOf(lines[heading] ?? '');
  const [file, operation] = [columns.indexOf('file'), columns.indexOf('operation')];
  if (heading < 0 || file < 0) return new Map();
  const rows = lines.slice(heading + 2).map(cellsOf);
  return new Map(rows.map((cells) => [cells[file] ?? '', cells[operation] ?? '']));
}

/** The last provider in an id and the types after it, in lower case, as `microsoft.compute/disks`; empty without one. */
export function typeOfId(id: string): string {
  const [, namespace = '', rest = ''] =
    /^.*\/providers\/([^/]+\.[^/]+)\/(.+)$/i.exec(id.replace(/[?#].*$/, '')) ?? [];
  const types = rest.split('/').filter((_, index) => index % 2 === 0);
  return namespace === '' ? '' : [namespace, ...types].join('/').toLowerCase();
}

/** The paths of the addresses at which an answer says to look again: absolute or not, after the header's own name. */
export function followAddresses({ headers }: SampleAnswer): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => /^(location|azure-asyncoperation)$/i.test(name))
    .map(([, value]) => String(value).replace(/^[\w-]+:\s+(?=https?:|\/)/i, ''))
    .map((address) => address.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/, ''))
    .filter((path) => path.startsWith('/'))
    .map((path) => path.replace(/^\/subscriptions\/\/subscriptions\//i, '/subscriptions/'));
}
