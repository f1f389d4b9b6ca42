import { kindOfId, pathOfHeader } from './arm-id.ts';
import { firstText } from './json.ts';
import { answeredThings, bodyOf, plainParameters, type Sample } from './sample.ts';

/** The resource that a sample is about, by its answers and the addresses in them; empty when none tells. */
function resourceOf(sample: Sample): string {
  const types = answeredThings(sample).map((thing) => firstText(thing, 'type'));
  const type = types.find((text) => text.includes('/'));
  if (type !== undefined) return type;
  const ids = answeredThings(sample).map((thing) => firstText(thing, 'id'));
  const addresses = sample.answers.flatMap(({ headers }) => Object.values(headers));
  const kinds = [...ids, ...addresses.map(pathOfHeader)].flatMap((id) => kindOfId(id) ?? []);
  return kinds[0]?.type ?? '';
}

/** What is answered, where nothing says of which resource it is. */
function shapeOf(sample: Sample): string {
  const [thing] = answeredThings(sample);
  const keys = Object.keys(thing ?? {});
  return keys.length === 0 ? 'unnamed' : `{${keys.slice(0, 6).join(', ')}}`;
}

/** The method that a sample most likely has: samples do not tell it. */
function methodOf(sample: Sample): string {
  const statuses = sample.answers.map(({ status }) => status);
  if (bodyOf(sample) !== null) return statuses.includes(201) ? 'PUT' : 'POST or PATCH';
  const isAccepted = statuses.every((status) => status !== 200);
  return isAccepted ? 'POST or DELETE' : 'GET';
}

/** Names an operation that we do not have as exactly as its sample allows. */
export function describeUnknown(sample: Sample): string {
  const parameters = [...plainParameters(sample).keys()].filter((name) => name !== 'api-version');
  const resource = resourceOf(sample) || shapeOf(sample);
  return `${methodOf(sample)} ${resource} (${parameters.join(', ')})`;
}
