import { useForm } from 'react-hook-form';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CheckField, TextField } from '#src/ui/fields/TextField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { draw, explained } from '#src/ui/testing-draw.tsx';

interface Values {
  name: string | null;
  staging: string | null;
  managed: boolean;
}

const labels = { name: 'Virtual machine name', staging: 'Staging Location' };

/** What each empty field is refused by. */
const errorText = (code: string) =>
  code === 'name.required' ? 'Enter a name for the new VM.' : 'Select a Staging Location.';

interface StepProps {
  readonly onNext?: (values: Values) => void;
  readonly elsewhere?: (field: string) => boolean;
  readonly withoutStaging?: boolean;
}

/** A step with three fields, of which two must be filled in. */
function Step({ onNext, elsewhere, withoutStaging = false }: StepProps) {
  const form = useForm<Values>({
    defaultValues: { name: null, staging: null, managed: false },
    resolver: (values) => {
      const wrong = (['name', 'staging'] as const).filter((field) => values[field] === null);
      if (wrong.length === 0) return { values, errors: {} };
      const errorOf = (field: string) => ({ type: 'custom', message: `${field}.required` });
      return {
        values: {},
        errors: Object.fromEntries(wrong.map((field) => [field, errorOf(field)])),
      };
    },
    shouldFocusError: false,
  });
  const { control, getValues } = form;
  const refused = { labels, errorText, explainError: () => explained('It is needed.') };
  const texts = { errorText, control };
  return (
    <>
      <StepForm<Values>
        id="step"
        form={{ ...form, refused, ...(elsewhere !== undefined && { elsewhere }) }}
        onNext={() => onNext?.(getValues())}
      >
        <TextField<Values> {...texts} name="name" label={labels.name} hint="At most 64 letters." />
        {!withoutStaging && (
          <SelectField<Values>
            {...texts}
            name="staging"
            label={labels.staging}
            placeholder="Select one"
            options={[{ value: 'stlrs', label: 'stlrs (LRS)' }]}
          />
        )}
        <CheckField control={control} name="managed" label="Restore as managed disks" />
      </StepForm>
      <button type="submit" form="step">
        Next
      </button>
    </>
  );
}

const TITLE = /^\d fields? needs? your attention/;
const next = () => page.getByRole('button', { name: 'Next' });
const name = () => page.getByRole('textbox', { name: labels.name });
const staging = () => page.getByRole('combobox', { name: labels.staging });
const alert = () => page.getByRole('alert');
const line = (label: string) =>
  page.getByRole('listitem').getByRole('button', { name: label, exact: true });

/** The summary, read out or not. */
const summary = () => alert().or(page.getByRole('group', { name: TITLE }));

async function chooseStaging(): Promise<void> {
  await staging().click();
  await page.getByRole('option', { name: 'stlrs (LRS)' }).click();
}

