import * as z from 'zod/mini';
import { chosenOf, stagingChoice } from '#src/datasources/azure-vm/choices/rule-values.ts';
import {
  accountCandidates,
  identityCandidates,
  regionalCandidates,
} from '#src/datasources/azure-vm/explain/candidates.ts';
import { field, ifChosen, text, valueText } from '#src/datasources/azure-vm/fields/field.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { labelOf } from '#src/rules/fields.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { unusedChoices } from '#src/strings/unused-choices.ts';
import { wizard } from '#src/strings/wizard.ts';
import { always } from '#src/wizard/fields/field.ts';
import { known } from '#src/wizard/reads/read.ts';

const words = wizard.configuration;
const step = 'configuration';

/** Where the service puts its files, how the disks are restored, and by whose permission. */
export const DISK_FIELDS = {
  /** Id of the storage account. */
  staging: field(text, null, {
    step,
    label: words.staging,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (staging, { reads }) => ({
      staging: chosenOf(staging, known(reads.accounts), stagingChoice),
    }),
    fromRules: (settled, { choices }) => (settled.staging === null ? null : choices.staging),
    summary: (staging, { reads }) => valueText(staging, accountText(staging, reads)),
    candidates: accountCandidates,
  }),
  restoreAsManaged: field(z.nullable(z.boolean()), null, {
    step,
    label: words.restoreAsManaged,
    control: 'check',
    leftOut: null,
    forRules: (restoreAsManaged) => ({ restoreAsManaged }),
    fromRules: (settled) => settled.restoreAsManaged,
    unusedText: () => words.restoreAsManaged,
    summary: (isManaged) => (isManaged === true ? words.yes : null),
  }),
  /** Id of the disk encryption set. */
  diskEncryptionSet: field(text, null, {
    step,
    label: words.encryptionSet,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (diskEncryptionSet) => ({ diskEncryptionSet }),
    fromRules: (settled) => settled.diskEncryptionSet,
    summary: ifChosen(nameOf),
    candidates: ({ choices, reads }) =>
      regionalCandidates({ shown: choices, reads }, 'diskEncryptionSet', reads.encryptionSets),
  }),
  identity: field(z.enum(['none', 'system', 'user']), 'none', {
    step,
    label: words.identity,
    isWithoutFacts: true,
    leftOut: 'none',
    forRules: (identity) => ({ identity }),
    fromRules: (settled) => settled.identity,
    unusedText: (identity) => unusedChoices.chosen(words.identity, words.identities[identity]),
    summary: (identity) => (identity === 'none' ? null : words.identities[identity]),
  }),
  identityId: field(text, null, {
    step,
    label: words.identityId,
    isTyped: true,
    leftOut: null,
    nameOf,
    forRules: (identityId) => ({ identityId }),
    fromRules: (settled) => settled.identityId,
    summary: ifChosen((id) => id),
    candidates: identityCandidates,
  }),
  /** What was typed to confirm a replacement: the machine's name confirms it. */
  confirmReplace: field(text, null, {
    step,
    label: words.confirm,
    clearedBy: { instance: always, datasource: always },
    // Letter for letter.
    forRules: (typed, { reads }) => ({
      confirmReplace: typed !== null && typed === known(reads.instance)?.friendlyName,
    }),
  }),
};

/** Who may reach the restored disks. */
export const NETWORK_FIELDS = {
  diskAccess: field(z.nullable(z.enum(['same', 'public', 'private'])), null, {
    step: 'network-access',
    label: wizard.network.label,
    isWithoutFacts: true,
    forRules: (diskAccess) => ({ diskAccess }),
    fromRules: (settled) => settled.diskAccess,
    unusedText: (access) => (access === null ? wizard.network.label : wizard.network[access]),
    summary: (access) => (access === null ? null : [submission.network, wizard.network[access]]),
  }),
  /** Id of the disk access. */
  diskAccessId: field(text, null, {
    step: 'network-access',
    label: wizard.network.diskAccess,
    clearedBy: { region: always, subscription: always },
    leftOut: null,
    nameOf,
    forRules: (diskAccessId) => ({ diskAccessId }),
    fromRules: (settled) => settled.diskAccessId,
    summary: ifChosen(nameOf),
    candidates: ({ choices, reads }) =>
      regionalCandidates({ shown: choices, reads }, 'diskAccessId', reads.diskAccesses),
  }),
};

/** Selected at Review; any other change clears these. */
export const REVIEW_FIELDS = {
  consequenceRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('consequenceRead'),
    forRules: (consequenceRead) => ({ consequenceRead }),
  }),
  warningsRead: field(z.boolean(), false, {
    step: 'review',
    label: labelOf('warningsRead'),
    forRules: (warningsRead) => ({ warningsRead }),
  }),
};

function accountText(staging: string | null, { accounts }: Reads): string | undefined {
  const account = known(accounts)?.find(({ id }) => sameId(id, staging));
  return account && `${account.name} (${account.redundancy ?? common.notReported})`;
}
