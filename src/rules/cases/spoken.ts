import type { Choices } from '../fields.ts';
import type { Given } from './case.ts';
import { spokenCommvault } from './spoken-commvault.ts';

/** A machine that has lost its domain, so that no one can log on. */
const domainLost: Given = { vm: { domainJoined: true, domainTrouble: true } };

/**
 * What no shared case shows: the rule, and facts and choices under which it speaks, and has its
 * alternative.
 */
export const spoken: Readonly<Record<string, readonly [Given, Partial<Choices>]>> = {
  'datasource.type.required': [{}, { datasource: null }],
  'datasource.disk.wrong-vault': [{}, { datasource: 'azure-disk' }],
  'datasource.files.arm-only': [{ vm: { deployment: 'classic' } }, { scenario: 'files' }],
  'instance.disk.pick': [{}, { datasource: 'azure-disk', instance: null }],
  'point.archive': [{ policy: { archive: true }, point: { tier: 'Archive' } }, {}],
  'create-vm.vnet.subscription': [{}, { vnet: { subscription: 'sub-B' } }],
  'restore-disks.rg.required': [{}, { option: 'restoreDisks', rg: null }],
  'restore-disks.staging.required': [{}, { option: 'restoreDisks', staging: null }],
  'template.values': [{}, { action: 'deployTemplate' }],
  'template.crr.vnet': [{}, { action: 'deployTemplate', secondary: true }],
  'replace.classic': [{ vm: { deployment: 'classic' } }, { option: 'replaceDisks' }],
  'replace.generalized': [{ vm: { isGeneralized: true } }, { option: 'replaceDisks' }],
  'crr.disaster.staging': [{ platform: { primaryDown: true } }, { staging: null }],
  'czr.pinned-zone-down': [{ vm: { zone: '1' }, platform: { pinnedZoneDown: true } }, {}],
  'network.required': [{ policy: { networkStepAlways: true } }, {}],
  'platform.backup.stopped': [{ vm: { isProtectionStopped: true } }, { option: 'replaceDisks' }],
  'platform.disk-access.endpoint': [
    { target: { diskAccessUsable: false } },
    { diskAccess: 'private', diskAccessId: 'da' },
  ],
  'platform.encryption-set.ready': [
    { target: { encryptionSetReady: false }, vault: { cmkEnabled: true } },
    { diskEncryptionSet: 'des' },
  ],
  'platform.identity-id.on-vault': [
    { vault: { userIdentityIds: [] } },
    {
      identity: 'user',
      identityId:
        '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/other',
    },
  ],
  'network.private.disk-access': [{}, { diskAccess: 'private' }],
  'review.all-rules': [{ form: { errors: 1 } }, { action: 'submit' }],
  'review.warnings.acknowledge': [{ form: { warnings: 1 } }, { action: 'submit' }],
  'review.disk.gate': [
    { disk: { validation: 'running' } },
    { datasource: 'azure-disk', action: 'submit' },
  ],
  'datasource.disk.also-via-vm': [
    { vault: { type: 'Backup' }, disk: { attachedVmProtected: true } },
    { datasource: 'azure-disk' },
  ],
  'datasource.scenario.disk': [{}, { scenario: 'disk' }],
  'datasource.scenario.encrypted': [{}, { scenario: 'encrypted' }],
  'datasource.scenario.cross-region': [{}, { scenario: 'cross-region' }],
  'datasource.bmr': [{}, { scenario: 'bare-metal' }],
  'point.consistency.crash': [{ point: { consistency: 'CrashConsistent' } }, {}],
  'csr.enabled-by-default': [{ vault: { csrState: null } }, {}],
  'special.dc.single': [{ vm: { dc: 'single-dc-single-domain' } }, {}],
  'special.network.vhds': [{ vm: { loadBalancer: 'external' } }, { option: 'restoreDisks' }],
  'review.crr.no-cancel': [{}, { secondary: true, viewRegion: 'secondary', action: 'submit' }],
  'jobs.deploy-template': [{ job: { kind: 'restoreDisks', status: 'Completed' } }, {}],
  'jobs.failed.cleanup': [{ job: { status: 'Failed' } }, { identity: 'system' }],
  'after.domain-broken': [{ vm: { domainJoined: true } }, {}],
  'after.domain.1-attach': [domainLost, {}],
  'after.domain.2-agent': [domainLost, {}],
  'after.domain.3-serial': [domainLost, {}],
  'after.domain.4-reset': [domainLost, {}],
  'after.domain.5-disjoin': [domainLost, {}],
  'after.domain.6-rdp': [domainLost, {}],
  'after.domain.7-rejoin': [domainLost, {}],
  'commvault.zones.kept': [{ vm: { zone: '1' } }, { product: 'commvault' }],
  'commvault.host-encryption': [{ vm: { encryptionAtHost: true } }, { product: 'commvault' }],
  'commvault.out-of-place': [{}, { product: 'commvault', cv: 'out-of-place', vmSize: null }],
  ...spokenCommvault,
};
