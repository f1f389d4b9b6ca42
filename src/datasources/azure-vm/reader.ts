import { type QueryClient, useQuery } from '@tanstack/react-query';
import { secondaryPointsQuery } from '#src/api/recovery-services/points.ts';
import { regionsQuery } from '#src/api/resources/places.ts';
import { newDraft } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { copiesLeft } from '#src/datasources/azure-vm/target.ts';
import {
  NOTHING_READ,
  type Reads,
  READS,
  SOURCE_READS,
  type SourceReads,
  TARGET_NOT_READ,
} from '#src/datasources/azure-vm/reads.ts';
import { TARGET_READS } from '#src/datasources/azure-vm/target-reads.ts';
import { vmTargetSubscription } from '#src/datasources/azure-vm/model.ts';
import { now } from '#src/lib/clock.ts';
import { keysOf } from '#src/lib/data.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import {
  type AnswersOf,
  queriesDue,
  type QueriesOf,
  type ReadSource,
  type ReadTable,
  tableReader,
  useReader,
} from '#src/wizard/read-table.ts';
import { known, readOf } from '#src/wizard/read.ts';

const SOURCE_NAMES = keysOf(SOURCE_READS);
const TARGET_NAMES = keysOf(TARGET_READS);

/** What a read may depend on. */
interface Given {
  readonly choices: VmChoices;
  readonly reads: AnswersOf<typeof READS>;
  /** The subscription restored to; empty while it is not known. */
  readonly target: string;
  readonly made?: Reads['made'] | undefined;
}

type Queries = QueriesOf<typeof READS>;

/** A query of a read, enabled while the read is needed. */
type ReadQuery = Queries[keyof Queries][number];

const TABLE: ReadTable<Given, AnswersOf<typeof READS>, Queries> = READS;

/** The subscription that a restore goes to; empty while it is not known. */
type TargetOf = (choices: VmChoices, reads: Reads) => string;

/** Ages are counted in minutes: as long the moment of looking stays, and with it what is drawn from it. */
const MINUTE_MS = 60_000;

/**
 * Reads from the cache what a draft needs. It gives the same object, and in it the same reads, while
 * nothing has changed for a minute. Without `targetOf` it reads nothing about where the restore goes.
 */
export function newReader(client: QueryClient, targetOf?: TargetOf) {
  const readNow = tableReader(client, TABLE, NOTHING_READ);
  let answers = NOTHING_READ;
  let latest: Reads = { ...answers, at: now() };
  return (choices: VmChoices, made?: Reads['made']) => {
    const { reads, queries } = readNow((above, ask) => {
      ask(SOURCE_NAMES, { choices, reads: above, target: '' });
      if (targetOf === undefined) return;
      const target = targetOf(choices, { ...above, at: latest.at });
      ask(TARGET_NAMES, { choices, reads: above, target, made });
    });
    const at = now();
    const isSame = reads === answers && made === latest.made;
    if (!isSame || Math.abs(at - latest.at) >= MINUTE_MS) latest = { ...reads, at, made };
    answers = reads;
    return { reads: latest, queries };
  };
}

/** The queries of the reads that are read again, by their names; a read of several things is not. */
export const queriesAgain = (
  given: Given,
  isDue: (when: NonNullable<ReadSource['readAgain']>) => boolean,
) => queriesDue(TABLE, given, isDue);

const NOTHING = newDraft('', 0).choices;

/** Reads from Azure about a backup instance, each thing once its ID is known; null: none is selected. */
export const useSourceReads = (
  instance: string | null,
  regionView: VmChoices['regionView'] = 'primary',
): SourceReads =>
  useReader<VmChoices, Reads, ReadQuery>(newReader, { ...NOTHING, instance, regionView });

/** What a draft is read for. */
type ReadFor = Pick<Reads, 'made'> & { readonly choices: VmChoices };

function newDraftReader(client: QueryClient) {
  const read = newReader(client, vmTargetSubscription);
  return ({ choices, made }: ReadFor) => read(choices, made);
}

/** Asks Azure what a draft needs to know, each thing once its id is known. */
export const useReads = (choices: VmChoices, made?: Reads['made']): Reads =>
  useReader<ReadFor, Reads, ReadQuery>(newDraftReader, { choices, made });

/**
 * What the restore options of a machine are judged by, wherever it could be restored to; what is known of
 * the paired region only where something is down.
 */
export function useOptionReads(itemId: ResourceId, isDown: boolean): Reads {
  const source = useSourceReads(itemId);
  const subscription = known(source.instance)?.subscriptionId;
  const regions = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: isDown && subscription !== undefined,
  });
  const secondaryPoints = useQuery({
    ...secondaryPointsQuery(itemId),
    enabled: isDown && copiesLeft(source) === 'secondary',
  });
  return {
    ...TARGET_NOT_READ,
    ...source,
    regions: readOf(regions),
    secondaryPoints: readOf(secondaryPoints),
  };
}
