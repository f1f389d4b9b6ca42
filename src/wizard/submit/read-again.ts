import type { QueryClient } from '@tanstack/react-query';
import {
  instanceQuery,
  recoveryPointsQuery,
  secondaryPointsQuery,
  vaultQuery,
} from '#src/api/queries/instances.ts';
import { machineNamesQuery, virtualNetworksQuery } from '#src/api/queries/placement.ts';
import {
  machineQuery,
  resourceGroupsQuery,
  storageAccountsQuery,
} from '#src/api/queries/targets.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { known, type Reads } from '#src/wizard/draft/reads.ts';
import { findingsOf, rulesToRead } from '#src/wizard/draft/review.ts';
import { schemaFor } from '#src/wizard/draft/step-schema.ts';
import { type DraftView, targetSubscription, viewOf } from '#src/wizard/draft/view.ts';
import { latestRead, readOnceMore } from '#src/wizard/submit/latest-reads.ts';
import { type PlannedRestore, plannedRestore } from '#src/wizard/submit/request.ts';

/**
 * Reads once more what others may have taken away, or taken, since Review was drawn.
 * @returns whether the restore that was confirmed is still the one that the draft asks for, nothing
 * refuses it, and nothing warns of it that did not warn at Review.
 */
export async function isStillSo(
  client: QueryClient,
  view: DraftView,
  confirmed: PlannedRestore,
): Promise<boolean> {
  const reads = await readAgain(client, view);
  const latest = viewOf(view.draft, reads);
  const planned = plannedRestore(latest);
  return (
    planned.ok &&
    JSON.stringify(planned.value) === JSON.stringify(confirmed) &&
    schemaFor('review', reads).safeParse(view.shown).success &&
    !warnsAnew(view, latest)
  );
}

/** Whether something is to be read before Restore that was not there when it was pressed. */
function warnsAnew(before: DraftView, latest: DraftView): boolean {
  const read = new Set(rulesToRead(findingsOf(before.settled)));
  return rulesToRead(findingsOf(latest.settled)).some((rule) => !read.has(rule));
}

async function readAgain(client: QueryClient, view: DraftView): Promise<Reads> {
  const id = resourceId(view.shown.instance ?? '');
  const target = targetSubscription(view.draft.choices, view.reads);
  const item = known(view.reads.instance);
  const queries = {
    instance: instanceQuery(id),
    vault: vaultQuery(item?.vaultId ?? id),
    machine: machineQuery(item?.sourceResourceId ?? id),
    points: recoveryPointsQuery(id),
    secondaryPoints: secondaryPointsQuery(id),
    groups: resourceGroupsQuery(target),
    accounts: storageAccountsQuery(target),
    networks: virtualNetworksQuery(target),
    machineNames: machineNamesQuery(target),
  };
  await readOnceMore(
    client,
    Object.values(queries).map(({ queryKey }) => queryKey),
  );
  const { reads } = view;
  const { points, secondaryPoints, groups, accounts, networks, machineNames } = queries;
  return {
    ...reads,
    at: now(),
    instance: latestRead(client.getQueryData(queries.instance.queryKey), reads.instance),
    vault: latestRead(client.getQueryData(queries.vault.queryKey), reads.vault),
    machine: latestRead(client.getQueryData(queries.machine.queryKey), reads.machine),
    points: latestRead(client.getQueryData(points.queryKey), reads.points),
    secondaryPoints: latestRead(
      client.getQueryData(secondaryPoints.queryKey),
      reads.secondaryPoints,
    ),
    groups: latestRead(client.getQueryData(groups.queryKey), reads.groups),
    accounts: latestRead(client.getQueryData(accounts.queryKey), reads.accounts),
    networks: latestRead(client.getQueryData(networks.queryKey), reads.networks),
    machineNames: latestRead(client.getQueryData(machineNames.queryKey), reads.machineNames),
  };
}
