import { expect } from 'playwright/test';
import { Chunks } from '../drivers/chunks.ts';
import { goTo } from '../drivers/in-page.ts';
import { LIKE, test } from '../fixtures.ts';

/** A service that is not Azure's, whose code does not load. */

// Code that another test has loaded is there.
test.use({ isShared: false });

test(
  'jobs whose code does not load are named beside those of Azure, and are there once it does',
  { tag: LIKE },
  async ({ app, page, troubles }) => {
    const chunks = new Chunks(page, troubles);
    const { shell, jobs } = await app.open('/rules', 'default');
    await chunks.block('src/api/toy/queries/job-source.ts', 'src/datasources/toy/lists.ts');
    await goTo(page, '/');
    await shell.expectText('Not checked: Toy shelf. A restore might be in progress there.');
    await goTo(page, '/jobs');
    await expect(jobs.row('app01').first()).toBeVisible();
    await goTo(page, '/jobs/toy%3Ajob-7');
    await shell.expectTitle('Backup job');
    await expect(shell.content().getByRole('alert')).toContainText('Couldn’t load Toy shelf.');
    await goTo(page, '/jobs?datasource=toy');
    await shell.expectTitle('This page didn’t load');
    await shell.expectText('Couldn’t load Toy shelf. Reload the page to try again.');
    await chunks.unblock();
    await shell.press('Reload the new version');
    await shell.expectText('The toy shelf has no jobs.');
  },
);
