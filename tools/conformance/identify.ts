import { objectIn } from '#src/mocks/json.ts';
import { matchRoute } from '#src/mocks/simulate.ts';

import { isAbsent, isOfPlane, type Operation, operations, wordsOf } from './operations.ts';
import { at, elementsOf, followAddresses, type Sample, textAt, typeOfId } from './sample.ts';

/** Of which operation a sample is: official ones don't say it. */

/** The names in the braces of a path. */
const namesIn = (path: string): readonly string[] =>
  [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);

/** Parts of the address that old samples leave out, and have in the body. */
const IN_BODY = ['recoveryPointId', 'protectedItemName', 'containerName'];
/** Names of what stands in paths rather than in queries, when an operation doesn't know them. */
const IN_PATHS = /(Name|Id|Region)$|^location$/;

/** How much speaks for an operation, or against it; null: it can't be this one. */
type Part = (sample: Sample, operation: Operation) => number | null;

/** Each parameter of the path is there, and none that would stand in another path. */
const parameters: Part = ({ plain, body }, operation) => {
  const needed = namesIn(operation.path);
  const isThere = (name: string): boolean =>
    plain.has(name) ||
    (IN_BODY.includes(name) && textAt(body, name) + textAt(body, `properties.${name}`) !== '');
  const known = [...needed, ...wordsOf(operation, 'more'), 'api-version'];
  const strange = [...plain.keys()].filter(
    (name) => !known.includes(name) && !name.startsWith('$'),
  );
  const isOther = !needed.every(isThere) || strange.some((name) => IN_PATHS.test(name));
  return isOther ? null : -2 * strange.length;
};

/** Some official samples name a version of the other plane: it weighs less than an index. */
const plane: Part = ({ version }, operation) => (isOfPlane(operation, version) ? 0 : -3);

const statuses: Part = ({ answers }, operation) =>
  answers.reduce((sum, { status }) => sum + (operation.answers.has(status) ? 0.5 : -2), 0);

const has = (value: unknown, mark: string): boolean => at(value, mark) !== undefined;

/** A body where one is sent, with what this operation's body has. */
const sent: Part = ({ body }, operation) => {
  const wanted = wordsOf(operation, 'body');
  if (wanted.length === 0) return body === null || operation.traits.has('stray body') ? 0 : null;
  if (wordsOf(operation, 'never').some((mark) => has(body, mark))) return null;
  return wanted.some((mark) => has(body, mark)) ? 3 : null;
};

const isPage = (body: unknown): boolean => Array.isArray(at(body, 'value'));
/** A page may come without its list, when there is nothing in it. */
const isEmptyPage = (body: unknown): boolean =>
  Object.keys(objectIn(body)).every((key) => key === 'nextLink');

/** A list where a list is answered, and nowhere else. */
const listOrOne: Part = ({ answers }, { isList }) => {
  const bodies = answers.flatMap(({ status, body }) => (status === 200 ? [body] : []));
  const fits = (body: unknown): boolean =>
    isList ? isPage(body) || isEmptyPage(body) : !isPage(body);
  return bodies.every((body) => body === undefined || fits(body)) ? 0 : null;
};

/** What a thing is: its own word for its type before what its id says; in lower case. */
function typeOf(thing: unknown): string {
  const type = textAt(thing, 'type');
  return type.includes('/') ? type.toLowerCase() : typeOfId(textAt(thing, 'id'));
}
const namespaceOf = (type: string): string => type.slice(0, type.indexOf('/'));
const lastWord = (type: string): string => type.slice(type.lastIndexOf('/'));

/** The resources that are answered are of this operation's type. */
const resources: Part = ({ things }, { path, method, traits }) => {
  const [type, ...others] = things.map(typeOf).filter((one) => one !== '');
  if (type === undefined) return 0;
  const own = (traits.get('yields') ?? typeOfId(path)).toLowerCase();
  const isUntyped = own === 'nothing' || (method === 'POST' && !traits.has('yields'));
  if (namespaceOf(type) !== namespaceOf(own === 'nothing' ? typeOfId(path) : own)) return null;
  if (isUntyped) return 0;
  if (others.some((one) => one !== type)) return null;
  if (type === own) return 4;
  return lastWord(type) === lastWord(own) ? 3 : null;
};

/** Bodies have what this operation's have: each thing weighs, there or not. */
const marks: Part = ({ answers }, operation) =>
  answers.reduce((sum, { status, body }) => {
    const isRead = status === 200 || (operation.answers.get(status) ?? null) !== null;
    if (body === undefined || !isRead) return sum;
    const first = isPage(body) ? elementsOf(at(body, 'value'))[0] : body;
    return wordsOf(operation, 'marks').reduce(
      (found, mark) => found + (has(first, mark) ? 1 : -1),
      sum,
    );
  }, 0);

