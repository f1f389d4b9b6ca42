import type { CDPSession, Page } from 'playwright/test';
import type { Troubles } from '../troubles.ts';

/** Code that is loaded when it is needed, which a broken connection or a new release can keep away. */
export class Chunks {
  private readonly page: Page;
  private readonly troubles: Troubles;
  private session: CDPSession | null = null;

  constructor(page: Page, troubles: Troubles) {
    this.page = page;
    this.troubles = troubles;
  }

  /** From now on the files of these sources don't load, and all others do. */
  async block(...sources: readonly string[]): Promise<void> {
    this.troubles.expectMissingCode();
    const answer = await this.page.request.get('/.vite/modules.json');
    const modules: unknown = await answer.json();
    await this.set(sources.map((source) => `*/${fileOf(modules, source)}`));
  }

  /** All files load again. */
  async unblock(): Promise<void> {
    await this.set([]);
  }

  private async set(urls: string[]): Promise<void> {
    this.session ??= await this.page.context().newCDPSession(this.page);
    await this.session.send('Network.enable');
    await this.session.send('Network.setBlockedURLs', { urls });
  }
}

/** The file of a build that a source is in, by what the build notes of the sources in each. */
export function fileOf(modules: unknown, source: string): string {
  const files: readonly (readonly [string, unknown])[] = Object.entries(modules ?? {});
  const found = files.find(([, inside]) => Array.isArray(inside) && inside.includes(source));
  if (found === undefined) throw new Error(`${source} is in no file of this build.`);
  return found[0];
}
