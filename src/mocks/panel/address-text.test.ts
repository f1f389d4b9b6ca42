import { expect, test } from 'vitest';
import { problemTexts } from '#src/mocks/panel/address-text.ts';

test('reports the meaningless part of an address once and shortened', () => {
  const long = 'x'.repeat(500);
  const texts = problemTexts([
    { parameter: 'scenario', text: 'nowhere' },
    { parameter: 'fault', text: 'clock-off:soon' },
    { parameter: 'fault', text: `${long}1` },
    { parameter: 'fault', text: `${long}2` },
  ]);
  expect(texts).toEqual([
    'There is no scenario “nowhere”. The address was opened without it.',
    expect.stringContaining('There is no fault “clock-off:soon”'),
    expect.stringMatching(/“x{60}…”/),
  ]);
});
