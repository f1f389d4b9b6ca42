import { expect } from 'playwright/test';
import { app01Beside, configureByHand } from '../drivers/restores.ts';
import type { Fault } from '../drivers/simulated.ts';
import { sources } from '../drivers/world.ts';
import { test } from '../live-fixtures.ts';
import { proves } from '../set.ts';

const elsewhere = (id: string, match: Fault['match']): Fault => ({
  id,
  match,
  times: null,
  effect: { kind: 'leads-elsewhere' },
});

test(
  'a list and a restore that go on at another host are not followed there',
  { tag: proves('a token goes to known hosts only') },
  async ({ page, visitor, world, clock, screens }) => {
    const { configuration, job, shell, wizard } = screens;
    const hosts: string[] = [];
    page.on('request', (request) => hosts.push(new URL(request.url()).host));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const at = world.clock.now();
    await world.azure.append([
      { type: 'fault-added', at, fault: elsewhere('list', { operation: 'subscriptions.list' }) },
      { type: 'fault-added', at, fault: elsewhere('restore', { group: 'restore-start' }) },
    ]);
    await visitor.arrive('/instances');
    await configureByHand(screens, sources.app01);
    await expect(configuration.list('Restore Type')).toBeVisible();
    await configuration.fillNewMachine(app01Beside);
    // What was read until there stays, and is marked.
    await expect(configuration.list('Subscription')).toHaveAccessibleDescription(
      /Showing the first \d+\. The list in Azure is longer\./,
    );
    await wizard.next('review');
    await wizard.restore();
    await shell.expectText('Restore request accepted');
    await clock.pass(90_000);
    await job.expectOpen('Restore of app01');
    expect(hosts.filter((host) => host.endsWith('elsewhere.example'))).toEqual([]);
    // The product holds it back, not the policy of the page behind it.
    expect(complaints.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  },
);
