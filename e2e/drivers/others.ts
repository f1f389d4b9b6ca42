import * as z from 'zod/mini';
import type { Page } from 'playwright/test';
import type { SimulationControls } from '#src/mocks/panel/window.ts';
import { acceptedRestores, type RestoreAccepted } from './simulated.ts';

/** What others do in the same Azure, and what of all that is ours. */

type Order = Parameters<SimulationControls['restoreAsSomebodyElse']>[0];

/** Another operator restores a machine at this moment; the name of their job. */
export async function somebodyElseRestores(page: Page, order: Order): Promise<string> {
  return page.evaluate(
    async (wanted) => (await window.restoreCenterSimulation?.restoreAsSomebodyElse(wanted)) ?? '',
    order,
  );
}

/** Something is deleted in Azure, with all that lies in it. */
export async function deleteInAzure(page: Page, id: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.restoreCenterSimulation?.removeResource(wanted);
  }, id);
}

const assignments = z.object({
  value: z.array(
    z.object({ id: z.string(), properties: z.object({ roleDefinitionId: z.string() }) }),
  ),
});

/** Somebody takes a role, by the last part of its definition's id, from all who hold it in a scope. */
export async function revokeInAzure(page: Page, scope: string, role: string): Promise<void> {
  const text = await page.evaluate(async (where) => {
    const path = `${where}/providers/Microsoft.Authorization/roleAssignments`;
    const answer = await fetch(`https://management.azure.com${path}?api-version=2022-04-01`, {
      headers: { authorization: 'Bearer of-somebody-else' },
    });
    return answer.text();
  }, scope);
  for (const { id, properties } of assignments.parse(JSON.parse(text)).value) {
    if (properties.roleDefinitionId.endsWith(role)) await deleteInAzure(page, id);
  }
}

/** The restores that Azure has accepted of us, leaving out those of other operators. */
export async function ourRestores(page: Page): Promise<readonly RestoreAccepted[]> {
  return (await acceptedRestores(page)).filter(({ bySomebodyElse }) => bySomebodyElse !== true);
}
