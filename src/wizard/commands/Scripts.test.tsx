import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { draw } from '#src/ui/testing-draw.tsx';
import { ScriptPanel } from '#src/wizard/commands/Scripts.tsx';
import type { Scripts } from '#src/wizard/commands/script.ts';

const scripts: Scripts = {
  rest: { script: 'POST /restore\n', notes: [] },
  cli: { script: 'az backup restore\n', notes: ['It waits for the job.'] },
  powerShell: { script: null, notes: ['It can’t start this restore.'] },
};

const radio = (name: string) => page.getByRole('radio', { name });

test('the client that is chosen has its script, by arrow keys too', async () => {
  await draw(<ScriptPanel scripts={scripts} hash={null} hidesRest={false} />);
  await expect.element(page.getByRole('group')).toMatchTextContent('POST /restore');
  expect(page.getByRole('list').query()).toBeNull();
  await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(radio('Azure CLI')).toBeChecked();
  await expect.element(page.getByRole('group')).toMatchTextContent('az backup restore');
  await expect.element(page.getByRole('listitem')).toHaveTextContent('It waits for the job.');
});

test('a client that can’t start the restore says why, and has nothing to copy', async () => {
  await draw(<ScriptPanel scripts={scripts} hash={null} hidesRest={false} />);
  await radio('PowerShell').click();
  await expect
    .element(page.getByRole('listitem'))
    .toHaveTextContent('It can’t start this restore.');
  expect(page.getByRole('button').query()).toBeNull();
});

test('beside the request, its script is saved and not written out', async () => {
  await draw(<ScriptPanel scripts={scripts} hash={null} hidesRest />);
  await expect.element(radio('Azure CLI')).toBeChecked();
  await radio('REST').click();
  expect(page.getByText('POST /restore').query()).toBeNull();
  await expect.element(page.getByRole('button', { name: 'Download REST' })).toBeVisible();
});
