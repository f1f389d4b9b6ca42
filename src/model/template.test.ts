import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  jsonValue,
  memberOf,
  placeAt,
  readJson,
  readTemplate,
  wrongFile,
  type WrongFile,
} from '#src/model/template.ts';

const schemaOf = (file: string) =>
  `https://schema.management.azure.com/schemas/2019-04-01/${file}.json#`;
const schema = schemaOf('deploymentTemplate');

/** A template's text with other parts in it. */
const textOf = (parts: object): string =>
  JSON.stringify({ $schema: schema, contentVersion: '1.0.0.0', resources: [], ...parts }, null, 2);

const kindsIn = (text: string) => readTemplate(text).problems.map(({ kind }) => kind);

describe('a template', () => {
  test('is read with its parameters, whatever they are', () => {
    const { parameters, problems } = readTemplate(
      textOf({
        parameters: {
          vmName: { type: 'String', metadata: { description: 'Its name' } },
          count: { type: 'int', defaultValue: 2, allowedValues: [1, 2] },
          region: { type: 'string', defaultValue: '[resourceGroup().location]' },
        },
      }),
    );
    expect(problems).toEqual([]);
    expect(parameters).toEqual([
      {
        name: 'vmName',
        type: 'string',
        fallback: { kind: 'none' },
        allowed: null,
        description: 'Its name',
        place: { line: 6, column: 5 },
      },
      {
        name: 'count',
        type: 'int',
        fallback: { kind: 'value', value: 2 },
        allowed: [1, 2],
        description: null,
        place: { line: 12, column: 5 },
      },
      {
        name: 'region',
        type: 'string',
        fallback: { kind: 'expression', text: '[resourceGroup().location]' },
        allowed: null,
        description: null,
        place: { line: 20, column: 5 },
      },
    ]);
  });

  test('of the newer form has its resources by name', () => {
    const { resources, problems } = readTemplate(
      textOf({ resources: { nic: { type: 'A/b', name: 'n' } } }),
    );
    expect(problems).toEqual([]);
    expect(resources).toMatchObject([{ type: 'A/b', name: 'n' }]);
  });
});

describe('a problem', () => {
  test.each([
    ['no JSON', '{', ['notJson']],
    ['a list', '[]', ['notObject']],
    ['an empty object', '{}', ['noSchema', 'noVersion', 'noResources']],
    ['a file of parameters', textOf({ $schema: 'deploymentParameters.json#' }), ['noSchema']],
    ['a parameter without a type', textOf({ parameters: { a: {} } }), ['noType']],
    ['a type that is none', textOf({ parameters: { a: { type: 'text' } } }), ['unknownType']],
    ['a resource without a type', textOf({ resources: [{ name: 'n' }] }), ['noResourceType']],
    ['a missing parameter', textOf({ outputs: { a: "[parameters('b')]" } }), ['unknownParameter']],
  ])('is found in %s', (_, text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds);
  });

  test('of a doubled parameter is found at the second one', () => {
    const text = textOf({ parameters: { a: { type: 'int' }, A: { type: 'int' } } });
    expect(readTemplate(text).problems).toEqual([
      { kind: 'doubled', name: 'A', place: { line: 9, column: 5 } },
    ]);
    expect(readTemplate(text).parameters.map(({ name }) => name)).toEqual(['A']);
  });

  test('of one expression is found once', () => {
    const text = textOf({ outputs: { a: "[concat(parameters('b'), parameters('b'))]" } });
    expect(kindsIn(text)).toEqual(['unknownParameter']);
  });

  test('is not made of parameters of a template within', () => {
    const inner = { template: { variables: { x: "[parameters('inner')]" } } };
    expect(kindsIn(textOf({ resources: [{ type: 'A/b', name: 'n', properties: inner }] }))).toEqual(
      [],
    );
  });
});

test('no text breaks it, and what is no object has nothing to send', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { template, problems } = readTemplate(text);
      expect(template === null ? problems : [text]).not.toEqual([]);
    }),
  );
});

const asJson = JSON.stringify;
const template = { $schema: schema, resources: [] };
const parameters = { virtualMachineName: { value: 'vm' } };

