import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Notifications } from '#src/app/notifications/Notifications.tsx';
import { now } from '#src/lib/clock.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { draw } from '#src/ui/testing-draw.tsx';
import { noteStatus, watchedJobs, watchJob } from '#src/wizard/submit/watched.ts';

const JOB =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupJobs/1';

/** The bell, in a page with addresses. */
async function drawBell() {
  const root = createRootRoute();
  const paths = ['/jobs/$jobId', '/restore/$draftId/$step'];
  const routes = paths.map((path) => createRoute({ getParentRoute: () => root, path }));
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory(),
  });
  await draw(
    <QueryClientProvider client={new QueryClient()}>
      <RouterContextProvider router={router}>
        <Notifications buttonClass="" />
      </RouterContextProvider>
    </QueryClientProvider>,
  );
}

test('by keyboard a notification is marked as read and removed, and the focus is back at the bell', async () => {
  setOwner(TEST_OWNER);
  watchJob(JOB, 'app01');
  noteStatus(JOB, 'failed', now());
  await drawBell();
  const bell = page.getByRole('button', { name: 'Notifications, 1 unread' });
  await userEvent.tab();
  await expect.element(bell).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect.element(panel).toMatchTextContent('The restore of app01 failed.');
  await expect.element(panel).toMatchTextContent('Unread');
  await userEvent.tab();
  await expect.element(panel.getByRole('button', { name: 'Mark as read: app01' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => panel.getByText('Unread').query()).toBeNull();
  await expect.element(panel.getByRole('heading', { name: 'Notifications' })).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(panel.getByRole('button', { name: 'Remove: app01' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(panel).toMatchTextContent('Restores you start appear here.');
  expect(watchedJobs()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => panel.query()).toBeNull();
  await expect
    .element(page.getByRole('button', { name: 'Notifications', exact: true }))
    .toHaveFocus();
});
