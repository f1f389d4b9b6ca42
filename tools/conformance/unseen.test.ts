import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { objectIn } from '#src/mocks/json.ts';

import type { Entry } from './judge.ts';
import { operations, SECONDARY_VERSIONS } from './operations.ts';
import { at, elementsOf, isObject, type JsonObject } from './sample.ts';
import { judged, officialFolder, operationsIn, ownSamples } from './testing.ts';

const official = (
  existsSync(officialFolder)
    ? readdirSync(officialFolder, { recursive: true, encoding: 'utf8' })
    : []
)
  .filter((file) => file.endsWith('.json'))
  .map((file): [string, unknown] => [
    file,
    JSON.parse(readFileSync(join(officialFolder, file), 'utf8')),
  ]);

/** Words that are no names: parts of paths and types, kinds of containers, keys. */
const WORDS: ReadonlySet<string> = new Set(
  [
    ...operations.flatMap(({ path, traits }) => `${path}/${traits.get('yields') ?? ''}`.split('/')),
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
  const parameters = objectIn(at(sample, 'parameters'));
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
function renamed(sample: unknown, salt: number): unknown {
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
  if (!isObject(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, one]) => [key.startsWith('/') ? change(key) : key, inTexts(one, change)]),
  );
}

/** All text in a value, however deep, with its key; names of keys are text of their own (identities stand there). */
function textsIn(
  value: unknown,
  key = '',
): readonly { readonly key: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return elementsOf(value).flatMap((one) => textsIn(one, key));
  return Object.entries(objectIn(value)).flatMap(([name, inner]) => [
    { key, text: name },
    ...textsIn(inner, name),
  ]);
}

/** Samples unlike any seen here: other names, other versions, other keys. */
const all = [...Object.entries(ownSamples), ...official];

/** What must stay the same of an outcome. */
const kindAndName = (outcome: Entry) =>
  outcome.kind === 'absent' ? outcome.kind : [outcome.kind, operationsIn(outcome)];

/** Entrys of the samples as they are, each judged once. */
const originals = new Map(all.map(([name, sample]) => [name, judged(sample)]));

function originalOf(name: string): Entry {
  const outcome = originals.get(name);
  if (outcome === undefined) throw new Error(`There is no sample ${name}.`);
  return outcome;
}

const someSample = fc.constantFrom(...all);

/** Recovery Services takes whatever version comes (azure-contract §0), others those that they know. */
const someBackupSample = fc.constantFrom(
  ...all.filter(
    ([name]) =>
      !/^(?:(?:supporting|resourcegraph|dataprotection)\/|VirtualNetworks_|Subscriptions_|SqlVirtualMachines_)/.test(
        name,
      ),
  ),
);

test('a renamed sample keeps no name, and all that is no name', () => {
  const text = JSON.stringify(renamed(ownSamples['Restores_Trigger'], 7));
  expect(text).not.toMatch(
    /quince|plum|vm-new|rg-new|5b1c8b3e-1111-4222-8333-abcdefabcdef|318273645546372/,
  );
  expect(text).toMatch(/"VM;iaasvmcontainerv2;n\w+;n\w+"/);
  expect(text).toContain('Microsoft.Network/virtualNetworks/');
  expect(text).toContain('"region":"brazilsouth"');
});

describe('a sample comes out alike', () => {
  test('whatever its things are called', () => {
    fc.assert(
      fc.property(someSample, fc.nat(999_999), ([name, sample], salt) => {
        const other = renamed(sample, salt);
        expect(kindAndName(judged(other))).toEqual(kindAndName(originalOf(name)));
      }),
      { numRuns: 300 },
    );
  });

  test('in another version of its plane', () => {
    const versions = ['2016-12-01', '2020-12-31', '2025-02-01', '2026-07-01', '2027-01-01-preview'];
    fc.assert(
      fc.property(someBackupSample, fc.constantFrom(...versions), ([name, sample], version) => {
        const { parameters, responses } = objectIn(sample);
        const old = String(at(parameters, 'api-version'));
        fc.pre(!SECONDARY_VERSIONS.includes(old));
        const other = {
          parameters: { ...objectIn(parameters), 'api-version': version },
          responses,
        };
        expect(kindAndName(judged(other))).toEqual(kindAndName(originalOf(name)));
      }),
    );
  });

  test('with unknown keys', () => {
    fc.assert(
      fc.property(someSample, ([name, sample]) => {
        const other = withStrangeKeys(sample);
        expect(kindAndName(judged(other))).toEqual(kindAndName(originalOf(name)));
      }),
    );
  });

  test('without a key that our schema does not need', () => {
    fc.assert(
      fc.property(someSample, fc.nat(9999), ([name, sample], which) => {
        const original = originalOf(name);
        const [id = ''] = operationsIn(original);
        const less = withoutKey(sample, which);
        const outcome = judged(less, id);
        // A key that is needed may go missing too: then that is what is complained of.
        const isNeeded =
          (outcome.kind === 'fails' && outcome.schemas.length > 0) || lacksItsMachine(name, less);
        fc.pre(original.kind === 'conforms' && !isNeeded);
        expect(outcome).toMatchObject({ kind: 'conforms' });
        expect(judged(less).kind).not.toBe('fails');
      }),
      { numRuns: 500 },
    );
  });
});

/** A value with each object in it changed, from the outside in. */
function rebuilt(value: unknown, change: (object: JsonObject) => JsonObject): unknown {
  if (Array.isArray(value)) return elementsOf(value).map((one) => rebuilt(one, change));
  if (!isObject(value)) return value;
  const entries = Object.entries(change(value));
  return Object.fromEntries(entries.map(([key, one]) => [key, rebuilt(one, change)]));
}

/** The same, with each object in the answers' bodies changed. */
function withBodies(sample: unknown, change: (object: JsonObject) => JsonObject): unknown {
  const { parameters, responses } = objectIn(sample);
  const changed = Object.entries(objectIn(responses)).map(([status, answer]) => {
    const { body, ...rest } = objectIn(answer);
    return [status, body === undefined ? rest : { ...rest, body: rebuilt(body, change) }];
  });
  const answers: unknown = Object.fromEntries(changed);
  return { parameters, responses: answers };
}

/** What holds nothing but lists is a map by name, in which every value is a list. So is what holds things by their ids. */
const isMap = (object: JsonObject): boolean =>
  Object.values(object).every((one) => Array.isArray(one)) ||
  Object.keys(object).every((key) => key.startsWith('/'));

/** The same, with a key of our own in every object of the answers' bodies that is no map. */
const withStrangeKeys = (sample: unknown): unknown =>
  withBodies(sample, (object) => (isMap(object) ? object : { ...object, strangeKey: 'strange' }));

/** A SQL VM is in the simulated world only with its VM, and one key alone names that. */
const lacksItsMachine = (name: string, sample: unknown): boolean =>
  name.startsWith('SqlVirtualMachines_') &&
  !JSON.stringify(sample).includes('"virtualMachineResourceId"');

/** The same without one of the keys of the answers' bodies. */
function withoutKey(sample: unknown, which: number): unknown {
  let keys = 0;
  withBodies(sample, (object) => {
    keys += Object.keys(object).length;
    return object;
  });
  let left = which % Math.max(1, keys);
  const isLeft = (): boolean => {
    left -= 1;
    return left !== -1;
  };
  return withBodies(sample, (object) => Object.fromEntries(Object.entries(object).filter(isLeft)));
}
