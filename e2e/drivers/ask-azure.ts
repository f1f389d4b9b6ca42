import type { Page } from 'playwright/test';

/** What a request to Azure comes to in a page, as a script there sees it. */
export interface SeenAnswer {
  /** Null when there is no answer. */
  readonly status: number | null;
  readonly headers: readonly string[];
  readonly body: 'whole' | 'broken' | 'none';
}

/** Asks for the list of subscriptions, past the product. */
export async function askAzure(page: Page): Promise<SeenAnswer> {
  return page.evaluate(async () => {
    const address = 'https://management.azure.com/subscriptions?api-version=2022-12-01';
    const headers = { Authorization: 'Bearer by-hand' };
    const answer = await fetch(address, { headers }).catch(() => null);
    if (answer === null) return { status: null, headers: [], body: 'none' } as const;
    const body = await answer.text().then(
      () => 'whole' as const,
      () => 'broken' as const,
    );
    return { status: answer.status, headers: [...answer.headers.keys()], body };
  });
}

/** The page gives up on all that it waits for, as by the browser's Stop. */
export async function giveUp(page: Page): Promise<void> {
  await page.evaluate(() => window.stop());
}
