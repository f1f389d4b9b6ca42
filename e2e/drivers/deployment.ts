import type { CDPSession, Page } from 'playwright/test';
import { fileOf } from './chunks.ts';

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
