import { useForm } from 'react-hook-form';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ChoiceField } from '#src/ui/fields/ChoiceField.tsx';
import { blockedBy, draw, pressAnyway } from '#src/ui/testing-draw.tsx';

interface Values {
  mode: string | null;
}

const modes = [
  { value: 'createNew', label: 'Create new' },
  { value: 'replaceExisting', label: 'Replace existing' },
  { value: 'files', label: 'Files', warning: 'Takes a script.' },
];

const RULE = 'Replace existing doesn’t support encrypted VMs.';

/** A form with three radios, of which the second can't be chosen. */
function Mode() {
  const { control, setError, setValue } = useForm<Values>({
    defaultValues: { mode: 'createNew' },
  });
  const instead = { label: 'Files', field: 'mode', apply: () => setValue('mode', 'files') };
  return (
    <>
      <ChoiceField<Values>
        control={control}
        name="mode"
        label="Restore configuration"
        errorText={(code) => `Wrong: ${code}`}
        options={modes}
        judge={(value) =>
          value === 'replaceExisting' ? { blocked: blockedBy(RULE, instead) } : {}
        }
      />
      <button type="button" onClick={() => setError('mode', { message: 'mode.files' })}>
        Next
      </button>
    </>
  );
}

const group = () => page.getByRole('radiogroup', { name: 'Restore configuration' });
const radio = (name: string) => page.getByRole('radio', { name });
const why = () => page.getByRole('button', { name: 'Why isn’t Replace existing possible?' });
const hideWhy = () => page.getByRole('button', { expanded: true });
const instead = () => page.getByRole('button', { name: /Files/ });

test('a press chooses, and so do the arrow keys', async () => {
  await draw(<Mode />);
  await expect.element(group()).toBeVisible();
  await radio('Files').click();
  await expect.element(radio('Files')).toBeChecked();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('Create new')).toBeChecked();
  await expect.element(radio('Create new')).toHaveFocus();
});

describe('a radio that can’t be chosen', () => {
  test('keeps its place, and says so', async () => {
    await draw(<Mode />);
    await expect.element(radio('Replace existing')).toHaveAttribute('aria-disabled', 'true');
    await expect.element(radio('Create new')).toHaveAttribute('aria-disabled', 'false');
    await expect.element(page.getByText('Not supported')).toBeVisible();
  });

  test('is not chosen by a press', async () => {
    await draw(<Mode />);
    pressAnyway(radio('Replace existing'));
    await expect.element(radio('Create new')).toBeChecked();
    await expect.element(radio('Replace existing')).not.toBeChecked();
    await expect.element(page.getByText(RULE)).toBeVisible();
  });

  test('has the focus by arrow key, is not chosen, and explains itself', async () => {
    await draw(<Mode />);
    await userEvent.tab();
    await expect.element(radio('Create new')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Replace existing')).toHaveFocus();
    await expect.element(radio('Create new')).toBeChecked();
    await expect.element(page.getByText(RULE)).toBeVisible();
    await expect.element(radio('Replace existing')).toHaveFocus();
  });

  test('why it is refused opens and closes by the button beside it', async () => {
    await draw(<Mode />);
    await expect.element(why()).toHaveAttribute('aria-expanded', 'false');
    await why().click();
    await expect
      .element(hideWhy())
      .toHaveAccessibleName('Hide why Replace existing isn’t possible');
    await expect.element(instead()).toBeVisible();
    await hideWhy().click();
    await expect.element(why()).toHaveAttribute('aria-expanded', 'false');
    expect(page.getByText(RULE).query()).toBeNull();
  });

  test('its explanation takes the focus where Why was pressed', async () => {
    await draw(<Mode />);
    await why().click();
    await expect
      .element(page.getByRole('group', { name: 'Why isn’t Replace existing possible?' }))
      .toHaveFocus();
  });

  test('what to choose instead is chosen, and its field takes the focus', async () => {
    await draw(<Mode />);
    await why().click();
    await instead().click();
    await expect.element(radio('Files')).toBeChecked();
    expect(page.getByText(RULE).query()).toBeNull();
  });
});

test('a warning describes its radio', async () => {
  await draw(<Mode />);
  await expect.element(radio('Files')).toHaveAccessibleDescription('Takes a script.');
});

test('what is wrong stands at the group', async () => {
  await draw(<Mode />);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(group()).toHaveAccessibleDescription(/Wrong: mode\.files/);
  await expect.element(group()).toHaveAttribute('aria-invalid', 'true');
});
