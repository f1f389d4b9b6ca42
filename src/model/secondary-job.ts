import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** A vault, and its secondary region. */
export interface SecondaryPlace {
  readonly vaultId: ResourceId;
  readonly region: string;
}

const JOB_ID = /^(.+\/vaults\/[^/]+)\/locations\/([^/]+)\/backupJobs\/([^/]+)$/i;

/**
 * The id of such a job in this product. Azure's own does not name the vault, without which the job
 * can't be requested.
 */
export function secondaryJobId({ vaultId, region }: SecondaryPlace, jobName: string): ResourceId {
  return resourceId(`${vaultId}/locations/${region}/backupJobs/${jobName}`);
}

/** The place and the name in an id of {@link secondaryJobId}; null for a job of the vault's own region. */
export function secondaryJobOf(id: string): { place: SecondaryPlace; jobName: string } | null {
  const [, vaultId, region, jobName] = JOB_ID.exec(id) ?? [];
  if (!vaultId || !region || !jobName) return null;
  return { place: { vaultId: resourceId(vaultId), region }, jobName };
}

/** The vaults whose secondary regions jobs run or ran in, each once. */
export function secondaryVaults(jobs: readonly { readonly id: string }[]): readonly ResourceId[] {
  return [...new Set(jobs.flatMap(({ id }) => secondaryJobOf(id)?.place.vaultId ?? []))];
}
