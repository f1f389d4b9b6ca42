import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { otherJobsQuery, secondaryRestoresQuery } from '#src/api/queries/overview.ts';
import { type Listed, pageQuery, useListed } from '#src/api/queries/paged.ts';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import { testWizard } from '#src/datasources/commvault-vm/testing.ts';
import { type AnyList, anyList, type OwnList } from '#src/datasources/list.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import type { Address } from '#src/lib/address-values.ts';
import { installClock } from '#src/lib/clock.ts';
import { instancesPage, instancesWanted, vaultsWanted } from '#src/pages/routes.ts';
import { endedList } from '#src/pages/jobs/ended-list.tsx';
import { stateJobs } from '#src/pages/jobs/lists.tsx';
import { jobsPage } from '#src/pages/jobs/route.ts';
import { jobsWanted } from '#src/pages/jobs/search.ts';
import { loadListings } from '#src/pages/list/loaded.ts';

/** Lists as their addresses show them, without a browser. */

/** What is behind a link: the rows of the list, those it names as not in it, and how it says so. */
export interface Behind {
  readonly rows: number | undefined;
  readonly more: number;
  readonly lines: readonly string[];
}

/** The simulated services as pages read them, with what is behind the addresses of lists. */
export function world(isConnected: boolean) {
  const it = testWizard('default');
  if (!isConnected) it.disconnect();
  installClock({ now: it.clock.now, realDelayMs: () => 0, onJump: () => () => undefined });
  provideJobSources(JOB_SOURCES);
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, retryOnMount: false } },
  });
  /** Resource Graph answers only so many questions in a few seconds. */
  const ask = async <Data>(read: () => Promise<Data>): Promise<Data> => {
    it.clock.add(1);
    return read();
  };
  const render = (what: ReactNode): string =>
    renderToStaticMarkup(createElement(QueryClientProvider, { client }, what));
  const rowsIn = async (
    list: AnyList,
    address: Address,
    countOf: (rows: Listed<unknown>) => number | undefined = ({ total }) => total,
  ): Promise<number | undefined> =>
    list(async (spec) => {
      const { source } = spec.listOf(address);
      // What is read at once warms its own query.
      source.warm(client);
      await ask(() => client.query(pageQuery(source.pages, 0)).catch(() => null));
      const reading = client.getQueryCache().findAll({ fetchStatus: 'fetching' });
      await Promise.allSettled(reading.flatMap(({ promise }) => promise ?? []));
      let rows: number | undefined;
      const Probe = () => {
        rows = countOf(useListed(source, { first: 0, last: 0 }));
        return null;
      };
      render(createElement(Probe));
      return rows;
    });
  const behind = async (
    list: AnyList,
    beside: readonly (OwnList | undefined)[],
    address: Address,
  ): Promise<Behind> => {
    const rows = await rowsIn(list, address);
    let more = 0;
    const lines: string[] = [];
    for (const other of beside) {
      if (other?.beside === undefined) continue;
      const rowsThere = await rowsIn(other.list, address);
      const { Line } = other.beside;
      const props = { address, children: (text: string) => text };
      const line = render(createElement(Line, props));
      if (line === '') continue;
      lines.push(line);
      more += rowsThere ?? 0;
    }
    return { rows, more, lines };
  };
  return {
    ask: <Data>(read: (client: QueryClient) => Promise<Data>) => ask(() => read(client)),
    vaultsBehind: async (): Promise<Behind> => {
      const { all, shown } = vaultsWanted(await loadListings(), {});
      if (shown === undefined) throw new Error('no list');
      return behind(
        shown.list,
        all.filter((list) => list !== shown),
        {},
      );
    },
    /** How many jobs; of what ended some stand in one row, and those that run are only counted. */
    jobsBehind: async (address: Address): Promise<number | undefined> => {
      const search = jobsPage.search.parse(address);
      const { own } = await jobsPage.load(client, search);
      if (own !== null) return rowsIn(own, address);
      const others = await ask(() => client.query(otherJobsQuery()));
      const secondary = await ask(() => client.query(secondaryRestoresQuery()));
      const elsewhere = {
        secondary: secondary.jobs,
        others: others.jobs,
        isReading: false,
        unread: [...secondary.unread, ...others.unread],
      };
      const ofAll = jobsWanted(search).isEnded
        ? anyList(endedList(elsewhere, { open: new Map(), news: new Map() }))
        : anyList(stateJobs(elsewhere));
      return rowsIn(ofAll, address, ({ whole }) =>
        whole?.kind === 'rows' ? whole.read.length : undefined,
      );
    },
    instancesBehind: async (address: Address): Promise<Behind> => {
      const search = instancesPage.search.parse(address);
      const { shown, others } = instancesWanted(await instancesPage.load(client, search), search);
      if (shown === undefined) throw new Error('no list');
      return behind(
        shown.lists.instances.list,
        others.map(({ lists }) => lists.instances),
        address,
      );
    },
  };
}

export type World = ReturnType<typeof world>;
