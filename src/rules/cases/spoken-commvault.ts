import type { Choices } from '../fields.ts';
import type { Given } from './case.ts';

/** Facts and choices under which each rule of Commvault's own speaks that no document has. */
export const spokenCommvault: Readonly<Record<string, readonly [Given, Partial<Choices>]>> = {
  'platform.commvault.instance': [{}, { product: 'commvault', instance: null }],
  'platform.commvault.point': [{}, { product: 'commvault', recoveryPointId: null }],
  'platform.commvault.restore-disabled': [
    { commvault: { isRestoreEnabled: false } },
    { product: 'commvault' },
  ],
  'platform.commvault.passkey': [{ commvault: { needsPasskey: true } }, { product: 'commvault' }],
  'platform.commvault.os-disk': [{ commvault: { hasOsDisk: false } }, { product: 'commvault' }],
  'platform.commvault.ultra-disks': [{ vm: { hasUltraDisks: true } }, { product: 'commvault' }],
  'platform.commvault.point.later': [{ point: { ageHours: -1 } }, { product: 'commvault' }],
  'platform.commvault.hypervisor': [{}, { product: 'commvault', hypervisor: null }],
  'platform.commvault.in-place.confirm': [{}, { product: 'commvault', cv: 'in-place' }],
  'platform.commvault.subscription': [
    {},
    { product: 'commvault', cv: 'in-place', subscription: null },
  ],
  'platform.commvault.subscription.hypervisor': [
    { commvault: { hypervisorSubscription: 'sub-A' } },
    { product: 'commvault', cv: 'out-of-place', subscription: 'sub-B' },
  ],
  'platform.commvault.name': [{}, { product: 'commvault', cv: 'out-of-place', vmName: null }],
  'platform.commvault.name.form': [{}, { product: 'commvault', cv: 'out-of-place', vmName: '-a' }],
  'platform.commvault.name.taken': [
    { target: { vmNames: ['TARGETVM'] } },
    { product: 'commvault', cv: 'out-of-place' },
  ],
  'platform.commvault.rg': [{}, { product: 'commvault', cv: 'out-of-place', rg: null }],
  'platform.commvault.region': [{}, { product: 'commvault', cv: 'out-of-place', region: null }],
  'platform.commvault.size': [{}, { product: 'commvault', cv: 'out-of-place', vmSize: null }],
  'platform.commvault.size.available': [
    { platform: { skuAvailable: false } },
    { product: 'commvault', cv: 'out-of-place' },
  ],
  'platform.commvault.cores': [
    { commvault: { hasCores: false } },
    { product: 'commvault', cv: 'out-of-place' },
  ],
  'platform.commvault.account': [{}, { product: 'commvault', cv: 'in-place', staging: null }],
  'platform.commvault.account.region': [
    {},
    { product: 'commvault', staging: { region: 'westus' } },
  ],
  'platform.commvault.network': [
    {},
    { product: 'commvault', cv: 'out-of-place', region: 'westus', vnet: null },
  ],
  'platform.commvault.network.region': [
    {},
    { product: 'commvault', cv: 'out-of-place', vnet: { region: 'westus' } },
  ],
  'platform.commvault.copy.host-name': [
    { commvault: { sharesNetwork: true } },
    { product: 'commvault', cv: 'out-of-place' },
  ],
  'platform.commvault.subnet': [{}, { product: 'commvault', cv: 'out-of-place', subnet: null }],
  'platform.commvault.nsg.region': [
    {},
    { product: 'commvault', cv: 'out-of-place', region: 'westus' },
  ],
  'platform.commvault.overwrite.confirm': [
    {},
    { product: 'commvault', cv: 'out-of-place', overwrite: true, action: 'submit' },
  ],
};
