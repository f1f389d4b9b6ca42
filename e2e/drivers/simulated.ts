import type { Page } from 'playwright/test';
import type { SimulationControls } from '#src/mocks/panel/window.ts';

export type Scenario = Parameters<SimulationControls['openScenario']>[0];
export type Fault = Parameters<SimulationControls['addFault']>[0];
type StoredEvent = Awaited<ReturnType<SimulationControls['events']>>[number];
export type RestoreAccepted = Extract<StoredEvent['event'], { type: 'restore-accepted' }>;
/** A request that started a restore, as the simulated Azure received it. */
export interface AcceptedRequest {
  readonly method: string;
  readonly address: string;
  readonly body: unknown;
}

export function acceptedRequest({ path, apiVersion, body }: RestoreAccepted): AcceptedRequest {
  const address = `${path}?api-version=${apiVersion}`;
  return { method: 'POST', address, body: typeof body === 'string' ? JSON.parse(body) : body };
}

export type RequestRecord = Awaited<ReturnType<SimulationControls['requests']>>[number];

/** Resolves when the simulated Azure answers in a page. */
export async function simulationReady(page: Page): Promise<void> {
  await page.waitForFunction(() => window.restoreCenterSimulation !== undefined);
}

/** Simulated seconds in a real one: as many as the machine's own, so that one clock rules both. */
export async function setSpeed(page: Page, speed: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.restoreCenterSimulation?.clock.setSpeed(wanted);
  }, speed);
}

export async function simulatedNow(page: Page): Promise<number> {
  return page.evaluate(() => window.restoreCenterSimulation?.clock.now() ?? Number.NaN);
}

/** The world starts at any second: what is compared with a stored text starts when the next ten minutes are full. */
const BEGINNING_MS = 600_000;

/** Simulated time stops at the next full minutes: from there on it moves by {@link stepClock} alone. */
export async function stopClock(page: Page, fullMs = BEGINNING_MS): Promise<void> {
  await page.evaluate(async () => window.restoreCenterSimulation?.clock.pause());
  await stepClock(page, fullMs - ((await simulatedNow(page)) % fullMs));
}

/** Moves simulated time on by milliseconds, and has everything in view read again. */
export async function stepClock(page: Page, ms: number): Promise<void> {
  await page.evaluate(async (by) => window.restoreCenterSimulation?.clock.step(by), ms);
}

/** Tells everything in view that time has moved. */
export async function announceJump(page: Page): Promise<void> {
  await stepClock(page, 0);
}

export async function acceptedRestores(page: Page): Promise<readonly RestoreAccepted[]> {
  const events = await page.evaluate(
    async () => (await window.restoreCenterSimulation?.events()) ?? [],
  );
  return events
    .map(({ event }) => event)
    .filter((event): event is RestoreAccepted => event.type === 'restore-accepted');
}

/** How many restores were accepted, by whatever service. */
export async function begunRestores(page: Page): Promise<number> {
  const events = await page.evaluate(
    async () => (await window.restoreCenterSimulation?.events()) ?? [],
  );
  const tasks = events.filter(({ event }) => JSON.stringify(event).includes('"kind":"task"'));
  return tasks.length + (await acceptedRestores(page)).length;
}

export async function requestLog(page: Page): Promise<readonly RequestRecord[]> {
  return page.evaluate(async () => (await window.restoreCenterSimulation?.requests()) ?? []);
}

export async function addFault(page: Page, fault: Fault): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.restoreCenterSimulation?.addFault(wanted);
  }, fault);
}

export async function removeFault(page: Page, id: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    await window.restoreCenterSimulation?.removeFault(wanted);
  }, id);
}

/** The IDs of the faults that are on, as they are stored: a switch shows its press before that. */
export async function storedFaults(page: Page): Promise<readonly string[]> {
  const faults = await page.evaluate(
    async () => (await window.restoreCenterSimulation?.faults()) ?? [],
  );
  return faults.map(({ fault }) => fault.id);
}

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
