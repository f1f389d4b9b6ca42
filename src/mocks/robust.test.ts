import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { newMachine } from '#src/mocks/testing-manners.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { routes } from '#src/mocks/routes.ts';

/** Nothing that a client sends makes the simulated Azure throw, or answer a 5xx of its own. */

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 5000);

const nasty = fc.constantFrom(
  '',
  '%',
  '%zz',
  '%00',
  '..',
  '__proto__',
  'constructor',
  'Ω≠;\u2028',
  "' or 1 eq 1",
  'x'.repeat(3000),
  '-1',
  '1e999',
);
const text = fc.oneof(nasty, fc.string(), fc.string({ unit: 'binary' }));
const known: Readonly<Record<string, string>> = {
  sub: '00000000-0000-0000-0000-000000000000',
  rg: 'testVaultRG',
  vault: 'testVault',
  fabric: 'Azure',
  container: 'iaasvmcontainer;iaasvmcontainerv2;testRG;testVM',
  item: 'VM;testRG;testVM',
  point: '20982486783671',
};

/** Text as a client may write it into an address: encoded, or as it is where a URL can hold it. */
const escaped = (part: string): string =>
  /^[\w%.;' -]*$/.test(part) ? part : encodeURIComponent(part.toWellFormed());

function filled(pattern: string): fc.Arbitrary<string> {
  const parts = pattern.split('/').map((part) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const right = known[part.slice(1, -1)];
    return right === undefined
      ? text
      : fc.oneof({ weight: 9, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: text });
  });
  return fc.tuple(...parts).map((made) => made.map(escaped).join('/'));
}

const version = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('2019-05-13', '2023-01-15', '2024-04-01') },
  { weight: 1, arbitrary: text },
);
const filter = fc.oneof(
  fc.constant("backupManagementType eq 'AzureIaasVM'"),
  fc.constant("startTime eq '2025-99-99 12:00:00 AM'"),
  fc.tuple(text, text).map(([key, value]) => `${key} eq '${value}'`),
  text,
);
const query = fc
  .record(
    { 'api-version': version, $filter: filter, $skipToken: text, $expand: text, t: text, s: text },
    { requiredKeys: ['api-version'] },
  )
  .map((values) => new URLSearchParams(values).toString());

/** JSON with one value somewhere in it replaced by anything. */
const spoiled = (whole: object): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...Object.keys(whole)), fc.jsonValue(), fc.boolean())
    .map(([key, value, isSpoiled]) =>
      JSON.stringify({ properties: isSpoiled ? { ...whole, [key]: value } : whole }),
    );
const kql = fc.oneof(
  fc
    .constantFrom('resources', 'recoveryservicesresources', 'resourcecontainers')
    .chain((table) =>
      fc
        .array(
          fc.constantFrom(
            'where',
            'project',
            'extend',
            '|',
            '(',
            ')',
            ',',
            '==',
            '=~',
            'id',
            "'x'",
            '1',
            'and',
            'not',
            'tostring(',
            'split(',
            'order by',
            'summarize',
            'count()',
            'ago(1d)',
            'take',
            'join',
          ),
          { maxLength: 12 },
        )
        .map((words) => `${table} | ${words.join(' ')}`),
    ),
  fc.integer({ min: 1, max: 20_000 }).map((deep) => `resources | where ${'('.repeat(deep)}1`),
  fc.integer({ min: 1, max: 20_000 }).map((deep) => `resources | where ${'not('.repeat(deep)}`),
  fc
    .tuple(fc.constantFrom('.a', '[0]', '[id]', " and id == 'x'"), fc.nat(20_000))
    .map(([link, length]) => `resources | where properties${link.repeat(length)} == 1`),
  fc
    .nat(2000)
    .map((deep) => `resources${' | join (resources'.repeat(deep)}${') on id'.repeat(deep)}`),
  text,
);
const deepExtra = fc.nat(20_000).map((deep) => {
  const whole = JSON.stringify(exampleRestore);
  return whole.replace(
    '"properties":{',
    `"properties":{"x":${'['.repeat(deep)}${']'.repeat(deep)},`,
  );
});
const body = fc.oneof(
  deepExtra,
  spoiled({ ...exampleRestore.properties, ...newMachine }),
  spoiled(exampleRestore.properties),
  // A whole body that some operations take.
  fc.constant('{"properties":{}}'),
  kql.map((words) => JSON.stringify({ query: words })),
  fc
    .record({ query: kql, options: fc.jsonValue(), subscriptions: fc.jsonValue() })
    .map((value) => JSON.stringify(value)),
  fc.json(),
  fc.integer({ min: 1, max: 50_000 }).map((deep) => '['.repeat(deep)),
  fc
    .integer({ min: 1, max: 20_000 })
    .map((deep) => `${'{"properties":'.repeat(deep)}1${'}'.repeat(deep)}`),
  text,
);

const headerValue = fc.string({ unit: 'grapheme-ascii' }).map((value) => value.trim());
const strangePath = fc.oneof(
  fc.array(text).map((parts) => `/${parts.map(escaped).join('/')}`),
  fc.constantFrom(exampleItem, exampleVault, '/', '//', '/subscriptions//'),
);
const strangeMethod = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'X-ODD');

/** Mostly an operation that there is, with its own method and path. */
const target = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .oneof(
        { weight: 3, arbitrary: fc.constantFrom(...routes) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(...routes.filter(({ method }) => method !== 'GET')),
        },
      )
      .chain(({ method, path }) => fc.record({ method: fc.constant(method), path: filled(path) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...routes)
      .chain(({ path }) => fc.record({ method: strangeMethod, path: filled(path) })),
  },
  { weight: 1, arbitrary: fc.record({ method: strangeMethod, path: strangePath }) },
);
const headers = fc.record({
  authorization: fc.oneof({ weight: 9, arbitrary: fc.constant('Bearer token') }, headerValue),
  'x-ms-client-request-id': headerValue,
});

test(`nothing that a client sends breaks it, in ${RUNS} requests`, async () => {
  const { azure } = testAzure({ ...originOf('default'), pageSize: 3 });
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(target, query, headers, body, async ({ method, path }, what, head, sent) => {
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const answer = await azure.fetch(
        new Request(`https://management.azure.com${path}?${what}`, {
          method,
          headers: head,
          ...(hasBody ? { body: sent } : {}),
        }),
      );
      seen.add(answer.status);
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: RUNS },
  );
  // It went to the services, and not only to the front door.
  expect([...seen]).toEqual(expect.arrayContaining([200, 202, 204, 400, 401, 403, 404]));
});
