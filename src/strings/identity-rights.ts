import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for missing permissions of an identity, and how an owner assigns them. */
export const identityRights = sentences({
  list: 'Missing roles of the identity',
  lacks: {
    subscription: (role: string, name: string) =>
      `Needs ${role} on the subscription ${name}, because the resource group is new.`,
    group: (role: string, name: string) => `Needs ${role} on the resource group ${name}.`,
    account: (role: string, name: string) => `Needs ${role} on the storage account ${name}.`,
  },
  command: 'For an owner',
  actions: (count: number) =>
    plural(
      count,
      'Or a custom role with 1 required action',
      `Or a custom role with ${String(count)} required actions`,
    ),
  actionsOf: (scope: string) => `Required actions on ${scope}`,
  checkAgain: 'Check again',
} as const);
