import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { count, flag, moment, text } from '#src/api/commvault/answers.ts';

const wire = z.object({ text, count, moment, flag });
const nothing = { text: null, count: null, moment: null, flag: null };

test.each([
  ['nothing at all', {}],
  ['null', { text: null, count: null, moment: null, flag: null }],
  ['empty texts', { text: '', count: '', moment: '', flag: '' }],
  ['spaces', { text: ' \t', count: ' ', moment: ' ', flag: ' ' }],
  ['-999', { text: -999, count: -999, moment: -999, flag: -999 }],
  ['-999 as text', { count: '-999', moment: '-999' }],
  ['0 seconds', { moment: 0 }],
  ['another kind', { text: {}, count: [], moment: {}, flag: 1 }],
  ['no number', { count: 'many', moment: 'soon' }],
])('%s is not reported', (_what, body) => {
  expect(wire.parse(body)).toEqual(nothing);
});

test('numbers may be texts, and IDs may be numbers', () => {
  const body = { text: 8163492, count: '365.2', moment: '1763700060', flag: false };
  expect(wire.parse(body)).toEqual({
    text: '8163492',
    count: 365.2,
    moment: 1763700060000,
    flag: false,
  });
  expect(wire.parse({ text: ' 8163492 ', count: 0 })).toMatchObject({ text: '8163492', count: 0 });
});
