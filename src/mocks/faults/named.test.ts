import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultCatalogue, faultNamed } from '#src/mocks/faults/catalogue.ts';
import { parseFault } from '#src/mocks/faults/fault.ts';

test('each fault of the catalogue can be named, and the documentation names it', () => {
  const page = readFileSync('docs/simulated-azure.md', 'utf8');
  for (const fault of faultCatalogue) expect(faultNamed(fault.id)).toBe(fault);
  expect(faultCatalogue.map(({ id }) => id).filter((id) => !page.includes(`\`${id}\``))).toEqual(
    [],
  );
});

test('arguments are the numbers of the effect; a fault with other numbers is another fault', () => {
  const effectOf = (text: string) => faultNamed(text)?.effect;
  expect(faultNamed('restore-throttled:3600')).toEqual({
    id: 'restore-throttled:3600',
    match: { group: 'restore-start' },
    times: 1,
    effect: { kind: 'throttle', retryAfterSeconds: 3600 },
  });
  expect(effectOf('restore-throttled-date:3600')).toMatchObject({ as: 'date' });
  expect(effectOf('clock-off:-60')).toEqual({ kind: 'clock-off', minutes: -60 });
  expect(effectOf('restore-html-page:511')).toMatchObject({ status: 511 });
  expect(effectOf('restore-html-after:413')).toMatchObject({ status: 413, after: true });
  expect(effectOf('undelete-rejected:413')).toEqual({ kind: 'status', status: 413 });
  expect(effectOf('restore-listed-late:20')).toEqual({ kind: 'listed-late', seconds: 20 });
  expect(effectOf('everything-down:500')).toMatchObject({ status: 500 });
  expect(effectOf('restore-slow:5')).toMatchObject({ seconds: 5 });
  expect(effectOf('job-fails:1')).toMatchObject({ task: 0 });
  expect(effectOf('job-stalls:2,600')).toMatchObject({ task: 1, forSeconds: 600 });
  expect(faultNamed('everything-slow:8')).toBe(faultNamed('everything-slow'));
});

test('a code goes with its own status alone', () => {
  const effectOf = (text: string) => faultNamed(text)?.effect;
  expect(faultNamed('deployment-rejected-after:409')).toBe(faultNamed('deployment-rejected-after'));
  expect(effectOf('deployment-rejected-after')).toMatchObject({ code: 'DeploymentActive' });
  expect(effectOf('deployment-rejected-after:413')).toEqual({
    kind: 'status',
    status: 413,
    after: true,
  });
});

test.each([
  '',
  ':',
  'nothing',
  'constructor',
  'clock-off:',
  'clock-off:abc',
  'clock-off:1.5',
  'clock-off:1,2',
  'clock-off:99999999999',
  'restore-throttled:-1',
  'restore-throttled-bare:5',
  'restore-html-page:204',
  'restore-html-page:99',
  'restore-html-after:204',
  'restore-rejected:418',
  'restore-repeated:2',
  'restore-listed-late:-1',
  'everything-down:418',
  'job-fails:0',
  'job-fails:1,2',
  'job-stalls:1,2,3',
  'restore-half-body:1',
  'offline:now',
])('“%s” means nothing', (text) => {
  expect(faultNamed(text)).toBeNull();
});

test('whatever is named, it is a fault that the simulator takes, or none', () => {
  const names = fc.constantFrom(...faultCatalogue.map(({ id }) => id));
  const text = fc.oneof(
    fc.string(),
    fc
      .tuple(names, fc.oneof(fc.string(), fc.integer().map(String)))
      .map((parts) => parts.join(':')),
  );
  fc.assert(
    fc.property(text, (named) => {
      const fault = faultNamed(named);
      expect(fault === null ? null : parseFault(fault)).toEqual(fault);
    }),
  );
});
