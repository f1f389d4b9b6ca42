import { instanceName } from '#src/model/instances.ts';
import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import { type DiskChoices, diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { type Cause, cause, lostFields } from '#src/wizard/fields/lost-fields.ts';

/** What follows from a change of a disk's restore. */
export const transitions: Transitions = {
  completed: (_, change) => change,
  lostFields: (before, after) =>
    lostFields(FIELDS, causesOf(diskChoicesOf(before), diskChoicesOf(after)), diskChoicesOf(after)),
  nameOf: ({ instance }) => (instance === null ? null : instanceName(instance)),
};

const causesOf = (before: DiskChoices, after: DiskChoices): Cause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('subscription', isOther(before.subscription, after.subscription)),
  cause('datasource', isOtherDatasource(before, after)),
];
