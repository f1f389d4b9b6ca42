import { machineOf } from '#src/datasources/azure-vm/choices/target.ts';
import {
  FILE_FIELDS,
  type FileChoices,
  fileChoices,
} from '#src/datasources/azure-vm/files/fields.ts';
import { isOther, isOtherDatasource, type Transitions } from '#src/wizard/draft/transitions.ts';
import { type Cause, cause, lostFields } from '#src/wizard/fields/lost-fields.ts';

/** What follows from a change of a file recovery: a version is one of a system. */
export const fileTransitions: Transitions = {
  completed: (before, change) => {
    const { runnerSystem } = change;
    const isSame = runnerSystem === undefined || runnerSystem === before['runnerSystem'];
    return isSame ? change : { runnerVersion: null, ...change };
  },
  lostFields: (before, after) =>
    lostFields(FILE_FIELDS, causesOf(fileChoices(before), fileChoices(after)), fileChoices(after)),
  nameOf: ({ instance }) => machineOf(instance),
};

const causesOf = (before: FileChoices, after: FileChoices): Cause[] => [
  cause('instance', isOther(before.instance, after.instance)),
  cause('region', before.regionView !== after.regionView),
  cause('datasource', isOtherDatasource(before, after)),
];
