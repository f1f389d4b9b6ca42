import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Grid, type GridProps } from '#src/ui/grid/Grid.tsx';
import type { GridColumn, GridSort } from '#src/ui/grid/columns.ts';
import { draw } from '#src/ui/testing-draw.tsx';

const columns: readonly GridColumn<string>[] = [
  { head: 'Name', cell: (row) => row, width: { least: 160 }, sortBy: 'name', place: 'name' },
  {
    head: 'Restore',
    cell: (row) => <button type="button">{`Restore ${row}`}</button>,
    width: { least: 160 },
    place: 'line',
  },
];

const nameAt = (index: number): string => `vm-${String(index).padStart(5, '0')}`;

/** The second row isn't read yet. */
const withGap = (index: number) => (index === 1 ? undefined : nameAt(index));

interface MachinesProps extends Partial<
  Pick<GridProps<string>, 'onOpen' | 'onRange' | 'onSort' | 'sort' | 'part' | 'rowAt'>
> {
  readonly count?: number;
  readonly isMany?: boolean;
}

/** A list of machines, of which one can be chosen, or several. */
function Machines({ count = 30, isMany = false, rowAt = nameAt, ...props }: MachinesProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <div style={{ display: 'flex', flexDirection: 'column', height: '500px' }}>
      <Grid<string>
        label="Backup instances"
        columns={columns}
        count={count}
        rowAt={rowAt}
        rowKey={(row) => row}
        rowName={(row) => row}
        selected={isMany ? chosen : (chosen[0] ?? null)}
        onSelect={(row) => setChosen(isMany ? [...chosen, row] : [row])}
        {...props}
      />
    </div>
  );
}

const grid = () => page.getByRole('grid', { name: 'Backup instances' });
const row = (index: number) => grid().getByRole('row', { name: nameAt(index), exact: true });
const focused = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
const selected = (): (string | null)[] =>
  grid()
    .getByRole('row', { selected: true })
    .elements()
    .map((one) => one.getAttribute('aria-label'));

/** The scrolling place of the grid. */
const scroller = (): HTMLElement => {
  const place = grid().element().parentElement;
  if (place === null) throw new Error('The grid has no place.');
  return place;
};

async function reachRows(): Promise<void> {
  await expect.element(row(0)).toBeVisible();
  row(0).element().focus();
}

const widths = { wide: [1280, 720], narrow: [400, 800] } as const;
afterEach(async () => page.viewport(...widths.wide));

describe.for(Object.entries(widths))('a row that is chosen, %s', ([, [width, height]]) => {
  test('is called by its name, and says that it is chosen', async () => {
    await page.viewport(width, height);
    await draw(<Machines />);
    await expect.element(row(2)).toHaveAttribute('aria-selected', 'false');
    await reachRows();
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
    await expect.element(row(2)).toHaveAttribute('aria-selected', 'true');
    expect(selected()).toEqual([nameAt(2)]);
    await userEvent.keyboard('{ArrowUp} ');
    await expect.element(row(1)).toHaveAttribute('aria-selected', 'true');
    expect(selected()).toEqual([nameAt(1)]);
  });

  test('is one of several that can be', async () => {
    await page.viewport(width, height);
    await draw(<Machines isMany />);
    await expect.element(grid()).toHaveAttribute('aria-multiselectable', 'true');
    await reachRows();
    await userEvent.keyboard(' {ArrowDown} ');
    await expect.element(row(1)).toHaveAttribute('aria-selected', 'true');
    expect(selected()).toEqual([nameAt(0), nameAt(1)]);
  });
});

describe('by keyboard', () => {
  test('a list is one stop for Tab', async () => {
    await draw(
      <>
        <Machines />
        <button type="button">Next</button>
      </>,
    );
    await expect.element(row(0)).toBeVisible();
    const stops = grid()
      .getByRole('row')
      .elements()
      .filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).toHaveLength(1);
    await expect.element(row(0)).toHaveAttribute('tabindex', '0');
  });

  test('arrows, pages, Home and End go through the rows', async () => {
    await draw(<Machines count={1000} />);
    await reachRows();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(nameAt(1));
    await userEvent.keyboard('{PageDown}');
    const page1 = Number(focused()?.slice(3));
    expect(page1).toBeGreaterThan(5);
    await userEvent.keyboard('{PageUp}');
    expect(focused()).toBe(nameAt(1));
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(nameAt(999));
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(nameAt(999));
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toBe(nameAt(998));
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe(nameAt(0));
  });

  test.for(Object.entries(widths))(
    'the row with the focus is in sight, %s',
    async ([, [width, height]]) => {
      await page.viewport(width, height);
      await draw(<Machines count={100_000} />);
      await reachRows();
      for (const key of ['End', 'ArrowUp', 'PageUp', 'Home', 'PageDown', 'ArrowDown']) {
        await userEvent.keyboard(`{${key}}`);
        const place = scroller().getBoundingClientRect();
        const box = document.activeElement?.getBoundingClientRect();
        expect.soft(box?.top, key).toBeGreaterThanOrEqual(place.top - 1);
        expect.soft(box?.bottom, key).toBeLessThanOrEqual(place.bottom + 1);
      }
    },
  );

  test('Enter opens a row, and the keys of what is in it are its own', async () => {
    const onOpen = vi.fn<(row: string) => void>();
    await draw(<Machines onOpen={onOpen} />);
    await reachRows();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onOpen.mock.calls).toEqual([[nameAt(1)]]);
    row(1).getByRole('button').element().focus();
    await userEvent.keyboard('{Enter} {ArrowDown}');
    expect(onOpen).toHaveBeenCalledOnce();
    expect(selected()).toEqual([]);
    await expect.element(row(1).getByRole('button')).toHaveFocus();
  });
});

