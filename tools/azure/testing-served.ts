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

interface Wanted extends Pick<ServeOptions, 'scenario' | 'speed'> {
  readonly subscription: string;
  /** The backup client's own unless told otherwise: it picks the plane (azure-contract §9). */
  readonly apiVersion?: string | undefined;
}

/** Any token will do. It outlives every test. */
const credential = {
  getToken: async () => ({ token: 'any', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

/** Serves a world and connects the clients: told are endpoint, credential and certificate. */
export async function connectClients(wanted: Wanted): Promise<OfficialClients> {
  const { subscription, apiVersion, ...world } = wanted;
  const tls = await makeCertificate();
  const { address, step, close } = await serveSimulatedAzure({ ...world, port: 0, tls });
  const place = { endpoint: address, tlsOptions: { ca: tls.cert } };
  const version = apiVersion === undefined ? {} : { apiVersion };
  return {
    backup: new RecoveryServicesBackupClient(credential, subscription, { ...place, ...version }),
    vaults: new RecoveryServicesClient(credential, subscription, place),
    graph: new ResourceGraphClient(credential, subscription, place),
    step,
    close,
  };
}
