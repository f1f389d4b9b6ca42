import { ownFile } from '#src/api/arm/pipeline.ts';
import { type CommServe, provideCommServes } from '#src/api/commvault/home.ts';
import { leaveOut } from '#src/datasources/registry.ts';
import { basePath } from '#src/lib/base.ts';
import { loadCode } from '#src/lib/load.ts';
import type { ConfigProblem } from '#src/pages/routes.ts';

let problem: ConfigProblem | null = null;

/** What is wrong with the deployment's `config.json`; null: nothing, or there is none. */
export const configProblem = (): ConfigProblem | null => problem;

/**
 * Reads what the deployment names in `config.json`. Where that can't be used, Azure works as without it, and
 * Settings says why. Never rejects.
 */
export async function readDeployment(): Promise<void> {
  const commServes = await deployedCommServes().catch((error: unknown) => {
    problem = { why: 'unread', detail: error instanceof Error ? error.message : String(error) };
    return [];
  });
  provideCommServes(commServes);
  if (commServes.length === 0) leaveOut('commvault-vm');
}

async function deployedCommServes(): Promise<readonly CommServe[]> {
  const text = await ownFile(`${basePath()}config.json`);
  if (text === null) return [];
  const { commServesIn } = await loadCode(() => import('#src/api/commvault/config.ts'));
  const read = commServesIn(text);
  if (read.ok) return read.value;
  problem = { why: 'wrong', places: read.reason };
  return [];
}
