import { expect } from 'playwright/test';
import { MATRIX, test } from './fixtures.ts';

/** Why opens in place, and Next says everywhere what it waits for. */

test(
  'a step without a machine: Next says so in one focused summary, and leads to the machines',
  { tag: MATRIX },
  async ({ app }) => {
    const { wizard } = await app.open('/restore/new', 'default');
    await wizard.chooseDatasource();
    await wizard.openStep('configuration');
    await wizard.tryNext();
    await expect(wizard.refused.alerts()).toHaveCount(1);
    await expect(wizard.refused.summary()).toBeFocused();
    await wizard.refused.summary().getByRole('button').first().click();
    await wizard.expectStep('instance');
  },
);
