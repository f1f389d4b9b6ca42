import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { GuardedAction } from '#src/actions/action.ts';
import { ActionPanel } from '#src/actions/ActionPanel.tsx';
import { forgetRecord, keepRecord, type StepRecord } from '#src/actions/record.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import type { Seen } from '#src/model/action.ts';
import { actions as words } from '#src/strings/actions.ts';
import { draw } from '#src/ui/testing-draw.tsx';

/** What is stored of an action is no end: its result is looked for as its page opens. */

let looks: ((seen: Seen) => void)[] = [];
let sent = 0;

const action: GuardedAction = {
  id: 'drawn.vm',
  sentence: 'Start vm',
  plan: { created: [], changed: [], untouched: [], lost: [] },
  confirmName: 'vm',
  steps: [
    {
      id: 'start',
      title: 'Start vm',
      writes: ['/vm'],
      look: () => new Promise((resolve) => void looks.push(resolve)),
      run: async () => {
        sent += 1;
      },
    },
  ],
};

beforeEach(() => {
  setOwner(TEST_OWNER);
  installClock(machineClock);
  forgetRecord(action.id);
  looks = [];
  sent = 0;
});

async function opened(step: Partial<StepRecord>): Promise<QueryClient> {
  const client = new QueryClient();
  const stored = { id: 'start', title: 'Start vm', state: 'refused', at: 0, ...step } as const;
  keepRecord(action.id, { startedAt: 0, sentence: action.sentence, steps: [stored] });
  await draw(
    <QueryClientProvider client={client}>
      <ActionPanel action={action} label="Start" reason={null} />
    </QueryClientProvider>,
  );
  return client;
}

const panel = () => page.getByRole('region', { name: 'Start vm' });
const buttons = () => panel().getByRole('button', { name: /again/ });

test('a stored refusal is looked for once, and its result is found', async () => {
  await opened({ refusedBy: 'service', code: 'Conflict', message: 'A reason.' });
  await expect.element(panel()).toMatchTextContent(words.looking);
  await expect.element(panel()).toMatchTextContent('A reason.');
  // A press during the look would find the action held.
  expect(buttons().elements()).toEqual([]);
  looks[0]?.('done');
  await expect.element(panel()).toMatchTextContent(words.state.found);
  await expect.element(panel()).toMatchTextContent(words.ended);
  expect([looks.length, sent]).toEqual([1, 0]);
});

test('where its result isn’t there it says when that was seen', async () => {
  await opened({ refusedBy: 'service' });
  await expect.poll(() => looks.length).toBe(1);
  looks[0]?.('open');
  await expect.element(panel()).toMatchTextContent(/Its result wasn’t there at \d\d:\d\d/);
  await expect.element(buttons()).toBeVisible();
  expect([looks.length, sent]).toEqual([1, 0]);
});

test.each(['refused', 'unknown'] as const)(
  'what stays %s is looked for while the page is open, and found without a press',
  async (state) => {
    installClock({ ...machineClock, realDelayMs: () => 0 });
    const client = await opened({ state, refusedBy: 'service' });
    client.setQueryData(['elsewhere'], 'as it was');
    for (const [looked, seen] of (['open', 'open', 'open', 'done'] as const).entries()) {
      await expect.poll(() => looks.length).toBe(looked + 1);
      looks[looked]?.(seen);
    }
    await expect.element(panel()).toMatchTextContent(words.ended);
    expect(client.getQueryState(['elsewhere'])).toMatchObject({ isInvalidated: true });
    expect(sent).toBe(0);
  },
);

test('what a press changes during a look is left alone by it', async () => {
  installClock({ ...machineClock, realDelayMs: () => 0 });
  await opened({ state: 'unknown' });
  await expect.poll(() => looks.length).toBe(1);
  looks[0]?.('open');
  await expect.poll(() => looks.length).toBe(2);
  await buttons().first().click();
  await expect.poll(() => looks.length).toBe(3);
  looks[2]?.('done');
  await expect.element(panel()).toMatchTextContent(words.ended);
  looks[1]?.('open');
  await expect.element(panel()).toMatchTextContent(words.ended);
});

test('what a page left while it looked for it is looked for', async () => {
  await opened({ state: 'sent', refusedBy: 'service', message: 'A reason.' });
  await expect.poll(() => looks.length).toBe(1);
  looks[0]?.('open');
  await expect.element(panel()).toMatchTextContent(/Its result wasn’t there at \d\d:\d\d/);
  expect(sent).toBe(0);
});

test('a record of before, which doesn’t say who refused, is looked for too', async () => {
  await opened({});
  await expect.poll(() => looks.length).toBe(1);
  looks[0]?.('done');
  await expect.element(panel()).toMatchTextContent(words.state.found);
});

test('what never left is looked for nowhere', async () => {
  await opened({ refusedBy: 'offline' });
  await expect.element(panel()).toMatchTextContent(words.refused.offline);
  await expect.element(buttons()).toBeVisible();
  expect(looks).toEqual([]);
});

/** As at an address without HTTPS, until the returned function is called. */
function withoutLocks(): () => void {
  const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks');
  if (locks === undefined) throw new Error('this browser has no locks');
  Reflect.deleteProperty(Navigator.prototype, 'locks');
  return () => Object.defineProperty(Navigator.prototype, 'locks', locks);
}

test('a browser that can’t hold tabs apart says so where a plan is confirmed', async () => {
  const restore = withoutLocks();
  try {
    await draw(
      <QueryClientProvider client={new QueryClient()}>
        <ActionPanel action={action} label="Start" reason={null} />
      </QueryClientProvider>,
    );
    await expect.element(panel()).toMatchTextContent(words.noLocks);
  } finally {
    restore();
  }
});