describe('Next where fields are empty', () => {
  test('is one alert with a line for each, which has the focus', async () => {
    const onNext = vi.fn<(values: Values) => void>();
    await draw(<Step onNext={onNext} />);
    await next().click();
    await expect.element(alert()).toHaveFocus();
    expect(alert().elements()).toHaveLength(1);
    await expect.element(alert()).toMatchTextContent('2 fields need your attention');
    const lines = page
      .getByRole('listitem')
      .elements()
      .map(({ textContent }) => textContent);
    expect(lines).toEqual([
      expect.stringContaining('Virtual machine nameEnter a name for the new VM.'),
      expect.stringContaining('Staging LocationSelect a Staging Location.'),
    ]);
    expect(onNext).not.toHaveBeenCalled();
  });

  test('each line leads to its field', async () => {
    await draw(<Step />);
    await next().click();
    await line(labels.staging).click();
    await expect.element(staging()).toHaveFocus();
    await line(labels.name).click();
    await expect.element(name()).toHaveFocus();
  });

  test('by keyboard alone', async () => {
    await draw(<Step />);
    await name().click();
    await userEvent.keyboard('{Enter}');
    await expect.element(alert()).toHaveFocus();
    await userEvent.tab();
    await expect.element(line(labels.name)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(name()).toHaveFocus();
  });

  test('each field says what it lacks, without an alert of its own', async () => {
    await draw(<Step />);
    await expect.element(name()).toHaveAccessibleDescription('At most 64 letters.');
    await next().click();
    await expect.element(name()).toHaveAttribute('aria-invalid', 'true');
    await expect.element(name()).toHaveAccessibleDescription(/Enter a name for the new VM\./);
    await expect.element(staging()).toHaveAccessibleDescription(/Select a Staging Location\./);
  });

  test('why opens at a line, and takes the focus', async () => {
    await draw(<Step />);
    await next().click();
    const why = 'Why is Virtual machine name rejected?';
    await page.getByRole('listitem').getByRole('button', { name: why }).click();
    const opened = page.getByRole('listitem').getByRole('group', { name: why });
    await expect.element(opened).toHaveFocus();
    await expect.element(opened).toMatchTextContent('It is needed.');
  });

  test('a line whose field another step asks for leads there', async () => {
    const elsewhere = vi.fn<(field: string) => boolean>(() => true);
    await draw(<Step elsewhere={elsewhere} withoutStaging />);
    await next().click();
    await line(labels.staging).click();
    expect(elsewhere.mock.calls).toEqual([['staging']]);
  });
});

test('a second press of Next is a new alert, which has the focus again', async () => {
  await draw(<Step />);
  await next().click();
  const first = alert().element();
  await staging().click();
  await userEvent.keyboard('{Escape}');
  await next().click();
  await expect.element(alert()).toHaveFocus();
  expect(first.isConnected).toBe(false);
});

describe('what is mended', () => {
  test('is content at once', async () => {
    await draw(<Step />);
    await next().click();
    await chooseStaging();
    await expect.element(staging()).not.toHaveAttribute('aria-invalid', 'true');
    await expect.element(name()).toHaveAttribute('aria-invalid', 'true');
    await name().fill('app01-night');
    await expect.element(name()).not.toHaveAttribute('aria-invalid', 'true');
  });

  test('goes away without a word, and the next press speaks again', async () => {
    const onNext = vi.fn<(values: Values) => void>();
    await draw(<Step onNext={onNext} />);
    await next().click();
    await expect.element(alert()).toBeVisible();
    await name().fill('app01-night');
    await expect.element(summary()).toMatchTextContent('1 field needs your attention');
    expect(alert().query()).toBeNull();
    await next().click();
    await expect.element(alert()).toMatchTextContent('1 field needs your attention');
    await expect.element(alert()).toHaveFocus();
    await chooseStaging();
    expect(summary().query()).toBeNull();
    await next().click();
    await vi.waitFor(() => expect(onNext).toHaveBeenCalledOnce());
  });
});

test('a field that is emptied is not chosen', async () => {
  const onNext = vi.fn<(values: Values) => void>();
  await draw(<Step onNext={onNext} />);
  await name().fill('app01');
  await name().fill('');
  await next().click();
  await expect.element(name()).toHaveAccessibleDescription(/Enter a name for the new VM\./);
  expect(onNext).not.toHaveBeenCalled();
});

test('a check box is of the form, by its label and by the space bar', async () => {
  const onNext = vi.fn<(values: Values) => void>();
  await draw(<Step onNext={onNext} />);
  await name().fill('app01');
  await chooseStaging();
  const box = page.getByRole('checkbox', { name: 'Restore as managed disks' });
  await box.click();
  await userEvent.keyboard(' ');
  await userEvent.keyboard(' ');
  await expect.element(box).toBeChecked();
  await next().click();
  await vi.waitFor(() =>
    expect(onNext.mock.calls).toEqual([[{ name: 'app01', staging: 'stlrs', managed: true }]]),
  );
});
