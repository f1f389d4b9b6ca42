/** What samples of our own are about; names and ids are made up. */

export interface RawSample {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, unknown>>;
}

export const SUBSCRIPTION = '5b1c8b3e-1111-4222-8333-abcdefabcdef';
export const OPERATION = '0d9f5c7a-9a3e-4d1b-b8f6-3a1c2b4d5e6f';

export const tail = 'iaasvmcontainerv2;rg-plum;vm-plum';

export const group = (name: string): string =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
export const vaultId = `${group('rg-quince')}/providers/Microsoft.RecoveryServices/vaults/vault-quince`;
export const machineId = `${group('rg-plum')}/providers/Microsoft.Compute/virtualMachines/vm-plum`;
export const vaultType = 'Microsoft.RecoveryServices/vaults';

export const ok = (body: unknown) => ({ 200: { body } });

export const sample = (
  parameters: RawSample['parameters'],
  responses: RawSample['responses'],
): RawSample => ({ parameters, responses });