describe('by pointer', () => {
  test('a press on a row chooses it, and one on a control in it does not', async () => {
    await draw(<Machines />);
    await row(3).getByText(nameAt(3), { exact: true }).click();
    expect(selected()).toEqual([nameAt(3)]);
    await expect.element(row(3)).toHaveFocus();
    await row(4).getByRole('button').click();
    expect(selected()).toEqual([nameAt(3)]);
    await expect.element(row(4)).toHaveAttribute('tabindex', '0');
  });
});

describe('by pointer, where rows can’t be chosen', () => {
  test('a press on a row opens it, and with Ctrl it does not', async () => {
    const onOpen = vi.fn<(row: string) => void>();
    await draw(
      <Grid<string>
        label="Backup instances"
        columns={columns}
        count={30}
        rowAt={nameAt}
        rowKey={(name) => name}
        rowName={(name) => name}
        onOpen={onOpen}
      />,
    );
    const name = row(3).getByText(nameAt(3), { exact: true });
    await name.click({ modifiers: ['Control'] });
    expect(onOpen).not.toHaveBeenCalled();
    await name.click();
    expect(onOpen.mock.calls).toEqual([[nameAt(3)]]);
  });
});

describe('of many rows', () => {
  test('those in sight are drawn, and say where they stand in the list', async () => {
    const onRange = vi.fn<(first: number, last: number) => void>();
    await draw(<Machines count={100_000} onRange={onRange} />);
    await reachRows();
    await expect.element(grid()).toHaveAttribute('aria-rowcount', '100001');
    expect(grid().getByRole('row').elements().length).toBeLessThan(40);
    await userEvent.keyboard('{End}');
    // The heads are the first row.
    await expect.element(row(99_999)).toHaveAttribute('aria-rowindex', '100001');
    expect(grid().getByRole('row').elements().length).toBeLessThan(40);
    await vi.waitFor(() => expect(onRange.mock.lastCall?.[1]).toBe(99_999));
  });

  test('the row with the focus stays where one scrolls away from it', async () => {
    await draw(<Machines count={100_000} />);
    await reachRows();
    const far = Math.ceil(50_000 / row(0).element().getBoundingClientRect().height);
    scroller().scrollTo({ top: 50_000 });
    await expect.element(row(far)).toBeVisible();
    expect(focused()).toBe(nameAt(0));
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(nameAt(1));
    await expect.element(row(1)).toBeInViewport();
  });

  test('one that isn’t read is busy, and can be passed', async () => {
    await draw(<Machines rowAt={withGap} />);
    await reachRows();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-busy')).toBe('true');
    await userEvent.keyboard(' {Enter}');
    expect(selected()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe(nameAt(2));
  });

  test.for(Object.entries(widths))(
    'no row is over another, %s, wherever one has scrolled',
    async ([, [width, height]]) => {
      await page.viewport(width, height);
      await draw(<Machines count={5000} />);
      await expect.element(row(0)).toBeVisible();
      for (const top of [0, 333, 20_000, 90_001, 5000]) {
        scroller().scrollTo({ top });
        await expect
          .poll(() => {
            const place = scroller().getBoundingClientRect();
            const seen = grid()
              .getByRole('row')
              .elements()
              .map((one) => one.getBoundingClientRect())
              .filter((box) => box.bottom > place.top + 60 && box.top < place.bottom)
              .toSorted((a, b) => a.top - b.top);
            const gaps = seen.slice(1).map((box, at) => box.top - (seen[at]?.bottom ?? 0));
            return seen.length > 3 && gaps.every((gap) => Math.abs(gap) < 1.5);
          })
          .toBe(true);
      }
    },
  );
});

describe('a list that changes', () => {
  test('where the row with the focus is gone, the last one has it', async () => {
    const { rerender } = await draw(<Machines count={20} />);
    await reachRows();
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(nameAt(19));
    await rerender(<Machines count={12} />);
    await expect.element(row(11)).toHaveFocus();
    await expect.element(row(11)).toHaveAttribute('aria-rowindex', '13');
  });

  test('another part of it starts at its top', async () => {
    const { rerender } = await draw(<Machines part="one" count={1000} />);
    await reachRows();
    await userEvent.keyboard('{End}');
    expect(scroller().scrollTop).toBeGreaterThan(1000);
    await rerender(<Machines part="two" count={1000} />);
    await vi.waitFor(() => expect(scroller().scrollTop).toBe(0));
    await expect.element(row(0)).toHaveAttribute('tabindex', '0');
  });
});

describe('heads', () => {
  test('sort, and say so', async () => {
    const onSort = vi.fn<(sort: GridSort) => void>();
    const { rerender } = await draw(
      <Machines sort={{ by: 'name', isDescending: false }} onSort={onSort} />,
    );
    const head = page.getByRole('columnheader', { name: 'Name' });
    await expect.element(head).toHaveAttribute('aria-sort', 'ascending');
    await head.getByRole('button').click();
    expect(onSort.mock.calls).toEqual([[{ by: 'name', isDescending: true }]]);
    await rerender(<Machines sort={{ by: 'name', isDescending: true }} onSort={onSort} />);
    await expect.element(head).toHaveAttribute('aria-sort', 'descending');
    const plain = page.getByRole('columnheader', { name: 'Restore' });
    await expect.element(plain).not.toHaveAttribute('aria-sort');
    expect(plain.getByRole('button').query()).toBeNull();
  });
});
