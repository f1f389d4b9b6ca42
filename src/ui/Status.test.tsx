import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const TONES: readonly Tone[] = [
  'done',
  'running',
  'warning',
  'failed',
  'waiting',
  'cancelled',
  'impossible',
  'unknown',
];

test('each state has an icon of its own shape, so that none is a color alone', async () => {
  await draw(
    <ul>
      {TONES.map((tone) => (
        <li key={tone}>
          <Status tone={tone}>State</Status>
        </li>
      ))}
    </ul>,
  );
  await expect.element(page.getByRole('listitem').first()).toBeVisible();
  const shapes = page
    .getByRole('listitem')
    .elements()
    .map((one) => one.querySelector('svg path')?.getAttribute('d') ?? null);
  expect(shapes).not.toContain(null);
  expect(new Set(shapes).size).toBe(TONES.length);
});
