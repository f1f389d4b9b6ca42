import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTemplate } from '#src/model/template.ts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

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
