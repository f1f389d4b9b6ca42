import { sameId } from '#src/model/resource-id.ts';

import { kindOfId } from '../arm-id.ts';
import { firstText, type JsonObject, textsIn } from '../json.ts';
import type { Operation } from '../operation.ts';
import { group, subscription } from '../operations/paths.ts';
import { answeredThings, bodyOf, plainParameters, type Sample } from '../sample.ts';

/** What a sample tells of the world in which its request makes sense. */
export interface Mentions {
  /** Parameters of the address, by Azure's names. */
  readonly named: ReadonlyMap<string, string>;
  readonly body: JsonObject | null;
  /** Resources that a GET answers: their properties are properties of the world. */
  readonly things: readonly JsonObject[];
  /** Ids that name something that is there already, without repetition. */
  readonly ids: readonly string[];
  readonly region: string;
  /** The request changes what it names; it is refused for what holds anything. */
  readonly isChange: boolean;
  /** It is about bringing a point back from the archive. */
  readonly isAboutArchive: boolean;
}

/** What a restore makes is not there before it. */
const TO_BE_MADE: readonly string[] = ['targetVirtualMachineId'];

const FALLBACK_REGION = 'westus';

/**
 * Whether answers are resources as the world has them. What follows from a request, or is the
 * result of an operation, is the simulator's to say.
 */
const isReading = ({ method, startedBy, yields, body }: Operation): boolean =>
  startedBy === undefined &&
  (method === 'GET' || (body !== undefined && yields !== undefined && method === 'POST'));

/** Ids of one spelling; the first counts. */
export function distinct(ids: readonly string[]): readonly string[] {
  return [...new Map(ids.toReversed().map((id) => [id.toLowerCase(), id])).values()].toReversed();
}

function idsIn(values: readonly unknown[]): readonly string[] {
  const texts = values.flatMap((value) => textsIn(value));
  return texts
    .filter(({ key }) => !TO_BE_MADE.includes(key))
    .map(({ text }) => text.replace(/^\/?subscriptions\//i, '/subscriptions/'))
    .filter((text) => /^\/subscriptions\/[^/\s]+/.test(text));
}

/** A template of an address with the parameters of a sample. */
const filled = (template: string, named: Mentions['named']): string =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) => named.get(name) ?? '');

/**
 * A thing where the address looks for it: in official samples its own id may name another place,
 * or none. A list is of what lies in the subscription, or group, that the address names.
 */
function rehomed(
  thing: JsonObject,
  { path, isList }: Operation,
  named: Mentions['named'],
): JsonObject {
  const id = firstText(thing, 'id');
  const own = kindOfId(id);
  if (own === null || !path.startsWith(subscription)) return thing;
  if (isList !== true && kindOfId(path)?.type === own.type)
    return { ...thing, id: filled(path, named) };
  const scope = path.startsWith(group) ? group : subscription;
  const parts = scope.split('/').length;
  return { ...thing, id: [filled(scope, named), ...id.split('/').slice(parts)].join('/') };
}

/** Reads what a sample of an operation tells of its world. */
export function mentionsIn(sample: Sample, operation: Operation): Mentions {
  const body = operation.body === undefined ? null : bodyOf(sample, operation.body.name);
  const named = plainParameters(sample);
  const things = isReading(operation)
    ? answeredThings(sample).map((thing) => rehomed(thing, operation, named))
    : [];
  const place = textsIn(body).find(
    ({ key, text }) => text !== '' && /^(region|location)$/.test(key),
  );
  // A VM is there before something is done to it, written on it, or changed.
  const ending = operation.method === 'PATCH' ? '' : '/';
  const [, machine] =
    new RegExp(`^(.*/virtualMachines/\\{vmName\\})${ending}`).exec(operation.path) ?? [];
  const region =
    place?.text ??
    named.get('azureRegion') ??
    named.get('location') ??
    (firstText(things[0], 'location') || FALLBACK_REGION);
  return {
    named,
    body,
    things,
    ids: distinct([
      ...idsIn([sample.parameters, ...things]),
      ...(machine === undefined ? [] : [filled(machine, named)]),
    ]),
    region,
    isChange: /^(PUT|PATCH)$/.test(operation.method),
    isAboutArchive:
      operation.path.includes('/backupTieringCost/') ||
      textsIn(body).some(({ text }) => text.endsWith('WithRehydrationRequest')),
  };
}

/** Ids of one resource type among those that are mentioned, and those of what lies in such a resource. */
export function idsOfType({ ids }: Mentions, type: string): readonly string[] {
  const own = new RegExp(`^.*/providers/${type.replaceAll('.', '\\.')}/[^/]+`, 'i');
  return distinct(ids.flatMap((id) => own.exec(id)?.[0] ?? []));
}

/** The thing of an id that a GET answers. */
export function thingOf({ things }: Mentions, id: string): JsonObject | undefined {
  return things.find((thing) => sameId(firstText(thing, 'id'), id));
}

/** The region of a resource: its own where a GET tells it. */
export function regionOf(mentions: Mentions, id: string): string {
  return firstText(thingOf(mentions, id), 'location') || mentions.region;
}

/** Things of a type that a GET answers, whatever their ids are like. */
export function thingsOfType({ things }: Mentions, lastWord: string): readonly JsonObject[] {
  return things.filter((thing) => {
    const type = firstText(thing, 'type') || (kindOfId(firstText(thing, 'id'))?.type ?? '');
    return type.toLowerCase().endsWith(`/${lastWord.toLowerCase()}`);
  });
}
