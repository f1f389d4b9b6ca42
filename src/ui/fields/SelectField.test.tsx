import { useForm, useWatch } from 'react-hook-form';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Explanation } from '#src/ui/explanation.tsx';
import { SelectField, type SelectFieldProps } from '#src/ui/fields/SelectField.tsx';
import { blockedBy, draw, pressAnyway } from '#src/ui/testing-draw.tsx';

interface Values {
  staging: string | null;
}

const accounts = ['stgrs (GRS)', 'stzrs (ZRS)', 'stlrs (LRS)'].map((value) => ({
  value,
  label: value,
}));

type StagingProps = Partial<
  Pick<SelectFieldProps<Values>, 'judge' | 'noteOf' | 'refusedBy' | 'hint'>
> & {
  readonly instead?: boolean;
};

const ZRS = 'An account with zone redundancy can’t be used.';

/** A form with one list, of which one account can't be chosen. */
function Staging({ instead = false, ...props }: StagingProps) {
  const { control, setValue } = useForm<Values>({ defaultValues: { staging: null } });
  const chosen = useWatch({ control, name: 'staging' });
  const way: Explanation['instead'] = instead
    ? { label: 'stlrs (LRS)', field: 'staging', apply: () => setValue('staging', 'stlrs (LRS)') }
    : null;
  return (
    <>
      <SelectField<Values>
        control={control}
        name="staging"
        label="Staging Location"
        placeholder="Select one"
        errorText={(code) => `Wrong: ${code}`}
        options={accounts}
        judge={(value) => (value === 'stzrs (ZRS)' ? { blocked: blockedBy(ZRS, way) } : {})}
        {...props}
      />
      <output aria-label="In the form">{chosen ?? 'nothing'}</output>
    </>
  );
}

const field = () => page.getByRole('combobox', { name: 'Staging Location' });
const inForm = () => page.getByRole('status', { name: 'In the form' });
const explanation = () => page.getByRole('group', { name: 'stzrs (ZRS) isn’t possible.' });
const option = (name: RegExp) => page.getByRole('option', { name });

async function choose(name: RegExp): Promise<void> {
  await field().click();
  await option(name).click();
}

async function chooseRefused(): Promise<void> {
  await field().click();
  await expect.element(option(/^stzrs/)).toBeVisible();
  pressAnyway(option(/^stzrs/));
}

test('an entry that is chosen stands in the form', async () => {
  await draw(<Staging />);
  await choose(/^stgrs/);
  await expect.element(inForm()).toHaveTextContent('stgrs (GRS)');
  await expect.element(field()).toHaveTextContent('stgrs (GRS)');
});

describe('an entry that can’t be chosen', () => {
  test('is listed last, with why in a few words', async () => {
    await draw(<Staging />);
    await field().click();
    const texts = page
      .getByRole('option')
      .elements()
      .map(({ textContent }) => textContent);
    expect(texts).toEqual(['stgrs (GRS)', 'stlrs (LRS)', 'stzrs (ZRS)Not supported']);
    await expect.element(option(/^stzrs/)).toHaveAttribute('aria-disabled', 'true');
  });

  test('is not chosen by a press, and explains itself', async () => {
    await draw(<Staging />);
    await choose(/^stgrs/);
    await chooseRefused();
    await expect.element(explanation()).toBeVisible();
    await expect.element(explanation()).toMatchTextContent(ZRS);
    await expect.element(explanation()).toMatchTextContent('The region is down');
    await expect.element(explanation()).toMatchTextContent('Restore Azure VMs, 30 Nov 2024');
    await expect.element(field()).toMatchTextContent('stgrs (GRS)');
    await expect.element(inForm()).toMatchTextContent('stgrs (GRS)');
  });

  test('is not chosen by the keyboard either, and the field keeps the focus', async () => {
    await draw(<Staging />);
    await userEvent.tab();
    await userEvent.keyboard('{End}{Enter}');
    await expect.element(explanation()).toBeVisible();
    await expect.element(inForm()).toHaveTextContent('nothing');
    await expect.element(field()).toHaveFocus();
  });

  test('is read out with its rule', async () => {
    await draw(<Staging />);
    await chooseRefused();
    await expect
      .element(explanation().getByRole('status'))
      .toHaveTextContent(`stzrs (ZRS) isn’t possible. ${ZRS}`);
  });

  test('its explanation closes, and its field takes the focus', async () => {
    await draw(<Staging />);
    await chooseRefused();
    await explanation().getByRole('button', { name: 'Hide why' }).click();
    expect(explanation().query()).toBeNull();
    await expect.element(field()).toHaveFocus();
  });

  test('its explanation goes once another entry is chosen', async () => {
    await draw(<Staging />);
    await chooseRefused();
    await choose(/^stlrs/);
    expect(explanation().query()).toBeNull();
    await expect.element(inForm()).toHaveTextContent('stlrs (LRS)');
  });

  test('what to choose instead is chosen by a press, and its field takes the focus', async () => {
    await draw(<Staging instead />);
    await chooseRefused();
    await explanation().getByRole('button', { name: /stlrs/ }).click();
    expect(explanation().query()).toBeNull();
    await expect.element(inForm()).toHaveTextContent('stlrs (LRS)');
    await expect.element(field()).toHaveFocus();
  });
});

test('what refuses the choice describes the field', async () => {
  await draw(<Staging refusedBy="staging.region" />);
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field()).toHaveAccessibleDescription(/Wrong: staging\.region/);
});

test.each([1280, 600])(
  'an error and a hint stand one below the other in %d pixels',
  async (width) => {
    await page.viewport(width, 720);
    await draw(<Staging refusedBy="staging.region" hint="Suggested as used last" />);
    const boxOf = (text: string | RegExp) => page.getByText(text).element().getBoundingClientRect();
    const hint = boxOf('Suggested as used last');
    const error = boxOf(/^Wrong: /);
    expect(hint.top).toBeGreaterThanOrEqual(error.bottom - 1);
    // The error has an icon before it.
    expect(Math.abs(hint.left - error.left)).toBeLessThan(24);
    await page.viewport(1280, 720);
  },
);

test('what couldn’t be checked is read again from beside the field', async () => {
  const go = vi.fn<() => void>();
  const unchecked = { short: 'Not checked', again: { label: 'Check again', go } };
  await draw(<Staging noteOf={() => unchecked} judge={() => ({ unchecked })} />);
  await choose(/^stgrs/);
  await expect.element(page.getByText('Not checked')).toBeVisible();
  await page.getByRole('button', { name: 'Check again' }).click();
  expect(go).toHaveBeenCalledOnce();
});
