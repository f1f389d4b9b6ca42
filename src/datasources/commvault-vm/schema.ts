import { vmOf } from '#src/api/commvault/home.ts';
import { type CommvaultChoices as Choices, FIELDS } from '#src/datasources/commvault-vm/fields.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { chosenTextBy } from '#src/wizard/fields/chosen-text.ts';
import { type Cause, cause, lostFields } from '#src/wizard/fields/lost-fields.ts';
import { taskFields } from '#src/wizard/fields/task-fields.ts';

/** What the operator has chosen; null is "not chosen". */
export type CommvaultChoices = Choices;

/** A draft of a VM's restore by Commvault. */
export type CommvaultDraft = Draft<CommvaultChoices>;

/** The fields of a VM's restore by Commvault. */
export const commvaultFields = taskFields(FIELDS);

export const {
  choicesOf: commvaultChoices,
  draftOf: commvaultDraft,
  changeOf: commvaultChange,
  newDraft: newCommvaultDraft,
} = commvaultFields;

/** A field and what was chosen in it. */
export const chosenText = chosenTextBy(FIELDS);

/** What follows from a change: a key vault and a disk encryption set exclude each other. */
export const transitions: Transitions = {
  completed: (_, change) => ({
    ...change,
    ...(change['vmName'] !== undefined && { isNameTyped: true }),
    ...(typeof change['keyVault'] === 'string' && { diskEncryptionSet: null }),
    ...(typeof change['diskEncryptionSet'] === 'string' && { keyVault: null }),
  }),
  lostFields: (before, after) =>
    lostFields(
      FIELDS,
      causesOf(commvaultChoices(before), commvaultChoices(after)),
      commvaultChoices(after),
    ),
  // The GUID is all that an ID says.
  nameOf: ({ instance }) => (instance === null ? null : (vmOf(instance)?.name ?? null)),
};

/** Another subscription than the one filled in has other things in it, too. */
const causesOf = (before: CommvaultChoices, after: CommvaultChoices): Cause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('subscription', before.subscription !== after.subscription),
  cause('network', isOther(before.vnet, after.vnet)),
  cause('datasource', isOtherDatasource(before, after)),
];
