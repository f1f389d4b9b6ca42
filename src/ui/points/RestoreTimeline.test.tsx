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

beforeEach(async () => {
  chooseZone('utc');
  await page.viewport(1440, 900);
});
afterEach(() => chooseZone('local'));

describe('the slider', () => {
  test('is the row of the chosen point', async () => {
    await draw(<Timeline />);
    await expect
      .element(slider())
      .toHaveAttribute(
        'aria-valuetext',
        '3 Jun 2025, 22:03, file-system consistent, 1 d 4 h 41 min of changes lost',
      );
    await page.screenshot({ path: '/work/w4/test-results/tl-1440.png' });
  });
  test('x', async () => {
    await draw(<Timeline start={at('2025-06-04T14:00')} offered="p3" />);
    await expect.element(slider()).toBeVisible();
    await page.screenshot({ path: '/work/w4/test-results/tl-before.png' });
    await page.viewport(400, 800);
    await page.screenshot({ path: '/work/w4/test-results/tl-400.png' });
    await userEvent.click(slider());
  });
});
