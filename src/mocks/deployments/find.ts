import { deploymentIn } from '#src/mocks/deployments/prepare.ts';
import { failure, groupNotFound } from '#src/mocks/errors.ts';
import { groupIn } from '#src/mocks/resource-lists.ts';
import { type Answer, type Call, handlersBy, param } from '#src/mocks/service.ts';
import type { Deployment } from '#src/mocks/world/deployed.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { sameId } from '#src/model/resource-id.ts';

type Moment = Pick<Call, 'state' | 'now'>;

/** Deployments that are there at a moment, the newest of each name; those of deleted groups are not. */
function deploymentsNow({ state, now }: Moment): readonly Deployment[] {
  const newest = state.deployments.filter(
    (one, index, all) =>
      !all.slice(index + 1).some(({ plan }) => sameId(plan.deploymentId, one.plan.deploymentId)),
  );
  const past = state.removals.filter(({ atMs }) => atMs <= now);
  return newest.filter(
    ({ plan: { deploymentId }, atMs, seq }) =>
      !past.some(
        (gone) =>
          (sameId(gone.id, deploymentId) ||
            deploymentId.toLowerCase().startsWith(`${gone.id.toLowerCase()}/`)) &&
          (gone.atMs > atMs || (gone.atMs === atMs && gone.seq > seq)),
      ),
  );
}

/** The deployments of the group that a path names. */
export const deploymentsInGroup = (call: Call): readonly Deployment[] =>
  deploymentsNow(call).filter(({ plan }) => sameId(groupOf(plan.deploymentId), groupIn(call)));

/** The deployment that a path names. */
export const deploymentNow = (call: Call): Deployment | undefined =>
  deploymentsNow(call).find(({ plan }) => sameId(plan.deploymentId, deploymentIn(call)));

/** 404 of a deployment (code and text: general knowledge of ARM, G). */
const deploymentNotFound = (name: string): Answer =>
  failure(404, 'DeploymentNotFound', `Deployment '${name}' could not be found.`);

/** Runs `work` with the deployment that the path names; 404 where there is none. */
export const onDeployment = handlersBy(
  (call: Call, work: (deployment: Deployment) => Answer): Answer => {
    if (findGroup(call.state, groupIn(call)) === undefined) return groupNotFound(param(call, 'rg'));
    const found = deploymentNow(call);
    return found === undefined ? deploymentNotFound(param(call, 'deployment')) : work(found);
  },
);
