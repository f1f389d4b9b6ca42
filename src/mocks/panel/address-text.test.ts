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
    'Scenario “nowhere” doesn’t exist. The address was opened without it.',
    expect.stringContaining('Fault “clock-off:soon” doesn’t exist'),
    expect.stringMatching(/“x{60}…”/),
  ]);
});
