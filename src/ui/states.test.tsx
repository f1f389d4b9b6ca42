import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Problem } from '#src/model/problem.ts';
import { EmptyState, ProblemState, SkeletonRows } from '#src/ui/states.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

/** What a place shows in place of its data. After each test axe looks at it. */

const forbidden: Problem = {
  kind: 'forbidden',
  message: 'The client doesn’t have authorization to perform this action.',
  code: 'AuthorizationFailed',
  requestId: '7d3f0f5a-0000-4000-8000-000000000001',
  missingAction: 'Microsoft.RecoveryServices/vaults/read',
  body: '{"error":{"code":"AuthorizationFailed"}}',
  way: 'again',
};

const lost: Problem = {
  ...forbidden,
  kind: 'lost',
  message: 'Azure didn’t answer.',
  code: null,
  requestId: null,
  missingAction: null,
  body: '',
};

test('what is forbidden is an alert that names the permission and the request', async () => {
  await draw(<ProblemState problem={forbidden} what="the restore points" />);
  const alert = page.getByRole('alert');
  await expect
    .element(alert)
    .toMatchTextContent('You don’t have permission to view the restore points.');
  await expect.element(alert).toMatchTextContent('Microsoft.RecoveryServices/vaults/read');
  await expect.element(alert).toMatchTextContent('7d3f0f5a-0000-4000-8000-000000000001');
  await alert.getByText('Details').click();
  await expect.element(alert.getByText('{"error":{"code":"AuthorizationFailed"}}')).toBeVisible();
});

test('what got no answer is read again by one press', async () => {
  const onRetry = vi.fn<() => void>();
  await draw(<ProblemState problem={lost} what="the restores in progress" onRetry={onRetry} />);
  const alert = page.getByRole('alert');
  await expect
    .element(alert)
    .toMatchTextContent('Couldn’t reach Azure to load the restores in progress.');
  await alert.getByRole('button').click();
  expect(onRetry).toHaveBeenCalledOnce();
});

test('what is empty, and what is still being read, says so', async () => {
  await draw(
    <>
      <EmptyState title="Restores you start appear here." />
      <SkeletonRows what="the backup instances" />
    </>,
  );
  await expect.element(page.getByText('Restores you start appear here.')).toBeVisible();
  await expect.element(page.getByRole('progressbar')).toHaveAccessibleName(/backup instances/);
});
