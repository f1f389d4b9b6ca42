import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { RestoreOption } from '#src/model/restore-option.ts';
import { RestoreMenu } from '#src/ui/RestoreMenu.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const GONE = 'The source VM no longer exists.';
const options: readonly RestoreOption[] = [
  { text: 'New VM', label: 'Create new virtual machine', search: { option: 'createVm' } },
  {
    text: 'Replace',
    label: 'Replace disk/s',
    search: { option: 'replaceDisks' },
    needsSource: GONE,
    isPrimaryOnly: true,
  },
];

/** The menu of a backup instance, in a page with addresses. */
async function drawMenu(view?: 'secondary') {
  const root = createRootRoute();
  const wizard = createRoute({ getParentRoute: () => root, path: '/restore/new' });
  const router = createRouter({
    routeTree: root.addChildren([wizard]),
    history: createMemoryHistory(),
  });
  await draw(
    <RouterContextProvider router={router}>
      <RestoreMenu
        label="Restore old-crm-01: options"
        search={{ instance: 'old-crm-01', view }}
        options={options}
        blocked={({ needsSource }) => needsSource}
      />
    </RouterContextProvider>,
  );
  await page.getByRole('button', { name: 'Restore old-crm-01: options' }).click();
  return page.getByRole('dialog', { name: 'Restore old-crm-01: options' });
}

test('an option leads to the wizard with what it chooses', async () => {
  const menu = await drawMenu();
  await expect
    .element(menu.getByRole('link', { name: 'New VM Create new virtual machine' }))
    .toHaveAttribute('href', '/restore/new?instance=old-crm-01&option=createVm');
});

test('an option that isn’t possible says why, can have the focus, and leads nowhere', async () => {
  const menu = await drawMenu();
  const replace = menu.getByRole('button', { name: `Replace ${GONE}` });
  await expect.element(replace).toHaveAttribute('aria-disabled', 'true');
  expect(menu.getByRole('link').elements()).toHaveLength(1);
  replace.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(replace).toHaveFocus();
});

test('the secondary region has only what is possible there', async () => {
  const menu = await drawMenu('secondary');
  await expect.element(menu.getByRole('link', { name: /^New VM/ })).toBeVisible();
  expect(menu.getByText('Replace').query()).toBeNull();
});
