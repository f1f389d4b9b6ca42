import { CLIENT_ID, HOME_TENANT } from '../entra/directory.ts';
import { freshness } from '../freshness.ts';
import { commandFile, runNode } from '../program.ts';

/** The folder of the live build that signs in at the faked Entra. */
export const SIGNED_FOLDER = 'dist-signed';

/** Builds the live build for the faked Entra when it is missing or older than its sources. */
export async function bringSignedUpToDate(): Promise<void> {
  if (freshness(SIGNED_FOLDER) === 'fresh') return;
  const args = ['build', '--outDir', SIGNED_FOLDER, '--emptyOutDir'];
  const env = { VITE_CLIENT_ID: CLIENT_ID, VITE_TENANT_ID: HOME_TENANT };
  const { code, output } = await runNode(commandFile('vite'), args, env);
  if (code !== 0) throw new Error(`The live build failed.\n${output}`);
}
