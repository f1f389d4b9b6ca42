import { expect } from 'playwright/test';
import { app01Beside, configureByHand } from '../drivers/restores.ts';
import type { Fault } from '../drivers/simulated.ts';
import { sources } from '../drivers/sources.ts';
import { test } from '../live-fixtures.ts';

/** Addresses of another host in Azure's answers: no token goes there, and the policy of the page is not needed. */

for (const [what, match] of [
  ['a list', { operation: 'subscriptions.list' }],
  ['a restore', { group: 'restore-start' }],
] as const) {
  test(`${what} that goes on at another host is not followed there`, async ({
    page,
    visitor,
    world,
    clock,
    screens,
  }) => {
    const { configuration, job, shell, wizard } = screens;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).host));
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const fault: Fault = { id: 'x', match, times: null, effect: { kind: 'leads-elsewhere' } };
    await world.azure.append([{ type: 'fault-added', at: world.clock.now(), fault }]);
    await visitor.arrive('/instances');
    await configureByHand(screens, sources.app01);
    await configuration.fillNewMachine(app01Beside);
    await wizard.next('review');
    await wizard.restore();
    await shell.expectText('Azure has accepted the restore');
    await clock.pass(90_000);
    await job.expectOpen('Restore of app01');
    expect(asked.filter((host) => host.endsWith('elsewhere.example'))).toEqual([]);
    expect(said.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  });
}
