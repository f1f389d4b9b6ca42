import { createContext, type ReactNode } from 'react';

/** What a demo adds to the shell; a live build has none of it. */
export interface SimulationParts {
  /** The line that says that nothing is real; it may ask for the panel, or be put away. */
  readonly banner: (ask: {
    readonly onOpen: () => void;
    readonly onHidden: () => void;
  }) => ReactNode;
  /** The panel, which may ask to be closed. It takes the focus when it is drawn. */
  readonly panel: (onClose: () => void) => ReactNode;
}

/** The demo's parts, for the shell; null in a live build. */
export const SimulationContext = createContext<SimulationParts | null>(null);
