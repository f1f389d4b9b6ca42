import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dayText } from '#src/lib/format.ts';
import type { Day } from '#src/lib/time.ts';
import { DateField } from '#src/ui/fields/DateField.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const onChange = vi.fn<(day: Day | null) => void>();

/** A field for the first day of a list. */
function Start({ from = null }: { readonly from?: Day | null }) {
  const [day, setDay] = useState(from);
  return (
    <DateField
      label="Start Time"
      value={day}
      onChange={(next) => {
        onChange(next);
        setDay(next);
      }}
    />
  );
}

const field = () => page.getByRole('textbox', { name: 'Start Time' });
const open = () => page.getByRole('button', { name: 'Calendar for Start Time' });
const popover = () => page.getByRole('dialog', { name: 'Calendar for Start Time' });
/** A day of June 2025 as Fluent names it. */
const dayOfJune = (day: number) =>
  popover().getByRole('gridcell', { name: `${String(day)}, June, 2025`, exact: true });

test('a day with its year is taken while it is typed', async () => {
  onChange.mockClear();
  await draw(<Start />);
  await field().click();
  await userEvent.keyboard('3 jun 202');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.keyboard('5');
  expect(onChange.mock.calls).toEqual([['2025-06-03']]);
  // What is typed stays as typed until the field is left.
  await expect.element(field()).toHaveValue('3 jun 2025');
  await userEvent.keyboard('{Tab}');
  await expect.element(field()).toHaveValue(dayText('2025-06-03'));
});

test('an empty field asks for no day', async () => {
  onChange.mockClear();
  await draw(<Start from="2025-06-03" />);
  await field().fill('');
  expect(onChange.mock.calls).toEqual([[null]]);
});

test('what is no day stays with what is wrong with it, and changes nothing', async () => {
  onChange.mockClear();
  await draw(<Start from="2025-06-03" />);
  await field().fill('31 Feb 2025');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toMatchTextContent('“31 Feb 2025” isn’t a date.');
  await expect.element(field()).toHaveValue('31 Feb 2025');
  await expect.element(field()).toHaveAccessibleDescription(/isn’t a date/);
  expect(onChange).not.toHaveBeenCalled();
});

test('the calendar opens at the day, by keyboard, and gives the focus back', async () => {
  onChange.mockClear();
  await draw(<Start from="2025-06-03" />);
  open().element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(dayOfJune(3)).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(dayOfJune(4)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(onChange.mock.calls).toEqual([['2025-06-04']]);
  expect(popover().query()).toBeNull();
  await expect.element(open()).toHaveFocus();
  await expect.element(field()).toHaveValue(dayText('2025-06-04'));
});

test('Escape closes the calendar and changes nothing', async () => {
  onChange.mockClear();
  await draw(<Start from="2025-06-03" />);
  await open().click();
  await expect.element(dayOfJune(3)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await vi.waitFor(() => expect(popover().query()).toBeNull());
  await expect.element(open()).toHaveFocus();
  expect(onChange).not.toHaveBeenCalled();
});

test('the calendar goes to other months, by names of this page', async () => {
  await draw(<Start from="2025-06-03" />);
  await open().click();
  await expect.element(popover().getByText('June 2025')).toBeVisible();
  await popover()
    .getByRole('button', { name: /^Previous month/ })
    .click();
  await expect.element(popover().getByText('May 2025')).toBeVisible();
  await expect.element(popover().getByRole('columnheader').first()).toHaveTextContent('M');
});
