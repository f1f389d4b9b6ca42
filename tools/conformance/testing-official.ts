import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Official samples lie beside the checkout while the project is written, and are not needed to test it. */
const folder = fileURLToPath(new URL('../../../shared/azure-samples', import.meta.url));

/** The folder of official samples; null where there is none. */
export const officialFolder: string | null = existsSync(folder) ? folder : null;

/** Every official sample with its file. */
export function officialSamples(): readonly (readonly [string, unknown])[] {
  if (officialFolder === null) return [];
  return readdirSync(officialFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const sample: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
      return [file, sample] as const;
    });
}
