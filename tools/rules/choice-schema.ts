import * as z from 'zod/mini';

import type { Choices } from '#src/rules/fields.ts';

import { csrState, orNone, text, yesNo } from './vocabulary.ts';

/** Facts of the chosen staging storage account. */
export const staging = z.strictObject({
  region: text,
  kind: text,
  redundancy: z.optional(z.enum(['LRS', 'GRS', 'RA-GRS', 'ZRS', 'GZRS', 'RA-GZRS'])),
  tier: z.optional(z.enum(['Standard', 'Premium'])),
  hasNetworkRules: yesNo,
  allowSharedKey: yesNo,
});

/** Facts of the chosen network. */
export const vnet = z.strictObject({
  region: text,
  subscription: text,
  active: yesNo,
  affinityGroup: yesNo,
});

/** The choices of a case. */
export const choices: z.ZodMiniType<Partial<Choices>> = z.strictObject({
  product: z.optional(z.enum(['azure-backup', 'commvault'])),
  datasource: z.optional(z.nullable(z.enum(['azure-vm', 'azure-disk']))),
  scenario: z.optional(
    z.nullable(z.enum(['entire-vm', 'disk', 'files', 'encrypted', 'cross-region', 'bare-metal'])),
  ),
  client: z.optional(z.enum(['portal', 'rest', 'powershell', 'cli'])),
  action: z.optional(z.nullable(z.enum(['submit', 'deployTemplate', 'setCsr']))),
  instance: orNone,
  recoveryPointId: orNone,
  sourceResourceId: orNone,
  group: z.optional(z.nullable(z.enum(['createNew', 'replaceExisting']))),
  option: z.optional(z.nullable(z.enum(['createVm', 'restoreDisks', 'replaceDisks']))),
  secondary: yesNo,
  viewRegion: z.optional(z.enum(['primary', 'secondary'])),
  region: orNone,
  subscription: orNone,
  subscriptionTenant: orNone,
  zone: orNone,
  vmName: orNone,
  vmSize: orNone,
  rg: orNone,
  rgIsNew: yesNo,
  vnet: z.optional(z.nullable(vnet)),
  subnet: orNone,
  staging: z.optional(z.nullable(staging)),
  identity: z.optional(z.enum(['none', 'system', 'user'])),
  identityId: orNone,
  diskEncryptionSet: orNone,
  restoreAsManaged: z.optional(z.nullable(z.boolean())),
  diskAccess: z.optional(z.nullable(z.enum(['same', 'public', 'private']))),
  diskAccessId: orNone,
  diskMode: z.optional(z.enum(['ALR', 'OLR'])),
  diskName: orNone,
  confirmReplace: yesNo,
  consequenceRead: yesNo,
  warningsRead: yesNo,
  acceptTerms: yesNo,
  templateValues: z.optional(z.nullable(z.record(z.string(), z.string()))),
  templateVnet: orNone,
  csrState,
  cv: z.optional(z.nullable(z.enum(['in-place', 'out-of-place']))),
});