/** The addresses at which it is followed are those of this operation, or at least of its provider. */
const addresses: Part = ({ answers }, operation) => {
  const given = answers.flatMap(followAddresses);
  if (given.length === 0) return 0;
  // An address of Azure Resource Manager's own has no provider.
  const providers = given
    .map((address) => namespaceOf(typeOfId(address)))
    .filter((one) => one !== '');
  if (providers.some((provider) => provider !== namespaceOf(typeOfId(operation.path)))) return null;
  const ours = wordsOf(operation, 'followed at').map((path) => ({ method: 'GET', path }) as const);
  return given.every((address) => matchRoute(ours, 'GET', address) !== undefined) ? 4 : -2;
};

const EVIDENCE: readonly Part[] = [sent, resources, marks, addresses];
const CIRCUMSTANCES: readonly Part[] = [parameters, plane, statuses, listOrOne];

/** How a sample fits an operation, and whether anything in it identifies few others; null when it can't be of it. */
function fitOf(sample: Sample, operation: Operation) {
  const evidence = EVIDENCE.map((part) => part(sample, operation));
  const all = [...evidence, ...CIRCUMSTANCES.map((part) => part(sample, operation))];
  const numbers = all.filter((one) => one !== null);
  if (numbers.length < all.length) return null;
  const score = numbers.reduce((sum, one) => sum + one, 0);
  return { operation, score, isTold: evidence.some((one) => (one ?? 0) > 0) };
}

/** Whether a sample has anything but statuses by which one could know it. */
const isTelling = ({ body, answers }: Sample): boolean =>
  body !== null ||
  answers.some((answer) => answer.body !== undefined || followAddresses(answer).length > 0);

/**
 * The operations of a name: an index's word, the file's own, or the name of the file, which starts with an operation's
 * in the singular as Compute names its samples (`VirtualMachine_Start_MinimumSet_Gen`).
 */
function named(word: string, stem: string): readonly Operation[] {
  const exact = operations.filter(({ id }) => id === word);
  if (exact.length > 0 || word !== stem) return exact;
  return operations.filter(({ id }) => `${stem}_`.startsWith(`${id.replace('s_', '_')}_`));
}

/**
 * The operations that a sample fits best: one, none, or several between which nothing in it decides; and those of ours
 * that are named though the sample can't be of them. A name is believed where the sample can be of its operation.
 */
export function identify(sample: Sample, file: string, indexed: string) {
  const stem = file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/i, '');
  const [word = ''] = indexed.split(/\s/);
  const claimed = named(word || sample.operation || stem, stem);
  const fitsOf = (among: readonly Operation[]) => among.flatMap((one) => fitOf(sample, one) ?? []);
  const claims = fitsOf(claimed);
  const isForeign = word !== '' && word !== stem && claimed.length === 0;
  const credible =
    claims.length > 0 || isForeign
      ? claims
      : fitsOf(operations).filter(
          ({ isTold, operation }) => isTold || !(isTelling(sample) || operation.traits.has('body')),
        );
  const best = Math.max(...credible.map(({ score }) => score));
  return {
    fitting: credible.filter(({ score }) => score === best).map(({ operation }) => operation),
    misnamed: claims.length > 0 ? [] : claimed.filter((one) => !isAbsent(one)),
  };
}

/** Names an operation that isn't in the list as exactly as its sample allows. */
export function describe({ things, answers, plain, body }: Sample): string {
  const own = things.map((thing) => textAt(thing, 'type')).filter((type) => type.includes('/'));
  const ids = [...things.map((thing) => textAt(thing, 'id')), ...answers.flatMap(followAddresses)];
  const type = [...own, ...ids.map(typeOfId)].find((one) => one !== '');
  const keys = Object.keys(things[0] ?? {}).slice(0, 6);
  const shape = keys.length === 0 ? 'unnamed' : `{${keys.join(', ')}}`;
  const isAnswered = (status: number): boolean =>
    answers.some((answer) => answer.status === status);
  const withBody = isAnswered(201) ? 'PUT' : 'POST or PATCH';
  const method = body !== null ? withBody : isAnswered(200) ? 'GET' : 'POST or DELETE';
  const names = [...plain.keys()].filter((name) => name !== 'api-version');
  return `${method} ${type ?? shape} (${names.join(', ')})`;
}
