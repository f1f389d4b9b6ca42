import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { RecoveryServicesBackupClient } from '@azure/arm-recoveryservicesbackup';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';

import { type ServedAzure, serveSimulatedAzure, type ServeOptions } from '#src/mocks/serve.ts';

import { makeCertificate } from './certificate.ts';

/** Azure's own clients, as anybody gets them, at a served simulated Azure. */
export interface OfficialClients extends Pick<ServedAzure, 'step' | 'close'> {
  readonly backup: RecoveryServicesBackupClient;
  readonly vaults: RecoveryServicesClient;
  readonly graph: ResourceGraphClient;
}

/** Any token will do. It outlives every test. */
const credential = {
  getToken: async () => ({ token: 'any', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

/** Serves a world and connects the clients: told are endpoint, credential and certificate. */
export async function connectClients({
  subscription,
  ...world
}: Pick<ServeOptions, 'scenario' | 'speed'> & {
  readonly subscription: string;
}): Promise<OfficialClients> {
  const tls = await makeCertificate();
  const { address, step, close } = await serveSimulatedAzure({ ...world, port: 0, tls });
  const place = { endpoint: address, tlsOptions: { ca: tls.cert } };
  return {
    backup: new RecoveryServicesBackupClient(credential, subscription, place),
    vaults: new RecoveryServicesClient(credential, subscription, place),
    graph: new ResourceGraphClient(credential, subscription, place),
    step,
    close,
  };
}
