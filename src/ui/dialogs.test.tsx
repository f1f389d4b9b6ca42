import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ConfirmDialog, TitledDialog } from '#src/ui/dialogs.tsx';
import { draw, pressAnyway } from '#src/ui/testing-draw.tsx';

interface DeletionProps {
  readonly onConfirm?: () => void;
  readonly canConfirm?: boolean;
}

/** A command that asks before it deletes. */
function Deletion({ onConfirm, canConfirm = true }: DeletionProps) {
  return (
    <ConfirmDialog
      renderCommand={(opens) => <Button {...opens}>Delete</Button>}
      title="Delete the container?"
      keep="Don’t delete"
      confirm="Delete the container"
      canConfirm={canConfirm}
      onConfirm={() => onConfirm?.()}
    >
      <span>It can’t be undone.</span>
    </ConfirmDialog>
  );
}

const command = () => page.getByRole('button', { name: 'Delete', exact: true });
const dialog = () => page.getByRole('alertdialog', { name: 'Delete the container?' });
const button = (name: string) => dialog().getByRole('button', { name });

describe('a command with a confirmation', () => {
  test('asks first, and the focus goes to what changes nothing', async () => {
    const onConfirm = vi.fn<() => void>();
    await draw(<Deletion onConfirm={onConfirm} />);
    await expect.element(command()).toHaveAttribute('aria-haspopup', 'dialog');
    await command().click();
    await expect.element(dialog()).toMatchTextContent('It can’t be undone.');
    await expect.element(button('Don’t delete')).toHaveFocus();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('that is not meant is none, and the focus goes back to its button', async () => {
    const onConfirm = vi.fn<() => void>();
    await draw(<Deletion onConfirm={onConfirm} />);
    await command().click();
    await button('Don’t delete').click();
    expect(dialog().query()).toBeNull();
    await expect.element(command()).toHaveFocus();
    await command().click();
    await userEvent.keyboard('{Escape}');
    expect(dialog().query()).toBeNull();
    await expect.element(command()).toHaveFocus();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('is confirmed once, however often one presses', async () => {
    const onConfirm = vi.fn<() => void>();
    await draw(<Deletion onConfirm={onConfirm} />);
    await command().click();
    await userEvent.dblClick(button('Delete the container'));
    await vi.waitFor(() => expect(onConfirm).toHaveBeenCalledOnce());
    expect(dialog().query()).toBeNull();
  });

  test('is confirmed once by two presses within one tick', async () => {
    const onConfirm = vi.fn<() => void>();
    await draw(<Deletion onConfirm={onConfirm} />);
    await command().click();
    await expect.element(button('Delete the container')).toBeVisible();
    pressAnyway(button('Delete the container'), 2);
    await expect.element(command()).toHaveFocus();
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  test('that can’t be confirmed yet sends nothing', async () => {
    const onConfirm = vi.fn<() => void>();
    await draw(<Deletion onConfirm={onConfirm} canConfirm={false} />);
    await command().click();
    await expect.element(button('Delete the container')).toHaveAttribute('aria-disabled', 'true');
    pressAnyway(button('Delete the container'));
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog()).toBeVisible();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  test('stays where one presses beside it', async () => {
    await draw(<Deletion />);
    await command().click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.click(document.documentElement, { position: { x: 5, y: 5 } });
    await expect.element(dialog()).toBeVisible();
  });
});

/** A dialog with a field. */
function Naming({ onSubmit }: { readonly onSubmit: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open</Button>
      {isOpen && (
        <TitledDialog
          title="Name it"
          onClosed={() => setIsOpen(false)}
          onSubmit={(close) => {
            close();
            onSubmit();
          }}
          renderActions={(close) => (
            <>
              <Button type="button" onClick={close}>
                Cancel
              </Button>
              <Button type="submit">Save</Button>
            </>
          )}
        >
          <Input aria-label="Name" />
        </TitledDialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  test('holds the focus, and the page below is out of reach', async () => {
    await draw(<Naming onSubmit={() => undefined} />);
    await page.getByRole('button', { name: 'Open' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await expect.element(name).toHaveFocus();
    expect(page.getByRole('dialog', { name: 'Name it' }).element().matches(':modal')).toBe(true);
    await userEvent.tab();
    await userEvent.tab();
    await expect.element(page.getByRole('button', { name: 'Save' })).toHaveFocus();
  });

  test('is submitted by Enter in its field', async () => {
    const onSubmit = vi.fn<() => void>();
    await draw(<Naming onSubmit={onSubmit} />);
    await page.getByRole('button', { name: 'Open' }).click();
    await userEvent.keyboard('app01{Enter}');
    await vi.waitFor(() => expect(onSubmit).toHaveBeenCalledOnce());
    await expect.element(page.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});
