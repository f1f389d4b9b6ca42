import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FilterPill, type FilterPillProps } from '#src/ui/filters/FilterPill.tsx';
import { ListFilters, type ListFiltersProps } from '#src/ui/filters/ListFilters.tsx';
import { draw, pressAnyway } from '#src/ui/testing-draw.tsx';

const vaults: FilterPillProps['options'] = [
  { value: 'prod', text: 'rsv-prod-weu' },
  { value: 'hq', text: 'rsv-hq-neu', blocked: 'Cross Region Restore is off' },
  { value: 'dev', text: 'rsv-dev-weu' },
];

/** A filter that shows its choices at once. */
function Vaults(props: Partial<FilterPillProps>) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <FilterPill name="Vault" options={vaults} chosen={chosen} onChange={setChosen} {...props} />
  );
}

const pill = () => page.getByRole('button', { name: /^Vault: / });
const box = (name: string | RegExp) => page.getByRole('checkbox', { name });
const choices = () => page.getByRole('dialog', { name: 'Vault' });

describe('a filter', () => {
  test('says what is chosen, and opens with the focus in it', async () => {
    await draw(<Vaults />);
    await expect.element(pill()).toHaveAccessibleName('Vault: all');
    await pill().click();
    await expect.element(box('rsv-prod-weu')).toHaveFocus();
    await userEvent.keyboard(' ');
    await expect.element(box('rsv-prod-weu')).toBeChecked();
    await expect.element(pill()).toHaveAccessibleName('Vault: rsv-prod-weu');
  });

  test('closes by Escape, and the focus goes back to it', async () => {
    await draw(<Vaults />);
    await pill().click();
    await expect.element(choices()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(choices().query()).toBeNull();
    await expect.element(pill()).toHaveFocus();
  });

  test('what cannot be chosen says why, and stays open for who reads it', async () => {
    const onChange = vi.fn<FilterPillProps['onChange']>();
    await draw(<Vaults onChange={onChange} />);
    await pill().click();
    const off = box('rsv-hq-neu: Cross Region Restore is off');
    await expect.element(off).toHaveAttribute('aria-disabled', 'true');
    off.element().focus();
    await userEvent.keyboard(' ');
    await expect.element(off).not.toBeChecked();
    pressAnyway(off);
    await expect.element(off).not.toBeChecked();
    expect(onChange).not.toHaveBeenCalled();
  });

  test('one of which one value holds has no way to none', async () => {
    await draw(<Vaults isOneOf />);
    await pill().click();
    await box('rsv-prod-weu').click();
    await box('rsv-dev-weu').click();
    await expect.element(box('rsv-prod-weu')).not.toBeChecked();
    await expect.element(pill()).toHaveAccessibleName('Vault: rsv-dev-weu');
    expect(choices().getByRole('button').query()).toBeNull();
  });

  test('of many choices is searched, and not all are drawn at once', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      value: String(at),
      text: `vault-${String(at)}`,
    }));
    await draw(<Vaults options={many} />);
    await pill().click();
    expect(page.getByRole('checkbox').elements()).toHaveLength(60);
    await page.getByRole('textbox').fill('VAULT-19');
    await expect.poll(() => page.getByRole('checkbox').elements().length).toBe(11);
    await page.getByRole('textbox').fill('nothing');
    expect(page.getByRole('checkbox').query()).toBeNull();
  });

  test('whose choices could not be read offers to read them again', async () => {
    const onRetry = vi.fn<() => void>();
    await draw(<Vaults options={undefined} retry={{ way: 'again', onRetry }} />);
    await pill().click();
    await choices().getByRole('button', { name: 'Try again' }).click();
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('the filters of a list', () => {
  const status = {
    part: 'status',
    label: 'Status',
    options: [
      { value: 'failed', text: 'Failed' },
      { value: 'completed', text: 'Completed' },
    ],
  };
  const search = { part: 'search', label: 'Search', value: '' };
  const add = () => page.getByRole('button', { name: 'Add filter' });

  const NONE: readonly string[] = [];

  /** A list with one filter, which follows what is chosen. */
  function Listed({ chosen: first = NONE }: { readonly chosen?: readonly string[] }) {
    const [chosen, setChosen] = useState(first);
    return (
      <ListFilters
        search={search}
        filters={[{ ...status, chosen }]}
        onChange={(change) => setChosen(change['status']?.split(',') ?? [])}
      />
    );
  }

  test('two values chosen right after each other both count', async () => {
    const onChange = vi.fn<ListFiltersProps['onChange']>();
    // The address takes a moment to follow: here it does not follow at all.
    await draw(
      <ListFilters search={search} filters={[{ ...status, chosen: [] }]} onChange={onChange} />,
    );
    await add().click();
    await page.getByRole('button', { name: 'Status', exact: true }).click();
    await expect.element(box('Failed')).toHaveFocus();
    pressAnyway(box('Failed'));
    pressAnyway(box('Completed'));
    await vi.waitFor(() =>
      expect(onChange).toHaveBeenLastCalledWith({ status: 'failed,completed' }),
    );
  });

  test('stand behind one button while they are not in use', async () => {
    await draw(<Listed />);
    expect(page.getByRole('button', { name: /^Status: / }).query()).toBeNull();
    await add().click();
    await page.getByRole('button', { name: 'Status', exact: true }).click();
    await box('Failed').click();
    await userEvent.keyboard('{Escape}');
    await expect.element(add()).toHaveFocus();
    await expect.element(page.getByRole('button', { name: 'Status: Failed' })).toBeVisible();
  });

  test('are removed one by one, and the focus goes to what adds them', async () => {
    await draw(<Listed chosen={['failed']} />);
    await page.getByRole('button', { name: 'Remove filter Status' }).click();
    await expect.element(add()).toHaveFocus();
    await expect.poll(() => page.getByRole('button', { name: /^Status: / }).query()).toBeNull();
  });

  test('one whose last value is cleared stays until it is closed', async () => {
    await draw(<Listed chosen={['failed']} />);
    await page.getByRole('button', { name: 'Status: Failed' }).click();
    await box('Failed').click();
    await expect.element(box('Failed')).not.toBeChecked();
    await expect.element(box('Failed')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(add()).toHaveFocus();
    expect(page.getByRole('button', { name: /^Status: / }).query()).toBeNull();
  });

  test('are cleared together', async () => {
    const onChange = vi.fn<ListFiltersProps['onChange']>();
    await draw(
      <ListFilters
        search={{ ...search, value: 'app' }}
        filters={[{ ...status, chosen: ['failed'] }]}
        onChange={onChange}
      />,
    );
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    expect(onChange.mock.calls).toEqual([[{ search: undefined, status: undefined }]]);
  });

  test('a search starts once typing has paused, and by Enter at once', async () => {
    const onChange = vi.fn<ListFiltersProps['onChange']>();
    await draw(<ListFilters search={search} filters={[]} onChange={onChange} />);
    const field = page.getByRole('searchbox', { name: 'Search' });
    await field.click();
    await userEvent.keyboard('app');
    await expect.element(field).toHaveValue('app');
    await vi.waitFor(() => expect(onChange).toHaveBeenLastCalledWith({ search: 'app' }));
    await userEvent.keyboard('01{Enter}');
    expect(onChange).toHaveBeenLastCalledWith({ search: 'app01' });
  });
});
