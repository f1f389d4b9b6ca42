import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import {
  askAzure,
  type Fault,
  giveUp,
  requestLog,
  simulationReady,
  storedFaults,
} from './drivers/simulated.ts';
import { ageSimulation } from './drivers/storage.ts';
import { test } from './fixtures.ts';

/** Faults that an address names, from the first request of a browser that has never been here. */

test.use({ isShared: false });

test('the faults of an address meet the very first request, and are taken out of it', async ({
  app,
  page,
  troubles,
}) => {
  troubles.expectRefusals();
  const { simulation } = await app.visit(
    '/jobs?scenario=document&fault=everything-down:500&status=failed&fault=graph-throttled:5',
  );
  await simulationReady(page);
  await expect.poll(async () => (await requestLog(page)).length).toBeGreaterThan(0);
  const statuses = (await requestLog(page)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([500]));
  await expect(page).toHaveURL((url) => url.search === '?status=failed');
  await simulation.open();
  await simulation.expectLeft('Answer 500', 'every request', 'active');
  await expect(simulation.fault('429 with Retry-After: 5', 'resourceGraph.query')).toBeVisible();
  await app.reload();
  await simulation.open();
  await simulation.fault('Answer 500', 'every request').uncheck();
  await expect.poll(async () => storedFaults(page)).toHaveLength(1);
  await app.reload();
  await simulation.open();
  await expect(simulation.fault('429 with Retry-After: 5', 'resourceGraph.query')).toBeVisible();
  await expect(simulation.fault('Answer 500', 'every request')).toHaveCount(0);
});

test('a simulation that another version stored starts again, and says so; a draft stays', async ({
  app,
  page,
}) => {
  const { wizard, simulation } = await app.open('/restore/new');
  await wizard.fill();
  await ageSimulation(page);
  await app.reload();
  await expect(simulation.banner()).toContainText('Another version stored this simulation');
  await expect(wizard.restoreButton()).toBeEnabled();
  await wizard.restoreAccepted();
  await app.reload();
  await expect(simulation.banner()).not.toContainText('Another version');
});

test('reports what an address asks for in vain, and loses nothing else', async ({ app, page }) => {
  const { shell, simulation, jobs } = await app.visit(
    '/jobs?scenario=default&fault=magic&fault=clock-off:soon&fault=%00%ff<b>',
  );
  await expect(simulation.banner()).toContainText('Fault “magic”');
  await expect(simulation.banner()).toContainText('Fault “clock-off:soon”');
  await expect(jobs.running.row('app01')).toBeVisible();
  await expectAccessible(page, 'a problem of the address');
  await simulation.open();
  await simulation.expectText('None: every request gets Azure’s normal answer.');
  await simulation.close();
  await simulation.pressInBanner('Hide this message');
  await expect(simulation.banner()).toHaveCount(0);
  await shell.goTo('Overview');
  await app.visit('/jobs?scenario=nowhere');
  await expect(simulation.banner()).toContainText('Scenario “nowhere”');
  await app.reload();
  await expect(simulation.banner()).toHaveCount(0);
});

test('a clock that is off by an hour is named, and times are Azure’s, before and after', async ({
  app,
  page,
}) => {
  const { wizard, shell, simulation } = await app.visit(
    '/restore/new?scenario=document&fault=clock-off:-60',
  );
  await simulationReady(page);
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await shell.expectText(/Draft saved 13:0\d/);
  await expect(page.getByText(/^This device’s clock is .* slow/)).toBeVisible();
  await simulation.open();
  await expect.poll(async () => simulation.time()).toMatch(/^13:0\d:/);
  await simulation.fault('Clock 60 min behind Azure’s', 'this browser').uncheck();
  await wizard.next('restore-point');
  await shell.press('Clear suggestion');
  await shell.expectText(/Draft saved 13:0\d/);
});

test('a body that breaks off, hidden headers and an answer that never comes are so in a browser too', async ({
  app,
  page,
  faults,
}) => {
  await app.open('/constraints');
  // Stop, which is pressed below, would end code that is still on its way.
  await page.waitForLoadState('networkidle');
  const met = async (effect: Fault['effect']) => {
    await faults.add({ id: effect.kind, match: { path: '/subscriptions' }, times: 1, effect });
    return askAzure(page);
  };
  expect(await met({ kind: 'half-body' })).toMatchObject({ status: 200, body: 'broken' });
  const hidden = await met({ kind: 'hide-headers' });
  expect(hidden).toMatchObject({ status: 200, body: 'whole' });
  expect(hidden.headers.filter((name) => name.startsWith('x-ms-') || name === 'date')).toEqual([]);
  const silent = met({ kind: 'never-answers', after: true });
  await expect.poll(async () => (await requestLog(page)).at(-1)?.status).toBeNull();
  expect((await askAzure(page)).status).toBe(200);
  await giveUp(page);
  expect(await silent).toMatchObject({ status: null, body: 'none' });
  expect((await askAzure(page)).status).toBe(200);
});
