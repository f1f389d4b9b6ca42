import type { ReactNode } from 'react';
import type { TokenSource } from '#src/api/arm/pipeline.ts';
import type { SimulationParts } from '#src/app/SimulationFrame.tsx';

/** A page in place of the application: it says why there is none. */
export interface NoApplication {
  readonly kind: 'page';
  readonly page: ReactNode;
}

/** What the application needs. */
export interface Ready {
  readonly kind: 'ready';
  readonly tokens: TokenSource;
  /** What a demo adds. */
  readonly simulation: SimulationParts | null;
}

/** The frame can be drawn, and then settled. */
interface Begun {
  readonly kind: 'begun';
  readonly settle: () => Promise<Ready | NoApplication>;
}

/** How a build starts. */
export interface BuildStart {
  /** Where else than to its own origin it may send something before it is settled. */
  readonly origins: readonly string[];
  /** While nothing is drawn; stays pending where the page is loaded again. */
  readonly begin: () => Promise<Begun | NoApplication>;
}

/** A page that is being left stays as it is. */
export const LEAVING = new Promise<never>(() => undefined);
