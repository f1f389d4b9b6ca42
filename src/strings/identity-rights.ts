import { sentences } from '#src/strings/sentences.ts';

/** Texts for missing permissions of an identity, and how an owner assigns them. */
export const identityRights = sentences({
  list: 'What the identity lacks',
  lacks: {
    subscription: (role: string, name: string) =>
      `Lacks ${role} on the subscription ${name}, which the new resource group inherits from.`,
    group: (role: string, name: string) => `Lacks ${role} on the resource group ${name}.`,
    account: (role: string, name: string) => `Lacks ${role} on the storage account ${name}.`,
  },
  command: 'For an owner',
  actions: (count: number) =>
    count === 1
      ? 'Or a custom role with 1 missing action'
      : `Or a custom role with ${String(count)} missing actions`,
  actionsOf: (scope: string) => `Missing actions on ${scope}`,
  checkAgain: 'Check again',
} as const);
