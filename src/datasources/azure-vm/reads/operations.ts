/** Paths of operations, with names for what differs. */
export const SUBSCRIPTION = '/subscriptions/{subscription}';
export const VAULT = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.RecoveryServices/vaults/{vault}`;
export const ITEM = `${VAULT}/backupFabrics/Azure/protectionContainers/{container}/protectedItems/{item}`;
export const COMPUTE = 'providers/Microsoft.Compute';
export const RIGHTS = 'providers/Microsoft.Authorization';
const NETWORK = `${SUBSCRIPTION}/resourceGroups/{group}/providers/Microsoft.Network`;

/** A part of the network of the source machine. */
export const networkPart = <const After extends string>(
  what: string,
  path: string,
  after: After,
) => ({ what, operation: `GET ${NETWORK}/${path}`, apiVersion: '2024-01-01', after });
