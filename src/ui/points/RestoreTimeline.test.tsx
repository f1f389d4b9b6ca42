import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { chooseZone, DAY_MS, instant, type Instant } from '#src/lib/time.ts';
import { RestoreTimeline } from '#src/ui/points/RestoreTimeline.tsx';
import type { TimelinePoint } from '#src/ui/points/timeline.ts';
import { draw } from '#src/ui/testing-draw.tsx';

const at = (text: string): Instant => instant(Date.parse(`${text}Z`));
const now = at('2025-06-05T02:44');

/** A point a night, newest first, of which some differ. */
const nightly: readonly TimelinePoint[] = Array.from({ length: 30 }, (_, index) => ({
  name: `p${String(index)}`,
  time: instant(at('2025-06-04T22:03') - index * DAY_MS),
  consistency: index % 3 === 0 ? 'CrashConsistent' : 'FileSystemConsistent',
  tier: index < 4 ? 'SnapshotAndVault' : 'Vault',
}));

interface Given {
  readonly points?: readonly TimelinePoint[];
  readonly first?: string | null;
  readonly start?: Instant | null;
  readonly offered?: string;
}

function Timeline({ points = nightly, first = 'p1', start = null, offered }: Given) {
  const [chosen, setChosen] = useState(first);
  const [before, setBefore] = useState(start);
  return (
    <div style={{ width: 'min(1300px, 100vw - 32px)' }}>
      <RestoreTimeline
        {...{ points, chosen, before, now }}
        onChoose={setChosen}
        onBefore={setBefore}
        from={null}
        to={null}
        offered={offered ?? null}
      />
      <output>{chosen}</output>
    </div>
  );
}

const slider = () => page.getByRole('slider', { name: 'Time of the restore point' });

const focusSlider = (): void => {
  const element = slider().element();
  if (element instanceof HTMLElement) element.focus();
};

beforeEach(async () => {
  chooseZone('utc');
  await page.viewport(1440, 900);
});
afterEach(() => chooseZone('local'));

/** What the tab says to readers. */
const value = 'aria-valuetext';

/** The words and the shapes that are drawn, in their order. */
function drawing(): string[] {
  const group = page.getByRole('group', { name: 'Timeline of restore points' }).element();
  const words = [...group.querySelectorAll('text')].map((one) => one.textContent);
  const count = (shape: string): string =>
    `${shape} ${String(group.querySelectorAll(`svg ${shape}`).length)}`;
  return [...words, count('circle'), count('pattern')];
}

describe('the slider', () => {
  test('is the row of the chosen point, and goes from point to point by keys', async () => {
    await draw(<Timeline />);
    await expect
      .element(slider())
      .toHaveAttribute(
        value,
        expect.stringContaining(
          '3 Jun 2025, 22:03, file-system consistent, at least 1 d 4 h of changes lost',
        ),
      );
    focusSlider();
    for (const [key, time] of [
      ['ArrowLeft', '2 Jun 2025'],
      ['ArrowRight', '3 Jun 2025'],
      ['PageDown', '27 May 2025'],
      ['PageUp', '3 Jun 2025'],
      ['Home', '6 May 2025'],
      ['End', '4 Jun 2025'],
    ] as const) {
      await userEvent.keyboard(`{${key}}`);
      await expect.element(slider()).toHaveAttribute(value, expect.stringContaining(time));
    }
    await expect.element(slider()).toHaveFocus();
  });

  test('passes by points that can’t be restored or that a list leaves out', async () => {
    const points = nightly.map((point, index) => ({
      ...point,
      isBlocked: index === 2,
      isLeftOut: index === 3,
    }));
    await draw(<Timeline points={points} />);
    focusSlider();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(slider()).toHaveAttribute(value, expect.stringContaining('31 May 2025'));
  });

  test('zooms by + and −, as the buttons do', async () => {
    await draw(<Timeline />);
    await expect.element(page.getByText('7 days')).toBeVisible();
    focusSlider();
    await userEvent.keyboard('-');
    await expect.element(page.getByText('14 days')).toBeVisible();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.element(page.getByText('5 days')).toBeVisible();
  });
});

test('what is drawn: days, what is lost before the moment, and what was written after it', async () => {
  await draw(<Timeline start={at('2025-06-04T14:00')} />);
  await expect.element(page.getByText('Before 14:00')).toBeVisible();
  expect(drawing()).toEqual([
    'Fri 30 May',
    'Sat 31 May',
    'Sun 1 Jun',
    'Mon 2 Jun',
    'Tue 3 Jun',
    'Wed 4 Jun',
    'Thu 5 Jun',
    '15 h 57 min',
    '12 h 44 min',
    '11 May',
    '18 May',
    '25 May',
    'Jun',
    'circle 6',
    'pattern 1',
  ]);
});

test('marks too near to each other are one with their number', async () => {
  const hourly = nightly.map((point, index) => ({
    ...point,
    time: instant(at('2025-06-04T22:03') - index * (DAY_MS / 24)),
  }));
  await draw(<Timeline points={hourly} first={null} />);
  await expect.element(slider()).toHaveAttribute('aria-valuetext', 'None selected');
  expect(drawing().filter((word) => /^\d+$/.test(word)).length).toBeGreaterThan(3);
});

test('a point that is offered is taken by one press', async () => {
  await draw(<Timeline offered="p3" />);
  await page
    .getByRole('button', { name: 'Application: at least 3 d 4 h lost, select 1 Jun 2025, 22:03' })
    .click();
  await expect
    .element(slider())
    .toHaveAttribute(value, expect.stringContaining('1 Jun 2025, 22:03'));
});

test('points without tiers have one lane, and under 640 pixels three days are shown', async () => {
  await page.viewport(400, 800);
  const points = nightly.map(({ name, time }) => ({ name, time }));
  await draw(<Timeline points={points} />);
  await expect.element(slider()).toBeVisible();
  await expect.element(page.getByText('Restore points', { exact: true })).toBeVisible();
  expect(drawing()).toContain('3 Jun');
  await expect.element(page.getByText('Archive')).not.toBeInTheDocument();
});
