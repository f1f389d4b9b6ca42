import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Select, type SelectProps } from '#src/ui/fields/Select.tsx';
import { draw } from '#src/ui/testing-draw.tsx';

const entry = (value: string, isRefused = false) => ({
  value,
  label: value,
  isRefused,
  content: value,
});

const regions = [
  entry('East US'),
  entry('North Europe'),
  entry('Norway East', true),
  entry('West Europe'),
];

const allRegions = () => regions;

interface RegionsProps extends Partial<Pick<SelectProps, 'entries' | 'onChoose'>> {
  readonly first?: string;
}

/** A list of regions, as a form has it: what is chosen stands in it. */
function Regions({ first, entries = allRegions, onChoose }: RegionsProps) {
  const [value, setValue] = useState<string | null>(first ?? null);
  return (
    <>
      <span id="label">Region</span>
      <Select
        id="region"
        aria-labelledby="label"
        placeholder="Select one"
        chosen={value === null ? null : { value, label: value }}
        entries={entries}
        onChoose={(chosen) => {
          setValue(chosen);
          onChoose?.(chosen);
        }}
      />
      <Button>Next</Button>
    </>
  );
}

const field = () => page.getByRole('combobox', { name: 'Region' });
const option = (name: string) => page.getByRole('option', { name });
const list = () => page.getByRole('listbox', { name: 'Region' });

/** The entry that the field says is current. */
const current = (): string | null | undefined =>
  document.getElementById(field().element().getAttribute('aria-activedescendant') ?? '')
    ?.textContent;

describe('a list that is closed', () => {
  test('is a combobox with its name, and says what to do', async () => {
    await draw(<Regions />);
    await expect.element(field()).toHaveTextContent('Select one');
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
    await expect.element(field()).toHaveAttribute('aria-haspopup', 'listbox');
    expect(list().query()).toBeNull();
  });

  test('asks for no entry', async () => {
    const entries = vi.fn<() => typeof regions>(() => regions);
    await draw(<Regions entries={entries} />);
    expect(entries).not.toHaveBeenCalled();
    await field().click();
    expect(entries).toHaveBeenCalled();
  });

  test('opens at what is chosen', async () => {
    await draw(<Regions first="North Europe" />);
    await field().click();
    await expect.element(option('North Europe')).toHaveAttribute('aria-selected', 'true');
    await expect.element(option('East US')).toHaveAttribute('aria-selected', 'false');
    expect(current()).toBe('North Europe');
  });
});

describe('by keyboard', () => {
  test('arrows, Home and End go through the entries and stop at the ends', async () => {
    await draw(<Regions />);
    await userEvent.tab();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(list()).toBeVisible();
    expect(current()).toBe('East US');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(current()).toBe('Norway East');
    await userEvent.keyboard('{End}{ArrowDown}');
    expect(current()).toBe('West Europe');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(current()).toBe('East US');
    await expect.element(field()).toHaveFocus();
  });

  test('Enter chooses, and the focus stays', async () => {
    const onChoose = vi.fn<(value: string) => void>();
    await draw(<Regions onChoose={onChoose} />);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
    expect(onChoose.mock.calls).toEqual([['North Europe']]);
    await expect.element(field()).toHaveTextContent('North Europe');
    await expect.element(field()).toHaveFocus();
    expect(list().query()).toBeNull();
  });

  test('Tab chooses and goes on', async () => {
    await draw(<Regions />);
    await userEvent.tab();
    await userEvent.keyboard('{End}');
    await userEvent.tab();
    await expect.element(field()).toHaveTextContent('West Europe');
    await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus();
  });

  test('Escape closes, and nothing is chosen', async () => {
    const onChoose = vi.fn<(value: string) => void>();
    await draw(<Regions first="East US" onChoose={onChoose} />);
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Escape}');
    expect(list().query()).toBeNull();
    expect(onChoose).not.toHaveBeenCalled();
    await expect.element(field()).toHaveTextContent('East US');
    await expect.element(field()).toHaveFocus();
  });

  test('letters lead to the entry that starts with them', async () => {
    await draw(<Regions />);
    await userEvent.tab();
    await userEvent.keyboard('norw');
    await expect.element(list()).toBeVisible();
    expect(current()).toBe('Norway East');
  });
});

describe('by pointer', () => {
  test('a press on an entry chooses it, and the field has the focus', async () => {
    await draw(<Regions />);
    await field().click();
    await option('West Europe').click();
    await expect.element(field()).toHaveTextContent('West Europe');
    await expect.element(field()).toHaveFocus();
    expect(list().query()).toBeNull();
  });

  test('a second press on the field closes it', async () => {
    await draw(<Regions />);
    await field().click();
    await field().click();
    expect(list().query()).toBeNull();
    await expect.element(field()).toHaveAttribute('aria-expanded', 'false');
  });

  test('a press elsewhere closes it, and nothing is chosen', async () => {
    const onChoose = vi.fn<(value: string) => void>();
    await draw(
      <>
        <h1>Target</h1>
        <Regions onChoose={onChoose} />
      </>,
    );
    await field().click();
    await page.getByRole('heading').click();
    expect(list().query()).toBeNull();
    expect(onChoose).not.toHaveBeenCalled();
  });
});

test('an entry that can’t be chosen says so', async () => {
  await draw(<Regions />);
  await field().click();
  await expect.element(option('Norway East')).toHaveAttribute('aria-disabled', 'true');
  await expect.element(option('East US')).toHaveAttribute('aria-disabled', 'false');
});

test.for([0, 300, 2000])(
  'a list opens under its field, with room for it, %i pixels down a long page',
  async (above) => {
    await draw(
      <div style={{ paddingBlock: `${String(above)}px 400px` }}>
        <Regions />
      </div>,
    );
    await field().click();
    await expect.element(list()).toBeVisible();
    const place = field().element().getBoundingClientRect();
    const opened = list().element().getBoundingClientRect();
    expect(opened.y).toBeGreaterThanOrEqual(place.y + place.height);
    expect(Math.abs(opened.x - place.x)).toBeLessThan(4);
    expect(opened.bottom).toBeLessThanOrEqual(window.innerHeight);
  },
);