const rows: readonly (readonly [what: string, text: string, kind: WrongFile | null])[] = [
  ['a template', asJson(template), null],
  ['a template without a schema', asJson({ resources: [] }), null],
  ['a template without resources', asJson({ $schema: template.$schema, parameters: {} }), null],
  ['a template with a comma too many', `${asJson(template).slice(0, -1)},}`, null],
  ['a template with resources by name', asJson({ ...template, resources: { vm: {} } }), null],
  ['text without any sense', 'nothing', null],
  ['nothing', ' \n', 'empty'],
  ['a ZIP archive', 'PK\u0003\u0004\u0000\u0000', 'noText'],
  ['an image', '\uFFFDPNG', 'noText'],
  ['a web page', '\n<!DOCTYPE html><html></html>', 'web'],
  ['an error of Azure Storage', '<?xml version="1.0"?><Error></Error>', 'web'],
  ['Bicep', "@description('a')\nparam vm string\n", 'bicep'],
  ['Bicep with a comment first', "// a VM\nresource vm 'a@b' = {}", 'bicep'],
  ['an array', asJson([template]), 'list'],
  [
    'the configuration of the VM',
    asJson({ name: 'vm', 'properties.hardwareProfile': {}, 'properties.StorageProfile': {} }),
    'config',
  ],
  ['the same in other letters', asJson({ 'Properties.storageprofile': {} }), 'config'],
  [
    'a parameters file',
    asJson({ $schema: schemaOf('deploymentParameters'), parameters }),
    'parameters',
  ],
  ['a parameters file without a schema', asJson({ parameters }), 'parameters'],
  [
    'a parameters file with a secret of a key vault',
    asJson({ parameters: { key: { reference: {} } } }),
    'parameters',
  ],
  [
    'a template of a subscription',
    asJson({ $schema: schemaOf('subscriptionDeploymentTemplate'), resources: [] }),
    'otherScope',
  ],
  ['a VM as Azure reports it', asJson({ id: '/a', type: 'b', properties: {} }), 'resource'],
  [
    'a deployment as Azure reports it',
    asJson({ id: '/a', type: 'Microsoft.Resources/deployments' }),
    'resource',
  ],
  ['another object', asJson({ name: 'package', version: '1' }), 'otherJson'],
  ['a word', '"template"', 'otherJson'],
];

test.each(rows)('what a file is: %s', (_, text, kind) => {
  expect(wrongFile(text)).toBe(kind);
});

test('every kind of file has a row', () => {
  const all: Readonly<Record<WrongFile, true>> = {
    empty: true,
    noText: true,
    web: true,
    bicep: true,
    list: true,
    config: true,
    parameters: true,
    otherScope: true,
    resource: true,
    otherJson: true,
  };
  expect(new Set(rows.flatMap(([, , kind]) => kind ?? []))).toEqual(new Set(Object.keys(all)));
  expect(rows).toHaveLength(24);
});

const parsed = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  return value;
};

/** What the engine's own parser makes of a text; null: nothing. */
function byEngine(text: string): { readonly value: unknown } | null {
  try {
    return { value: parsed(text) };
  } catch {
    return null;
  }
}

describe('JSON', () => {
  test('is read as the engine reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const text = JSON.stringify(parsed(json), null, space);
        const read = readJson(text);
        expect(read.kind === 'json' && jsonValue(read.root)).toEqual(parsed(text));
      }),
    );
  });

  test('with one letter changed is JSON exactly where the engine says so', () => {
    const letters = fc.constantFrom(
      ...Array.from('{}[]",:\\/ \n\u0001\u007f019-+.eEtfnulu'),
      '\uD800',
      '',
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), letters, (json, at, letter) => {
        const place = at % (json.length + 1);
        const text = `${json.slice(0, place)}${letter}${json.slice(place + 1)}`;
        const read = readJson(text);
        const engine = byEngine(text);
        const value = read.kind === 'json' ? { value: jsonValue(read.root) } : null;
        expect(value).toEqual(engine);
        expect(read.kind === 'fault' ? read.at : 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('may start with a byte order mark', () => {
    expect(readJson('\uFEFF{}')).toMatchObject({ kind: 'json' });
  });

  test('that is nested too deep is a fault and breaks nothing', () => {
    expect(readJson('['.repeat(100_000))).toMatchObject({ kind: 'fault', fault: 'deep' });
  });
});

describe('a fault', () => {
  test.each([
    ['', 'empty', 1, 1],
    ['  \n ', 'empty', 2, 2],
    ['{\n  "a": 1,\n  b: 2\n}', 'key', 3, 3],
    ['{\n  "a" 1\n}', 'colon', 2, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 'comma', 3, 3],
    ['[1, 2', 'unclosed', 1, 1],
    ['{"a": "b', 'unclosed', 1, 7],
    ['{"a": "b\nc"}', 'text', 1, 9],
    ['{"a": 01}', 'comma', 1, 8],
    ['{"a": .5}', 'number', 1, 7],
    ['{"a": yes}', 'unexpected', 1, 7],
    ['{} {}', 'after', 1, 4],
    ['{"a": 1,}', 'key', 1, 9],
  ])('of %j is %s at line %i, column %i', (text, fault, line, column) => {
    const read = readJson(text);
    expect(read).toMatchObject({ kind: 'fault', fault });
    expect(read.kind === 'fault' && placeAt(text, read.at)).toEqual({ line, column });
  });
});

test('lines end with any of three line ends', () => {
  expect(placeAt('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 });
});

test('a member is found in any letter case, and of doubled ones the last', () => {
  const read = readJson('{"Type": 1, "type": 2}');
  const member = read.kind === 'json' ? memberOf(read.root, 'TYPE') : undefined;
  expect(member && jsonValue(member.value)).toBe(2);
});
