import { expect, type Page } from 'playwright/test';
import { allRead, goTo } from './page.ts';
import type { Screens } from './screens.ts';

/** What tests of restores by Commvault do: app01 of the default world is protected by it. */

const HOST = 'commserve.contoso.example';
const GUID = '0eeb98fb-d2fd-4627-ad14-f0f71a8eb438';
export const commvaultApp01 = `commvault:${HOST}/vm/${GUID}`;

/** Where a restore of app01 goes. */
interface Place {
  readonly isInPlace: boolean;
  readonly name: string;
  readonly group: string;
}

const IN_PLACE: Place = { isInPlace: true, name: 'app01', group: 'rg-app-prod' };
const BESIDE: Place = { isInPlace: false, name: 'app01-r', group: 'rg-restore-weu' };

/** What a restore of app01 asks for, of all that Command Center sends. */
const taskOf = ({ isInPlace, name, group }: Place) => ({
  taskInfo: {
    associations: [{ subclientId: 35_311, applicationId: 106 }],
    subTasks: [
      {
        subTask: { subTaskType: 'RESTORE', operationType: 'RESTORE' },
        options: {
          restoreOptions: {
            browseOption: { commCellId: 2, timeRange: { fromTime: 0, toTime: 0 }, toTime: 0 },
            destination: { destClient: { clientId: 120 }, inPlace: isInPlace },
            virtualServerRstOption: {
              diskLevelVMRestoreOption: {
                powerOnVmAfterRestore: true,
                passUnconditionalOverride: isInPlace,
                advancedRestoreOptions: [
                  {
                    guid: GUID,
                    name: 'app01',
                    newName: name,
                    esxHost: group,
                    Datastore: 'stprodweu01',
                    datacenter: 'westeurope',
                    restoreAsManagedVM: true,
                  },
                ],
              },
              vCenterInstance: { instanceId: 7, applicationId: 106, clientId: 120 },
            },
            fileOption: { sourceItem: [`\\${GUID}`] },
          },
          commonOpts: { jobDescription: 'of another browser' },
        },
      },
    ],
  },
});

/** Starts a restore of app01 past the product, and opens its job. No draft of this browser has led to it. */
export async function openStartedTask(
  { page, job }: Screens,
  where: 'in place' | 'out of place',
): Promise<void> {
  const number = await startTask(page, where === 'in place' ? IN_PLACE : BESIDE, 4000);
  await goTo(page, `/jobs/${encodeURIComponent(`commvault:${HOST}/job/${number}`)}`);
  await job.expectOpen('Restore of app01');
}

/** A colleague restores app01 to a new VM at this moment: lists have its job in half a minute. */
export const colleagueRestores = (page: Page, to: Omit<Place, 'isInPlace'>): Promise<string> =>
  startTask(page, { isInPlace: false, ...to }, 0);

/** Starts a restore of app01 past the product, and lets time go by; the number of its job. */
async function startTask(page: Page, place: Place, ms: number): Promise<string> {
  const answer = await page.evaluate(
    async ([host, body, passed]) => {
      const url = `https://${host}/webconsole/api/CreateTask`;
      const headers = {
        'content-type': 'application/json',
        authtoken: 'Bearer demo-access-token',
      };
      const answered = await (await fetch(url, { method: 'POST', headers, body })).text();
      // A CommServe doesn't know a job right after its start.
      await window.restoreCenterSimulation?.clock.step(passed);
      return answered;
    },
    [HOST, JSON.stringify(taskOf(place)), ms] as const,
  );
  const number = /"jobIds":\["(\d+)"\]/.exec(answer)?.[1];
  expect(number, answer).toBeDefined();
  return number ?? '';
}

/** A draft of app01 at Destination, with its newest restore point. */
export async function openApp01({ page, wizard }: Screens): Promise<void> {
  await goTo(page, `/restore/new?instance=${encodeURIComponent(commvaultApp01)}`);
  await wizard.choosePoint('4 Jun 2025, 20:36');
  await page.getByRole('button', { name: 'Next: Destination' }).click();
  await expect(page.getByRole('radio', { name: 'Out of place' })).toBeVisible();
  // Fields that follow the source are empty, and refused by Next, until it has been read.
  await allRead(page);
}

/** A draft at Summary that restores app01 beside itself. */
export async function fillApp01ByCommvault(screens: Screens): Promise<void> {
  const { page, wizard, configuration } = screens;
  await openApp01(screens);
  await page.getByRole('button', { name: 'Next: Virtual machines' }).click();
  await page.getByRole('combobox', { name: 'Storage account' }).click();
  await configuration.entry('stprodweu01').click();
  await page.getByRole('button', { name: 'Next: Restore options' }).click();
  await page.getByRole('button', { name: 'Next: Summary' }).click();
  await expect(wizard.restoreButton()).toBeVisible();
}
