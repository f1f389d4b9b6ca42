import { fitsTemplate, type IdKind, kindOfId, kindOfType, pathOfHeader } from './arm-id.ts';
import { at, elementsOf, objectOf, textAt } from './json.ts';
import { isOfPlane, type Operation, pathParameters } from './operation.ts';
import {
  addressParameters,
  answeredThings,
  bodyOf,
  plainParameters,
  type Sample,
  type SampleAnswer,
  versionOf,
} from './sample.ts';

/**
 * How well a sample fits an operation. Each part gives a number, or null: it cannot be this one.
 * What speaks for an operation is counted apart from what speaks against it, for without any
 * evidence an operation is not taken to be ours.
 */
export interface Fit {
  readonly score: number;
  /** Something in the sample identifies this operation and few others. */
  readonly hasEvidence: boolean;
}

type Part = (sample: Sample, operation: Operation) => number | null;

/** Names of what stands in paths rather than in queries, when an operation does not know them. */
const IN_PATHS = /(Name|Id|Region)$/;

/** Each parameter of the path is there, or left to the body that repeats it; none is left over that would stand in another path. */
const parameters: Part = (sample, { path, body, more = [] }) => {
  const given = plainParameters(sample);
  const needed = pathParameters(path);
  const named = addressParameters(sample, body?.name);
  if (!needed.every((name) => named.has(name))) return null;
  const known = new Set([...needed, ...more, 'api-version']);
  const strange = [...given.keys()].filter((name) => !known.has(name) && !name.startsWith('$'));
  return strange.some((name) => IN_PATHS.test(name)) ? null : -2 * strange.length;
};

/** Some official samples name a version of the other plane: it weighs less than an index. */
const plane: Part = (sample, operation) => (isOfPlane(operation, versionOf(sample)) ? 0 : -3);

const statuses: Part = ({ answers }, operation) =>
  answers
    .filter(({ status }) => status < 400)
    .reduce((sum, { status }) => sum + (operation.answers[status] === undefined ? -2 : 0.5), 0);

const has = (value: unknown, mark: string): boolean => at(value, mark) !== undefined;

/** A body where one is sent, with what this operation's body has. */
const requestBody: Part = (sample, { body, hasStrayBody }) => {
  const sent = bodyOf(sample, body?.name);
  if (body === undefined) return sent === null || hasStrayBody === true ? 0 : null;
  if (sent === null || body.never?.some((mark) => has(sent, mark)) === true) return null;
  if (body.marks.length === 0) return 0;
  return body.marks.some((mark) => has(sent, mark)) ? 3 : null;
};

const isPage = (body: unknown): boolean => Array.isArray(at(body, 'value'));

/** A page may come without its list, when there is nothing in it. */
const isEmptyPage = (body: unknown): boolean =>
  Object.keys(objectOf(body) ?? {}).every((key) => key === 'nextLink');

/** A list where a list is answered, and nowhere else. */
const listOrOne: Part = ({ answers }, { isList }) =>
  answers.every(
    ({ status, body }) =>
      status !== 200 ||
      body === undefined ||
      (isList === true ? isPage(body) || isEmptyPage(body) : !isPage(body)),
  )
    ? 0
    : null;

/** What an answered thing is: its own word for its type before what its id says. */
function kindOf(thing: unknown): IdKind | null {
  const type = textAt(thing, 'type');
  return type.includes('/') ? kindOfType(type) : kindOfId(textAt(thing, 'id'));
}

const lastWord = ({ type }: IdKind): string => type.slice(type.lastIndexOf('/'));

/** The resources that are answered are of this operation's type. */
const resources: Part = (sample, { path, yields }) => {
  const kinds = answeredThings(sample).flatMap((thing) => kindOf(thing) ?? []);
  const [kind] = kinds;
  if (kind === undefined) return 0;
  if (yields === undefined) return kindOfId(path)?.namespace === kind.namespace ? 0 : null;
  const own = kindOfType(yields);
  if (kinds.some(({ type }) => type !== kind.type)) return null;
  if (kind.type === own.type) return 4;
  return kind.namespace === own.namespace && lastWord(kind) === lastWord(own) ? 3 : null;
};

/** Bodies have what this operation's have: each thing weighs, there or not. */
const marks: Part = ({ answers }, operation) =>
  answers.reduce((sum, { status, body }) => {
    const wanted = operation.answers[status]?.marks ?? [];
    if (body === undefined) return sum;
    const first = isPage(body) ? elementsOf(at(body, 'value'))[0] : body;
    return sum + wanted.reduce((found, mark) => found + (has(first, mark) ? 1 : -1), 0);
  }, 0);

function followAddresses({ headers }: SampleAnswer): readonly string[] {
  return Object.entries(headers)
    .filter(([name]) => /^(location|azure-asyncoperation)$/i.test(name))
    .map(([, value]) => pathOfHeader(value))
    .filter((path) => path !== '');
}

/** The addresses at which it is followed are those of this operation, or at least of its provider. */
const addresses: Part = ({ answers }, { path, followedAt = [] }) => {
  const given = answers.flatMap(followAddresses);
  if (given.length === 0) return 0;
  const own = kindOfId(path)?.namespace;
  // An address of Azure Resource Manager's own tells no provider.
  const spaces = given.flatMap((address) => kindOfId(address)?.namespace ?? []);
  if (spaces.some((namespace) => namespace !== own)) return null;
  const isOurs = (address: string): boolean =>
    followedAt.some((template) => fitsTemplate(template, address));
  return given.every(isOurs) ? 4 : -2;
};

const EVIDENCE: readonly Part[] = [requestBody, resources, marks, addresses];
const CIRCUMSTANCES: readonly Part[] = [parameters, plane, statuses, listOrOne];

/** Whether a sample holds anything but statuses by which one could know it. */
export function isTelling(sample: Sample): boolean {
  return (
    bodyOf(sample) !== null ||
    sample.answers.some((answer) => answer.body !== undefined || followAddresses(answer).length > 0)
  );
}

/** How a sample fits an operation; null when it cannot be a sample of it. */
export function fitOf(sample: Sample, operation: Operation): Fit | null {
  const evidence = EVIDENCE.map((part) => part(sample, operation));
  const circumstances = CIRCUMSTANCES.map((part) => part(sample, operation));
  const all = [...evidence, ...circumstances];
  const numbers = all.filter((one) => one !== null);
  if (numbers.length < all.length) return null;
  return {
    score: numbers.reduce((sum, one) => sum + one, 0),
    hasEvidence: evidence.some((one) => (one ?? 0) > 0),
  };
}
