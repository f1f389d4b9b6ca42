import { expect } from 'playwright/test';
import { pageOf } from './drivers/instance.ts';
import { MATRIX, matrixUnless, test } from './fixtures.ts';

/** A row that can be chosen is called by its name, and says whether it is chosen. */

const widths = { wide: { width: 1440, height: 900 }, narrow: { width: 400, height: 800 } } as const;

for (const [width, viewport] of Object.entries(widths)) {
  test(
    `the list of instances, ${width}`,
    { tag: matrixUnless(width === 'wide') },
    async ({ app, page }) => {
      await page.setViewportSize(viewport);
      const { instances } = await app.open('/instances', 'default');
      await instances.search('app01');
      const row = page.getByRole('row', { name: 'app01', exact: true });
      await expect(row).toHaveCount(1);
      await expect(row).toHaveAttribute('aria-selected', 'false');
      await row.press('Space');
      await expect(
        page.getByRole('row', { name: 'app01', exact: true, selected: true }),
      ).toBeVisible();
      await expect(page.getByRole('grid', { name: 'Backup instances' })).toMatchAriaSnapshot(`
      - grid "Backup instances":
        - rowgroup
        - rowgroup:
          - row "app01" [selected]
    `);
    },
  );

  test(
    `restore points that are ticked to be compared, ${width}`,
    { tag: matrixUnless(width === 'narrow') },
    async ({ app, page }) => {
      await page.setViewportSize(viewport);
      await app.open(pageOf.sqlErp, 'default');
      const grid = page.getByRole('grid', { name: 'Restore points' });
      await expect(grid).toHaveAttribute('aria-multiselectable', 'true');
      const newest = grid.getByRole('row', { name: '4 Jun 2025, 21:31', exact: true });
      await newest.press('Space');
      await newest.press('ArrowDown');
      await page.keyboard.press('Space');
      await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);
      await expect(grid).toMatchAriaSnapshot(`
      - grid "Restore points":
        - rowgroup
        - rowgroup:
          - row "4 Jun 2025, 21:31" [selected]
          - row "3 Jun 2025, 21:30" [selected]
    `);
    },
  );

  test(`a table of radios, ${width}`, { tag: MATRIX }, async ({ app, page }) => {
    await page.setViewportSize(viewport);
    const { shell, wizard } = await app.open('/restore/new');
    await wizard.chooseDatasource();
    await wizard.next('instance');
    await wizard.chooseInstance('testVM');
    await wizard.next('restore-point');
    await shell.press('Clear suggestion');
    await expect(page.getByRole('row', { selected: true })).toHaveCount(0);
    await wizard.choosePoint('4 Jun 2018, 06:06');
    await expect(
      page.getByRole('row', { name: '4 Jun 2018, 06:06', exact: true, selected: true }),
    ).toBeVisible();
    await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
    await expect(page.getByRole('table', { name: 'Restore point' })).toMatchAriaSnapshot(`
      - table "Restore point":
        - rowgroup:
          - row "4 Jun 2018, 06:06" [selected]:
            - cell "4 Jun 2018, 06:06":
              - radio "4 Jun 2018, 06:06" [checked]
    `);
  });
}
