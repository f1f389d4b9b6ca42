import { type BuildMode, metaCsp } from '../csp.ts';
import { deploymentFiles } from '../vite/deployment.ts';
import type { Build } from './build.ts';

/** Characters that a page has in place of quotes. */
const plain = (html: string): string => html.replaceAll('&#39;', "'").replaceAll('&quot;', '"');

/**
 * What a build fails to bring along for its protection: a page whose own policy is missing or comes after a
 * script, a file of settings that is missing or says something else.
 */
export function notShipped(build: Pick<Build, 'files' | 'read'>, mode: BuildMode): string[] {
  const names = [...build.files.keys()];
  const pages = names.filter((name) => name.endsWith('.html'));
  const bare = pages.filter((name) => {
    const [beforeScripts = ''] = plain(build.read(name)).split('<script');
    return !beforeScripts.includes(`content="${metaCsp(mode)}"`);
  });
  const settings = Object.entries(deploymentFiles(mode))
    .filter(([name, text]) => !names.includes(name) || build.read(name) !== text)
    .map(([name]) => name);
  return [...(pages.length === 0 ? ['index.html'] : bare), ...settings];
}
