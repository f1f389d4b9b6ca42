import {
  guardProxyPageWire,
  guardProxyWire,
  unlockDeleteWire,
} from '#src/api/recovery-services/requests.ts';

import type { Operation } from '../operation.ts';
import { vault, vaults } from './paths.ts';

const proxies = `${vault}/backupResourceGuardProxies`;
const proxy = `${proxies}/{resourceGuardProxyName}`;
const proxyType = `${vaults}/backupResourceGuardProxies`;

/** A vault whose critical operations a resource guard protects (azure-contract §2). */
export const guardOperations: readonly Operation[] = [
  {
    id: 'ResourceGuardProxies_Get',
    method: 'GET',
    path: proxies,
    answers: { 200: { schema: guardProxyPageWire } },
    isList: true,
    yields: proxyType,
  },
  {
    id: 'ResourceGuardProxy_Get',
    method: 'GET',
    path: proxy,
    answers: { 200: { schema: guardProxyWire } },
    yields: proxyType,
  },
  {
    id: 'ResourceGuardProxy_UnlockDelete',
    method: 'POST',
    path: `${proxy}/unlockDelete`,
    body: { name: 'parameters', marks: ['resourceToBeDeleted', 'resourceGuardOperationRequests'] },
    answers: { 200: { schema: unlockDeleteWire, marks: ['unlockDeleteExpiryTime'] } },
  },
];
