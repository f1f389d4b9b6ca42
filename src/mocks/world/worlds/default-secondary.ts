import { inGroup, production, prodVault } from './default-estate.ts';
import { type Protected, protect, withSnapshotOnly } from './default-protected.ts';

/** Machines of the default world that show what is different in the secondary region of a vault. */

const group = inGroup(production, 'rg-restore-weu');

export const secondaryMachines: readonly Protected[] = [
  // An Ultra disk stays in its own region.
  protect({
    vault: prodVault,
    group,
    name: 'sap-hana-01',
    facts: { size: 'Standard_E16s_v5', osType: 'Linux' },
    sku: 'Premium_LRS',
    sizes: [64, 512],
    dataSku: 'UltraSSD_LRS',
    newest: '2025-06-04T17:30:00.000Z',
  }),
  // Its keys are the customer's and its vault's are not; the newest point is not in the vault yet.
  withSnapshotOnly(
    protect({
      vault: prodVault,
      group,
      name: 'sap-keys-01',
      facts: { size: 'Standard_D8s_v5', osType: 'Linux', encryption: 'CMK' },
      sku: 'Premium_LRS',
      sizes: [64, 128],
      newest: '2025-06-05T02:10:00.000Z',
    }),
  ),
];
