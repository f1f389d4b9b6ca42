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
    const manifest = await manifestOf(this.page);
    await this.set(sources.map((source) => `*/${fileOf(manifest, source)}`));
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

/** What the tested build is made of. A connection that the server has just closed is opened again. */
export async function manifestOf(page: Page): Promise<unknown> {
  return (await page.request.get('/.vite/manifest.json', { maxRetries: 2 })).json();
}

/** The file of a build that starts with a source, by Vite's manifest. */
function fileOf(manifest: unknown, source: string): string {
  const chunks: readonly (readonly [string, unknown])[] = Object.entries(manifest ?? {});
  const [, chunk] = chunks.find(([key]) => key === source) ?? [];
  const file = typeof chunk === 'object' && chunk !== null && 'file' in chunk ? chunk.file : null;
  if (typeof file !== 'string') throw new Error(`No file of this build starts with ${source}.`);
  return file;
}

/** The sources of which a build loads a file only when it is needed, by Vite's manifest. */
export function loadedLate(manifest: unknown): string[] {
  const chunks: readonly (readonly [string, unknown])[] = Object.entries(manifest ?? {});
  return chunks.flatMap(([source, chunk]) =>
    typeof chunk === 'object' && chunk !== null && 'isDynamicEntry' in chunk ? [source] : [],
  );
}

/** What stands in the place of a file: nothing, a page as some servers send it, or no answer at all. */
type Instead = 'nothing' | 'page' | 'silence';

/** What a page meets whose files another version has replaced on the server. */
export class Deployment {
  private readonly page: Page;
  private readonly manifest: unknown;
  private session: CDPSession | null = null;
  private instead: Instead = 'nothing';

  /** `manifest` says which file of the build, which the page is of, a source is in. */
  constructor(page: Page, manifest: unknown) {
    this.page = page;
    this.manifest = manifest;
  }

  /** From now on these sources have no file any more. */
  async replace(instead: Instead, ...sources: readonly string[]): Promise<void> {
    this.instead = instead;
    this.session ??= await this.open();
    const patterns = sources.map((source) => ({
      urlPattern: `*/${fileOf(this.manifest, source)}`,
    }));
    await this.session.send('Fetch.enable', { patterns });
  }

  /** The files are there again. */
  async undo(): Promise<void> {
    await this.session?.send('Fetch.disable');
  }

  private async open(): Promise<CDPSession> {
    const session = await this.page.context().newCDPSession(this.page);
    session.on('Fetch.requestPaused', ({ requestId }) => {
      const answer = answers[this.instead];
      if (answer !== null) void session.send('Fetch.fulfillRequest', { requestId, ...answer });
    });
    return session;
  }
}

const html = [{ name: 'Content-Type', value: 'text/html' }];

const answers = {
  nothing: { responseCode: 404, responseHeaders: html },
  page: { responseCode: 200, responseHeaders: html, body: btoa('<!doctype html>') },
  silence: null,
} as const satisfies Readonly<Record<Instead, unknown>>;
