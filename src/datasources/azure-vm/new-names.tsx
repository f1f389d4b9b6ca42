import { Button } from '@fluentui/react-components';
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { neverSent } from '#src/api/arm/error.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { otherRestoresQuery } from '#src/api/queries/running-restores.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { checks as words } from '#src/strings/checks.ts';
import { Status } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { jobsOn } from '#src/wizard/draft/sent.ts';
import { readOf } from '#src/wizard/read.ts';
import {
  CHECK_TONES,
  foundText,
  metIn,
  targetResult,
  unreadTexts,
} from '#src/wizard/review/check.ts';
import { JobLink } from '#src/wizard/review/CheckSection.tsx';
import { begunSince, type TargetQueries } from '#src/wizard/submit/begun-since.ts';

/** The names of new VMs that no restore creates, of restored disks or of a template: restores in progress may take them. */

/** What new VMs need: their names. `source`: the VM that their disks are of. */
const wantedNames = (machines: readonly ResourceId[], source: string): WantedTarget => ({
  parts: machines.flatMap((id) => {
    const place = parseResourceId(id);
    return place === null
      ? []
      : [
          {
            kind: 'vm' as const,
            name: place.name,
            group: place.resourceGroup,
            subscriptionId: place.subscriptionId,
          },
        ];
  }),
  source,
});

const queriesFor = ({ parts }: WantedTarget): TargetQueries => ({
  ofVault: null,
  others: otherRestoresQuery({ beside: null, jobs: jobsOn(parts) }),
});

/** By what the page shows. */
const readsIn = (client: QueryClient, { others }: TargetQueries) => {
  const value = client.getQueryData(others.queryKey);
  return {
    ofVault: null,
    others:
      value === undefined ? ({ state: 'loading' } as const) : ({ state: 'known', value } as const),
  };
};

/**
 * Reads once more which restores take these names, right before something is sent. @throws ArmError, with nothing sent,
 * where the page doesn't show what it finds: the next press has seen it.
 */
export async function holdForNames(
  client: QueryClient,
  machines: readonly ResourceId[],
  source: string,
): Promise<void> {
  const wanted = wantedNames(machines, source);
  if (wanted.parts.length === 0) return;
  const queries = queriesFor(wanted);
  const shown = metIn(wanted, readsIn(client, queries));
  const read = begunSince(client, { draftId: '', wanted, queries, shown, decided: {} });
  const { begun, unread } = await read();
  if (begun.length > 0)
    throw neverSent(foundText(targetResult(wanted, readsIn(client, queries), 'vm')));
  if (unread.length > 0) throw neverSent(unreadTexts(unread).join(' '));
}

interface NewNamesProps {
  readonly machines: readonly ResourceId[];
  readonly source: string;
}

/** Whether restores in progress take the names of new VMs, with their jobs. */
export function NewNames({ machines, source }: NewNamesProps) {
  const { column } = useCommonStyles();
  const wanted = wantedNames(machines, source);
  const query = useQuery(queriesFor(wanted).others);
  const result = targetResult(wanted, { ofVault: null, others: readOf(query) }, 'vm');
  const { state, remedies = [] } = result;
  return (
    <section aria-label={words.target.name} className={column}>
      <Status tone={CHECK_TONES[state]}>{`${words.target.name}: ${words.state[state]}`}</Status>
      <span>
        <Name>{foundText(result)}</Name>
      </span>
      {remedies.map((remedy) =>
        remedy.kind === 'job' ? <JobLink key={remedy.address} {...remedy} /> : null,
      )}
      {state === 'notChecked' && (
        <div>
          <Button size="small" onClick={() => void query.refetch()}>
            {words.checkAgain}
          </Button>
        </div>
      )}
    </section>
  );
}
