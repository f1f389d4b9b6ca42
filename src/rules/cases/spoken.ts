import { type Choices } from '../choices.ts';
import { type Given } from './case.ts';

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
};
