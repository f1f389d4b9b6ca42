import { elementsOf, objectOf, textsIn } from './json.ts';
import { operations } from './operations.ts';
import { absentOperations } from './operations/absent.ts';

/** Words that are no names: parts of paths and types, kinds of containers, keys. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...[...operations, ...absentOperations].flatMap(({ path, yields = '' }) =>
      `${path}/${yields}`.split('/'),
    ),
    'Microsoft',
    'IaasVMContainer',
    'iaasvmcontainerv2',
    'VM',
    'Azure',
    'AzureIaasVM',
    'default',
  ].map((word) => word.toLowerCase()),
);

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** What follows a type in an id is a name. */
const IN_ID = /\/(?:subscriptions|resourceGroups|[\w.]+s)\/([^/?;{}]+)/gi;

/** Values that the service gives a meaning to. */
const MEANINGFUL = /^(api-version|fabricName|azureRegion|location|\$.*)$/;

function namesIn(sample: unknown): ReadonlySet<string> {
  const parameters = objectOf(objectOf(sample)?.['parameters']) ?? {};
  const parts = Object.entries(parameters).flatMap(([key, value]) =>
    typeof value === 'string' && !MEANINGFUL.test(key) ? value.split(';') : [],
  );
  const texts = textsIn(sample).map(({ text }) => text);
  const inIds = texts.flatMap((text) => [...text.matchAll(IN_ID)].map(([, name = '']) => name));
  const guids = texts.flatMap((text) => text.match(GUID) ?? []);
  const keys = new Set(textsIn(sample).map(({ key }) => key.toLowerCase()));
  return new Set(
    [...parts, ...inIds, ...guids]
      .map((name) => name.toLowerCase())
      .filter(
        (name) => name.length > 2 && !name.includes('.') && !WORDS.has(name) && !keys.has(name),
      ),
  );
}

/** Another name of the same make: digits stay digits, guids guids. */
function otherName(name: string, salt: number, index: number): string {
  const number = (salt * 1009 + index * 7919) % 1_000_000_007;
  if (/^\d+$/.test(name)) return `${name.slice(0, 1)}${String(number).padStart(name.length, '7')}`;
  const hex = number.toString(16).padStart(12, '0');
  if (new RegExp(`^${GUID.source}$`, 'i').test(name)) return `${name.slice(0, 24)}${hex}`;
  return `n${hex}`;
}

/** The same sample, in which every name, id and guid is another one, the same wherever it stands. */
export function renamed(sample: unknown, salt: number): unknown {
  const names = [...namesIn(sample)].toSorted((a, b) => b.length - a.length);
  const others = new Map(names.map((name, index) => [name, otherName(name, salt, index)]));
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (escaped.length === 0) return sample;
  const any = new RegExp(`(?<![\\w.-])(?:${escaped.join('|')})(?![\\w-])`, 'gi');
  const other = (text: string): string =>
    text.replaceAll(any, (name) => others.get(name.toLowerCase()) ?? name);
  return inTexts(sample, other);
}

/** A value with all text in it changed; identities are keys. */
function inTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return elementsOf(value).map((one) => inTexts(one, change));
  const object = objectOf(value);
  if (object === null) return value;
  const entries = Object.entries(object);
  return Object.fromEntries(
    entries.map(([key, one]) => [key.startsWith('/') ? change(key) : key, inTexts(one, change)]),
  );
}
