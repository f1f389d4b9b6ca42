import * as z from 'zod/mini';
import { maybe, nameOrNumber, pageOf } from '#src/api/arm/wire.ts';

/**
 * A field that is nothing where Azure sends another kind of value than the contract says: one odd
 * field of one job must not cost a person the whole list.
 */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);

/** The readable ones of a list. */
const listOf = <Schema extends z.core.$ZodType>(item: Schema) =>
  lenient(
    z.pipe(
      z.array(lenient(item)),
      z.transform((list) => list.filter((one) => one !== null && one !== undefined)),
    ),
  );

/** A number that may come as text, also with its sign: `40`, `"40.5 %"`. */
const figure = lenient(
  z.union([
    z.number(),
    z.pipe(
      z.string().check(z.regex(/^\s*-?\d+(\.\d+)?\s*%?\s*$/)),
      z.transform((text) => Number.parseFloat(text)),
    ),
  ]),
);
const text = lenient(z.string());

const taskWire = z.looseObject({
  taskId: text,
  status: text,
  duration: text,
  startTime: text,
  endTime: text,
  progressPercentage: figure,
  taskExecutionDetails: text,
});

const jobErrorWire = z.looseObject({
  errorCode: lenient(nameOrNumber),
  errorTitle: text,
  errorString: text,
  recommendations: listOf(z.string()),
});

/**
 * A backup job (azure-contract §8). Lists come without `extendedInfo`; keys come and go between
 * two reads of one job; `actionsInfo` is names or numbers.
 */
export const jobWire = z.looseObject({
  id: z.string(),
  name: z.catch(z.string(), ''),
  type: text,
  properties: z.catch(
    z.looseObject({
      jobType: text,
      operation: text,
      status: text,
      backupManagementType: text,
      entityFriendlyName: text,
      containerName: text,
      actionsInfo: listOf(nameOrNumber),
      startTime: text,
      endTime: text,
      duration: text,
      activityId: text,
      isUserTriggered: lenient(z.union([z.boolean(), z.string()])),
      errorDetails: listOf(jobErrorWire),
      extendedInfo: lenient(
        z.looseObject({
          tasksList: listOf(taskWire),
          propertyBag: lenient(z.record(z.string(), text)),
          internalPropertyBag: lenient(z.record(z.string(), text)),
          progressPercentage: figure,
          estimatedRemainingDuration: text,
          dynamicErrorMessage: text,
        }),
      ),
    }),
    {},
  ),
});
export type JobWire = z.infer<typeof jobWire>;

/** A row of the list over all vaults: one without an id must not fail its whole page. */
export const jobRowWire = z.extend(jobWire, { id: z.catch(z.string(), '') });

export const jobPageWire = pageOf(jobWire);
