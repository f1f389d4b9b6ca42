import { type EnforcementOfRules, advice, service } from './by.ts';

/** Who enforces the rules about restores by Commvault. */
export const commvaultEnforcement = {
  'commvault.disk-8tb': service('The document names 8 TB as the most that comes back.'),
  'commvault.classic.premium': service('The document calls it unsupported.'),
  'commvault.encrypted-blobs.files': service('The document calls it unsupported.'),
  'commvault.kv.subscription': service(
    'The document says that a key vault cannot be restored there.',
  ),
  'commvault.out-of-place': advice('The document names them among what such a restore is given.'),
} as const satisfies EnforcementOfRules;
